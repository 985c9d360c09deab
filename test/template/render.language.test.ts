// @vitest-environment node
import { expect, test } from "vitest";
import {
  WidgetFileError,
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { freeze } from "../helpers/freeze.js";

const data = freeze({
  name: "Ada",
  count: 3,
  nothing: null,
  tags: ["b", "a"],
  empty: [],
  order: { id: "o-1", note: null },
});

/** The value of an expression, by way of a template and JSON. */
function evaluate(template: string): unknown {
  const file = parseWidgetFile({ version: "1.0", name: "Test", template });
  return renderWidgetTemplate(file, data)["value"];
}

test.each<[string, unknown]>([
  ["name", "Ada"],
  ["nothing", null],
  ["none", null],
  ["True", true],
  ["order.id", "o-1"],
  ['order["note"]', null],
  ["tags[0]", "b"],
  ["tags[1:]", ["a"]],
  ['name ~ "-" ~ count', "Ada-3"],
  ["count + 2 * 2", 7],
  ["count > 2 and not empty", true],
  ['"a" in tags', true],
  ["nothing is none", true],
  ['"yes" if count else "no"', "yes"],
  ["tags | length", 2],
  ["name | upper", "ADA"],
  ['tags | join(", ")', "b, a"],
  ['missing | default("-")', "-"],
  ['order.missing | default("-")', "-"],
  ["missing is defined", false],
  ["order.missing is undefined", true],
  ["order.id is defined", true],
  ["range(3) | list", [0, 1, 2]],
  ['{"a": [1, 2,],}', { a: [1, 2] }],
  ["\"</script> & 'quotes' é 🐱\n\"", "</script> & 'quotes' é 🐱\n"],
])("%s is %j", (expression, value) => {
  expect(
    evaluate(`{"type":"X","value":{{ (${expression}) | tojson }}}`),
  ).toEqual(value);
});

test.each<[string, string, unknown]>([
  [
    "a loop with commas",
    `[{% for tag in tags %}{{ tag | tojson }}{% if not loop.last %},{% endif %}{% endfor %}]`,
    ["b", "a"],
  ],
  [
    "a list that is appended to",
    `{% set list = [] %}{% for tag in tags %}{% set _ = list.append({"t": tag}) %}{% endfor %}{{ list | tojson }}`,
    [{ t: "b" }, { t: "a" }],
  ],
  [
    "a namespace that counts",
    `{% set ns = namespace(n=0) %}{% for tag in tags %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}`,
    2,
  ],
  [
    "a block that is captured and cut",
    `[{% set items -%}{% for tag in tags %},{{ tag | tojson }}{% endfor %}{%- endset %}{{ items[1:] }}]`,
    ["b", "a"],
  ],
  [
    "a branch",
    `{% if empty %}1{% elif count == 3 %}2{% else %}3{% endif %}`,
    2,
  ],
  ["a comment", `{# nothing #}1`, 1],
])("%s", (_, template, value) => {
  expect(evaluate(`{"type":"X","value":${template}}`)).toEqual(value);
});

test.each([
  ["a name", "{{ missing }}", "missing"],
  ["an attribute", "{{ order.missing | tojson }}", "order.missing"],
  ["an attribute of what is missing", "{{ missing.id is defined }}", "missing"],
  ["an item", '{{ order["key"] }}', 'order["key"]'],
  ["in a loop", "{% for tag in missing %}{% endfor %}", "missing"],
  ["in a condition", "{% if missing %}{% endif %}", "missing"],
  ["in a comparison", "{{ 1 == missing }}", "missing"],
  ["in a text", '{{ "a" ~ missing }}', "missing"],
  ["in an argument", "{{ tags | join(missing) }}", "missing"],
])("an undefined name is an error with its position: %s", (_, use, name) => {
  const template = `{"type": "X",\n "value": ${use}}`;
  const error = thrown(() => evaluate(template));
  expect(error.code).toBe("undefined-variable");
  expect(error.message).toContain(`"${name}" is undefined`);
  expect(error.line).toBe(2);
});

test.each([
  ["an open block", "{% if name %}"],
  ["an open expression", "{{ name"],
  ["an unknown tag", "{% nope %}"],
  ["a missing operand", "{{ 1 + }}"],
])("%s is reported when the file is parsed", (_, template) => {
  const error = thrown(() =>
    parseWidgetFile({ version: "1.0", name: "T", template }),
  );
  expect(error.code).toBe("template-syntax");
});

test.each<[string, string, unknown]>([
  [
    "a comma by an if without else",
    `[{% for tag in tags %}{{ tag | tojson }}{{ "," if not loop.last }}{% endfor %}]`,
    ["b", "a"],
  ],
  [
    "a price",
    `[{{ ("%.2f" | format(3.14159)) | tojson }}, {{ (3.14159 | round(1)) | tojson }}]`,
    ["3.14", 3.1],
  ],
  [
    "a sum of attributes",
    `{{ [{"n": 1}, {"n": 2.5}] | sum(attribute="n") }}`,
    3.5,
  ],
])("%s is printed", (_, template, value) => {
  expect(evaluate(`{"type":"X","value":${template}}`)).toEqual(value);
});

test.each([
  ["an unknown filter", "name | upper | nofilter", "nofilter", 16],
  ["an unknown test", "name is notest", "notest", 9],
  ["a filter that is lacking", "name | urlize", "urlize", 8],
  ["a function that is lacking", "lipsum()", "lipsum", 1],
  ["an attribute that is lacking", "name.encode()", "encode", 1],
  ["the second use of a name", "name ~ name.x", "name.x", 8],
  ["a key that is a method", "order.items.x", "order.items.x", 1],
  ["two types that do not add up", "1 + (2 ~ 'a')", "int", 3],
])("%s is an error with its line and column", (_, expression, what, column) => {
  const template = `{"type": "X",\n{% set x = none %}\n "value": "{{ ${expression} }}"}`;
  const error = thrown(() => evaluate(template));
  expect(error.message).toContain(what);
  expect(error).toMatchObject({ line: 3, column: 14 + column });
});

test("a tag that is lacking is an error with its line and column", () => {
  const error = thrown(() => evaluate(`{}\n  {% include "x" %}`));
  expect(error.message).toContain('"include" is not supported');
  expect(error).toMatchObject({ line: 2, column: 6 });
});

test("whole numbers and floats of the data stay apart, as far as JSON keeps them", () => {
  const template = `{"type": "X", "value": {{ (data | string) | tojson }}}`;
  const file = parseWidgetFile({ template });
  const data = [3, 3.5, 1e21, 2 ** 60, -0, 1e-7];
  expect(renderWidgetTemplate(file, { data })["value"]).toBe(
    "[3, 3.5, 1e+21, 1152921504606847000, 0, 1e-07]",
  );
});

test.each([
  ["an unknown filter", "{{ name | nofilter }}"],
  ["a call of what is no function", "{{ name() }}"],
  ["a prototype's function", "{{ name | constructor }}"],
  ["a list of numbers without end", "{{ range(1000000) }}"],
  [
    "a loop that takes too long",
    "{% for a in range(5000) %}{% for b in range(5000) %}x{% endfor %}{% endfor %}",
  ],
  [
    "a text that doubles",
    "{% set ns = namespace(x='ab') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
  ],
])("%s is a template error", (_, template) => {
  expect(thrown(() => evaluate(template)).code).toBe("template-error");
});

function thrown(run: () => unknown): WidgetFileError {
  try {
    run();
  } catch (error) {
    if (error instanceof WidgetFileError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown");
}
