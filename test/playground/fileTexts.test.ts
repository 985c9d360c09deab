// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromEditor,
  hasDefaultData,
  sourceOf,
  toEditor,
  withSource,
} from "../../playground/fileTexts.js";
import { seed } from "../helpers/seed.js";

const file = (more: object = {}) => ({
  version: "1.0",
  name: "greeting",
  template: '{"type":"Text","value":{{ name | tojson }}}',
  jsonSchema: { type: "object" },
  encodedWidget: "kept",
  unknown: [1, { a: "€" }],
  ...more,
});

const text = JSON.stringify(file(), null, 2);

describe("the text of an editor", () => {
  test.for<[name: string, original: string, edited: string, expected: string]>([
    ["nothing edited", "\ufeffa\r\nb\n", "a\nb\n", "\ufeffa\r\nb\n"],
    [
      "a line changed among CRLF",
      "a\r\nb\r\nc\r\n",
      "a\nx\nc\n",
      "a\r\nx\r\nc\r\n",
    ],
    ["a line added", "a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"],
    ["a line deleted", "a\r\nb\r\nc", "a\nc", "a\r\nc"],
    [
      "lines that end differently",
      "a\nb\r\nc\r\n",
      "a\nb\nx\n",
      "a\nb\r\nx\r\n",
    ],
    ["lines that end with CR", "a\rb\r", "a\nx\n", "a\rx\r"],
    ["a last line that now ends", "a\r\nb", "a\nb\n", "a\r\nb\r\n"],
    ["a CR that comes before an LF", "\ra\n\n", "\n\n", "\n\n"],
    ["an empty file", "", "a\n", "a\n"],
    ["a byte order mark alone", "\ufeff", "a", "\ufeffa"],
    ["everything deleted", "a\r\n", "", ""],
  ])(
    "%s: its line ends and mark are as they were",
    ([, original, edited, expected]) => {
      expect(fromEditor(original, edited)).toBe(expected);
    },
  );

  const texts = fc
    .array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", "é", " "))
    .map((parts) => parts.join(""));

  test("is the same on disk if nothing is edited", () => {
    fc.assert(
      fc.property(texts, (original) => {
        expect(fromEditor(original, toEditor(original))).toBe(original);
      }),
      { seed },
    );
  });

  test("comes back as it was edited", () => {
    fc.assert(
      fc.property(texts, texts, (original, other) => {
        const edited = toEditor(other);
        expect(toEditor(fromEditor(original, edited))).toBe(edited);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe("an edited template", () => {
  const edited = (original: string, change: object) =>
    withSource(original, { ...sourceOf(original, undefined), ...change });

  test.for([
    ["with line feeds", text],
    ["with CRLF", text.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\ufeff${text}`],
    ["on one line", JSON.stringify(file())],
    ["with odd spaces", text.replaceAll(": ", "  :\t")],
    ["with escapes", text.replace("€", String.raw`\u20ac`)],
  ])("%s leaves all else in its file as it was", ([, original = ""]) => {
    const result = edited(original, { template: '{"type":"Divider"}' });
    const [before = "", after = ""] = [original, result].map((it) =>
      it.replace(/("template"\s*:\s*)"(?:[^"\\]|\\.)*"/, "$1"),
    );
    expect(after).toBe(before);
    expect(JSON.parse(result.replace("\ufeff", ""))).toEqual(
      file({ template: '{"type":"Divider"}' }),
    );
  });

  test("has the line ends that it had", () => {
    const original = JSON.stringify(file({ template: "a\r\nb\r\n" }));
    const result = JSON.parse(edited(original, { template: "a\nc\n" })) as {
      template: string;
    };
    expect(result.template).toBe("a\r\nc\r\n");
  });

  test("that is not edited is the same text", () => {
    expect(withSource(text, sourceOf(text, undefined))).toBe(text);
  });

  test("of two keys is the last, which is the one that counts", () => {
    const original = '{"template": "a", "template": "b"}';
    expect(edited(original, { template: "c" })).toBe(
      '{"template": "a", "template": "c"}',
    );
  });
});

describe("an edited schema", () => {
  const withSchema = (original: string, schema: string) =>
    withSource(original, { ...sourceOf(original, undefined), schema });

  test("is written with the indent of the file", () => {
    const result = withSchema(text, '{\n  "type": "array"\n}');
    expect(result).toContain('  "jsonSchema": {\n    "type": "array"\n  },');
  });

  test("is added where there is none", () => {
    const { jsonSchema: _, ...rest } = file();
    const result = withSchema(JSON.stringify(rest, null, 2), "{}");
    expect(JSON.parse(result)).toEqual({ ...rest, jsonSchema: {} });
    expect(result).toMatch(/\],\n {2}"jsonSchema": \{\}\n\}$/);
  });

  test("that was deleted is none", () => {
    const { jsonSchema } = JSON.parse(withSchema(text, "")) as {
      jsonSchema: unknown;
    };
    expect(jsonSchema).toBeNull();
  });

  test("that is not JSON is not written", () => {
    expect(withSchema(text, "{")).toBe(text);
  });
});

test.for<[name: string, text: string, mode: string]>([
  ["a .widget file", text, "template"],
  [
    "one with a broken template",
    JSON.stringify(file({ template: "{{" })),
    "template",
  ],
  [
    "one with a wrong schema",
    JSON.stringify(file({ jsonSchema: 1 })),
    "template",
  ],
  ["a widget", '{"type":"Text"}', "json"],
  ["a widget with a prop of that name", '{"type":"X","template":""}', "json"],
  ["a template that is no text", '{"template":1}', "json"],
  ["what is not JSON", '{"template":', "json"],
  ["a list", "[]", "json"],
  ["nothing", "", "json"],
])("%s opens in the editor for it", ([, content, mode]) => {
  const source = sourceOf(content, undefined);
  expect(source.mode).toBe(mode);
  if (mode === "json") expect(source.json).toBe(content);
});

test("the data of a template is that of the file, or is made up", () => {
  const encodedWidget = Buffer.from(
    JSON.stringify({ defaultState: { name: "Ada" } }),
  ).toString("base64url");
  const saved = JSON.stringify(file({ encodedWidget, template: "{{" }));
  expect(hasDefaultData(saved)).toBe(true);
  expect(sourceOf(saved, undefined).data).toContain("Ada");
  expect(hasDefaultData(text)).toBe(false);
  expect(sourceOf(text, "\ufeff{}\r\n").data).toBe("{}\n");
});
