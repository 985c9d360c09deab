// @vitest-environment node
import { expect, test } from "vitest";
import {
  WidgetFileError,
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { freeze } from "../helpers/freeze.js";
import { failure, render } from "./fixture.js";

const encode = (studio: unknown) =>
  Buffer.from(JSON.stringify(studio)).toString("base64url");

const source = freeze({
  version: "1.0",
  name: "Greeting",
  template: '{"type": "Text", "value": {{ ("Hi " ~ who) | tojson }}}',
  jsonSchema: { type: "object", properties: { who: { type: "string" } } },
  outputJsonPreview: { type: "Text", value: "Hi Zoë 👋" },
  encodedWidget: encode({ id: "w", defaultState: { who: "Zoë 👋" } }),
});

test("a file is read from its text and from its JSON", () => {
  const file = parseWidgetFile(source);
  expect(file).toEqual({ ...source, defaultState: { who: "Zoë 👋" } });
  expect(parseWidgetFile(`\ufeff${JSON.stringify(source)}`)).toEqual(file);
  expect(renderWidgetTemplate(file, file.defaultState)).toEqual(
    file.outputJsonPreview,
  );
});

test("a file may have no more than its template", () => {
  expect(parseWidgetFile({ template: "x", name: null })).toEqual({
    version: "1.0",
    name: "",
    template: "x",
    jsonSchema: undefined,
    outputJsonPreview: undefined,
    encodedWidget: undefined,
    defaultState: undefined,
  });
});

test.for([
  "{{ not | base64 }}",
  "",
  encode("text"),
  encode({ defaultState: [1] }),
  encode({ id: "w" }),
])("a sample that cannot be read is left out: %s", (encodedWidget) => {
  const file = parseWidgetFile({ ...source, encodedWidget });
  expect(file.defaultState).toBeUndefined();
});

test("a file renders many times, each time with other data", () => {
  const file = parseWidgetFile(source);
  const greet = (who: string) => renderWidgetTemplate(file, { who })["value"];
  expect([greet("a"), greet("b"), greet("a")]).toEqual([
    "Hi a",
    "Hi b",
    "Hi a",
  ]);
});

test("a copy of a file is a file", () => {
  const copy = { ...parseWidgetFile(source), name: "Copy" };
  expect(renderWidgetTemplate(copy, { who: "you" })["value"]).toBe("Hi you");
});

test("data is never changed", () => {
  const data = freeze({ list: [1], item: { n: 1 } });
  const template = `{% set _ = list.append(item) %}{% set ns = namespace(item) %}{% set ns.n = 2 %}{"type": "Text", "value": {{ list | tojson }}}`;
  expect(render(template, data)["value"]).toEqual([1, { n: 1 }]);
  expect(data).toEqual({ list: [1], item: { n: 1 } });
});

test("__proto__ keys vanish from the file, the data and the result", () => {
  const data: unknown = JSON.parse(
    '{"user": {"__proto__": {"admin": true}, "name": "x"}, "__proto__": {"admin": true}}',
  );
  const template =
    '{"type": "Text", "value": {{ user | tojson }}, "__proto__": {"a": 1}, "\\u005f_proto__": {"b": 1}, "free": {{ (admin is undefined) | tojson }}}';
  const widget = render(template, data as object);
  expect(Object.keys(widget)).toEqual(["type", "value", "free"]);
  expect(Object.keys(widget["value"] as object)).toEqual(["name"]);
  expect(widget["free"]).toBe(true);
  expect(Object.assign({}, widget)).not.toHaveProperty("b");
  expect({}).not.toHaveProperty("admin");
});

test("no code is made from text", () => {
  const { eval: evaluate, Function: construct } = globalThis;
  const refuse = () => {
    throw new Error("Code was made from text.");
  };
  try {
    Object.assign(globalThis, { eval: refuse, Function: refuse });
    const file = parseWidgetFile({
      ...source,
      jsonSchema: { ...source.jsonSchema, required: ["who"] },
    });
    expect(renderWidgetTemplate(file, { who: "you" })["value"]).toBe("Hi you");
  } finally {
    Object.assign(globalThis, { eval: evaluate, Function: construct });
  }
});

const loop = (body: string) =>
  `{% for i in range(100000) %}${body}{% endfor %}`;

test.for([
  loop(loop("x")),
  "{{ range(1000000000) }}",
  "{{ range(1, 9, 0) }}",
  '{{ "x" * 1000000000 }}',
  `{% set ns = namespace(x="ab") %}${loop("{% set ns.x = ns.x ~ ns.x %}")}`,
  `{% set ns = namespace(x=[1]) %}${loop("{% set ns.x = ns.x + ns.x %}")}`,
  `{% set a = [1] %}${"{% set a = [a, a, a, a, a, a, a, a] %}".repeat(20)}{{ a | tojson }}`,
  "{% set a = [] %}{% set _ = a.append(a) %}{{ a | tojson }}",
  "{% set a = [] %}{% set _ = a.append(a) %}{{ a }}{{ a == [a] }}",
  `{% set x = [] %}{% set a = [x] %}${"{% set a = [a, a, a, a, a, a, a, a] %}".repeat(20)}{% set _ = x.append(1) %}{{ a }}`,
  `{% set x = [] %}{% set a = [x] %}${"{% set a = [a, a, a, a, a, a, a, a] %}".repeat(20)}{{ a == [a] or a == a[0:9] ~ "" }}{{ [a, 1] | tojson }}`,
  "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
  "{% macro m() %}{{ m() ~ m() }}{% endmacro %}{{ m() }}",
  "{{ 9 ** 9 ** 9 ** 9 ** 9 }}",
  `{% set ns = namespace(x=3) %}${loop("{% set ns.x = ns.x * ns.x %}")}`,
  '{{ "%1000000000d" % 1 }}',
  '{{ "%.1000000000f" % 1 }}',
  '{{ "{:1000000000}".format(1) }}',
  '{{ "x".ljust(1000000000) }}',
  '{{ "x" | center(1000000000) }}',
  '{{ "x\\ny" | indent(1000000000) }}',
  '{{ "aaaa".replace("a", "b" * 3000000) }}',
  '{{ ("x" * 3000000) | list | join("yyyy") }}',
  "{{ [1] * 1000000000 }}",
  "{{ [1] | batch(1000000000, 0) | list }}",
  "{{ [1] | slice(1000000000) | list }}",
  '{{ ("<" * 3000000) | striptags }}',
  '{{ ("%(" * 1000000) % {} }}',
  '{{ ("{" * 3000000).format() }}',
  `{% set t = "ab " * 1000000 %}${loop("{{ t[5] }}{{ t | length }}")}`,
  `{% set t = "ab " * 1000000 %}${loop("{% if t == t ~ t or 'x' in t or t.endswith('x') %}{% endif %}")}`,
  `{% set d = {} %}{% for i in range(20000) %}{% set _ = d.update({i: 1}) %}{% endfor %}${loop("{{ d | first }}")}`,
  `{% set l = [1] %}{% for i in l %}{% set _ = l.append(i) %}{% endfor %}`,
  `{{ ${"(".repeat(100_000)}1${")".repeat(100_000)} }}`,
  `{{ ${"[".repeat(100_000)} }}`,
  `{{ ${"-".repeat(100_000)}1 }}`,
  `{{ 1${" + 1".repeat(100_000)} }}`,
  "{% if 1 %}".repeat(100_000),
])("a hostile template ends: %s", (template) => {
  expect(failure(() => render(template)).code).toMatch(/^template-/);
});

test("errors are errors, with a name and a cause", () => {
  const error = failure(() => parseWidgetFile("{"));
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(WidgetFileError);
  expect(error.name).toBe("WidgetFileError");
  expect(error.cause).toBeInstanceOf(SyntaxError);
});
