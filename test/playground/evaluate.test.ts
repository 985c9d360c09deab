import { describe, expect, it } from "vitest";
import { evaluate, locate } from "../../playground/evaluate.js";
import { shared } from "../helpers/shared.js";

describe("evaluate", () => {
  it("renders JSON, or what a template prints", () => {
    expect(evaluate({ ...shared, mode: "json" }).widget).toEqual({
      type: "Text",
      value: "Grüße 👋",
    });
    expect(evaluate(shared).widget).toEqual({ type: "Text", value: "Ada" });
  });

  it.each([
    [{ mode: "json", json: '{\n  "type": }' }, "not-json", "json", 2, 11],
    [{ data: "[1,\n2" }, "not-json", "data", 2, 2],
    [{ schema: "{" }, "not-json", "schema", 1, 2],
    [{ template: "\n {% if %}" }, "template-syntax", "template", 2, undefined],
    [{ data: "{}" }, "undefined-variable", "template", 1, undefined],
    [
      {
        data: '{\n  "name": 1\n}',
        schema: '{"properties": {"name": {"type": "string"}}}',
      },
      "invalid-data",
      "data",
      2,
      11,
    ],
  ] as const)("says where %j is wrong", (part, code, text, line, column) => {
    const { problem } = evaluate({ ...shared, ...part });
    expect(problem).toMatchObject({
      code,
      place: { text, line, ...(column && { column }) },
    });
  });

  it("knows a .widget file that was taken for a widget", () => {
    const json = JSON.stringify({ version: "1.0", template: "{}" });
    expect(evaluate({ ...shared, mode: "json", json }).problem).toMatchObject({
      isFile: true,
    });
  });
});

describe("locate", () => {
  const json = '{\n  "a/b": [1, {"c": null}]\n}';

  it.each([
    ["", 1, 1],
    ["/a~1b", 2, 10],
    ["/a~1b/1", 2, 14],
    ["/a~1b/1/c", 2, 20],
  ])("finds %j", (pointer, line, column) => {
    expect(locate(json, pointer, "json")).toEqual({
      text: "json",
      line,
      column,
    });
  });

  it("knows what is not there", () => {
    expect(locate(json, "/a~1b/7", "json")).toBeUndefined();
    expect(locate(json, "/x/y", "json")).toBeUndefined();
  });
});
