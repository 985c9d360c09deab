// @vitest-environment node
import { describe, expect, test } from "vitest";
import { loadFile } from "../../src/storybook/widgetFile.js";

const template = {
  version: "1.0",
  template: '{"type":"Text",\n"value":{{ who | tojson }}}',
  jsonSchema: {
    type: "object",
    properties: { who: { type: "string", minLength: 2 } },
  },
};

const open = (text: string | object, ...data: string[]) =>
  loadFile({
    file: "a.widget",
    text: typeof text === "string" ? text : JSON.stringify(text, null, 2),
    data: data.map((one, index) => ({
      story: ["Default", "Rain"][index]!,
      file: `a.${index}.data.json`,
      text: one,
    })),
  });

describe("the data of a story", () => {
  test.each([
    ["of its file", open(template, '{"who":"Ada"}'), { who: "Ada" }],
    ["that its schema allows", open(template), { who: "who" }],
    ["of a template that is broken: none", open("{"), {}],
    [
      "that its schema allows, where a file is no JSON",
      open(template, "{"),
      { who: "who" },
    ],
    ["that is no object: none", open(template, "[1]"), {}],
  ])("is that %s", (_, file, data) => {
    expect(file.dataOf("Default")).toEqual(data);
  });

  test("is that of the case", () => {
    const file = open(template, '{"who":"Ada"}', '{"who":"Bo"}');
    expect(file.dataOf("Rain")).toEqual({ who: "Bo" });
  });

  test("is the JSON of a widget, where the file is one", () => {
    const json = { type: "Card" };
    const file = loadFile({
      file: "a.widget.json",
      text: JSON.stringify(json),
      data: [],
    });
    expect(file.dataOf("Default")).toEqual({ widget: json });
    expect(file.render("Default", { widget: { type: "Text" } })).toEqual({
      widget: { type: "Text" },
      problems: [],
    });
  });
});

describe("what is wrong", () => {
  test.each<[what: string, file: ReturnType<typeof open>, where: string]>([
    ["a file", open('{\n"version": x'), "a.widget, line 2, column 12"],
    ["an empty file", open(""), "a.widget, line 1, column 1"],
    ["a list", open("[]"), "a.widget, line 1, column 1"],
    [
      "a property of a file",
      open({ version: "1.0", template: 7 }),
      "a.widget, line 3, column 15 (/template)",
    ],
    [
      "a template",
      open({ version: "1.0", template: "{\n{% if %}" }),
      "a.widget, line 2, column 7 of the template",
    ],
    ["data", open(template, '{\n"who": }'), "a.0.data.json, line 2, column 8"],
    [
      "data for the schema",
      open(template, '{\n  "who": "A"\n}'),
      "a.0.data.json, line 2, column 10 (/who)",
    ],
    [
      "data that is no object",
      open(template, " [1]"),
      "a.0.data.json, line 1, column 2",
    ],
    [
      "what a template prints",
      open({ version: "1.0", template: '{\n"type" 7}' }),
      "a.widget, line 2, column 8 of what the template prints",
    ],
  ])("is found: %s", (_, file, where) => {
    const { problems } = file.render("Default", file.dataOf("Default"));
    expect(problems.map((problem) => problem.where)).toEqual([where]);
  });

  test("has no line in a file once the controls have changed the data", () => {
    const file = open(template, '{"who":"Ada"}');
    const { widget, problems } = file.render("Default", { who: "A" });
    expect(widget).toEqual({ type: "Text", value: "A" });
    expect(problems).toMatchObject([
      { code: "invalid-data", where: "the data (/who)" },
    ]);
  });

  test("in data is mended by the controls", () => {
    const { widget, problems } = open(template, "{").render("Default", {
      who: "Ada",
    });
    expect(widget).toEqual({ type: "Text", value: "Ada" });
    expect(problems).toEqual([]);
  });

  test("in a widget has the line of its JSON", () => {
    const error = { code: "invalid-prop", message: "", path: "/size" } as const;
    const json = { type: "Text", size: "huge" };
    expect(open(template).problemOf(error, json).where).toBe(
      "the JSON, line 3, column 11 (/size)",
    );
    const text = '{"type":"Text",\n"size":"huge"}';
    const file = loadFile({ file: "a.widget.json", text, data: [] });
    expect(file.problemOf(error, json).where).toBe(
      "a.widget.json, line 2, column 8 (/size)",
    );
  });
});
