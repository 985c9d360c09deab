// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  JinjaError,
  parseTemplate,
  renderTemplate,
} from "../../src/template/jinja/index.js";

/** What Jinja2 made of a snippet; `jinja2/generate.py` asked it. */
interface Case {
  template: string;
  output?: string;
  error?: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "jinja2", name), "utf8"));

const data = read("data.json") as Record<string, unknown>;
const cases = read("cases.json") as Case[];

const render = (template: string) =>
  renderTemplate(parseTemplate(template), data);

function failure(template: string): JinjaError {
  try {
    render(template);
  } catch (error) {
    if (error instanceof JinjaError) return error;
    throw error;
  }
  return expect.fail("It should have thrown.");
}

/** What the engine lacks: it names the thing and prints nothing else. */
const lacking = new Map([
  ["{{ [1, 2]|groupby('real') }}", "\"real\" of 'int'"],
  ['{{ "abc".encode() }}', "\"encode\" of 'str'"],
  ['{{ "{x[a]}".format(x={"a": 1}) }}', "{x[a]}"],
  ['{{ "{:c}".format(65) }}', "format code c"],
  ['{{ "{:n}".format(5) }}', "format code n"],
  ['{{ ("a" | e).format() }}', "\"format\" of 'Markup'"],
  ['{{ "foo bar baz" | wordwrap(5) }}', '"wordwrap"'],
  ['{{ "see http://x.y" | urlize }}', '"urlize"'],
  ['{{ {"a": 1} | pprint }}', '"pprint"'],
  ['{{ "١٢" | int }}', "other digits"],
  ['{{ [1] | map(attribute="real") | list }}', "\"real\" of 'int'"],
  ['{{ "a" is sameas "a" }}', '"sameas"'],
  ["{{ self }}", '"self"'],
  ["{% raw %}", '"raw"'],
]);

const printed = cases.filter(
  ({ template, output }) => output !== undefined && !lacking.has(template),
);

test.for(printed)("prints what Jinja2 prints: $template", (snippet) => {
  expect(render(snippet.template)).toBe(snippet.output);
});

const failing = cases.filter(({ output }) => output === undefined);

test.for(failing)("fails where Jinja2 fails: $template", ({ template }) => {
  expect(failure(template).offset).toBeTypeOf("number");
});

test.for([...lacking])("refuses what it lacks: %s", ([template, name]) => {
  expect(cases).toContainEqual(expect.objectContaining({ template }));
  const { message, offset } = failure(template);
  expect(message).toContain(name);
  expect(offset).toBeTypeOf("number");
});

test("the table is large", () => {
  expect(printed.length).toBeGreaterThan(1000);
  expect(failing.length).toBeGreaterThan(200);
});
