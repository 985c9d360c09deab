import { describe, expect, it } from "vitest";
import { printWidgetFile } from "../../../playground/copy/widgetFile.js";
import type { Source } from "../../../playground/evaluate.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../../src/template/index.js";

const source: Source = {
  mode: "json",
  json: "",
  template: '{"type": "Text", "value": {{ name | tojson }}}',
  data: '{"name": "Ada"}',
  schema: '{"required": ["name"]}',
};

describe("printWidgetFile", () => {
  it.each([
    "{{ name }}",
    "{% raw %}",
    "{# no comment #}",
    "{{{",
    '\\"{{',
    "}}%}",
    "Grüße 👋\n",
  ])("makes a template that prints JSON with the text %j", (value) => {
    const widget = { type: "Text", value, [value]: [{}, { a: {} }] };
    const json = JSON.stringify(widget, null, 1);
    const text = printWidgetFile({ ...source, json }, "A", widget);
    expect(renderWidgetTemplate(parseWidgetFile(text))).toEqual(widget);
  });

  it("keeps a template with its schema", () => {
    const widget = { type: "Text", value: "Ada" };
    const text = printWidgetFile({ ...source, mode: "template" }, "A", widget);
    expect(JSON.parse(text)).toEqual({
      version: "1.0",
      name: "A",
      template: source.template,
      jsonSchema: { required: ["name"] },
      outputJsonPreview: widget,
    });
  });
});
