import { describe, expect, it } from "vitest";
import { evaluate, type Source } from "../../../playground/evaluate.js";
import { templateOrigins } from "../../../playground/nodes/templateOrigins.js";

/** The text of the template before each node, by pointer. */
function originsOf(template: string, data: object = {}) {
  const source: Source = {
    mode: "template",
    template,
    data: JSON.stringify(data),
    schema: "",
    json: "",
  };
  const { widget, problem } = evaluate(source);
  expect(problem).toBeUndefined();
  return Object.fromEntries(
    Array.from(templateOrigins(source, widget), ([path, { from, to }]) => [
      path,
      `${from}: ${template.slice(from, to)}`,
    ]),
  );
}

describe("templateOrigins", () => {
  it("finds where the nodes of a loop and of branches are printed", () => {
    const template =
      '{"type": "Col", "children": [{% for x in xs %}{% if x %}{"type": "Text", "value": "a"}{% else %}{"type":"Text", "value": "b"}{% endif %}{{ "" if loop.last else "," }}{% endfor %}]}';
    const first = template.indexOf('"type": "Text"');
    const second = template.indexOf('"type":"Text"');
    expect(originsOf(template, { xs: [true, false, true] })).toEqual({
      "": '1: "type": "Col"',
      "/children/0": `${first}: "type": "Text"`,
      "/children/1": `${second}: "type":"Text"`,
      "/children/2": `${first}: "type": "Text"`,
    });
  });

  it("claims nothing of nodes that come from the data", () => {
    expect(
      originsOf('{"type": "Col", "children": {{ rows | tojson }}}', {
        rows: [{ type: "Text" }],
      }),
    ).toEqual({ "": '1: "type": "Col"' });
  });

  it("claims nothing where a mark would change what is printed", () => {
    expect(
      originsOf(
        '{% set row %}{"type": "Text"}{% endset %}{"type": "Col", "gap": {{ row | length }}, "children": [{{ row }}]}',
      ),
    ).toEqual({});
  });
});
