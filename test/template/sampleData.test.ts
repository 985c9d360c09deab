import { describe, expect, test } from "vitest";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { sampleData } from "../../src/template/sampleData.js";

const sampleOf = (jsonSchema: object) => {
  const file = parseWidgetFile({ template: "{}", jsonSchema });
  const data = sampleData(file);
  // Throws where the schema does not allow it.
  renderWidgetTemplate({ ...file, template: '{"type":"Card"}' }, data, {
    onIssue: (error) => {
      throw error;
    },
  });
  return data;
};

const $defs = {
  Size: { enum: ["sm", "lg"] },
  "a/b c": { type: "string" },
  Named: {
    type: "object",
    properties: { name: { type: "string" } },
    required: ["name"],
  },
  Tree: {
    type: "object",
    properties: {
      name: { type: "string" },
      children: { type: "array", items: { $ref: "#/$defs/Tree" } },
    },
    required: ["name"],
  },
  Chain: {
    type: "object",
    properties: {
      next: { anyOf: [{ $ref: "#/$defs/Chain" }, { type: "null" }] },
    },
    required: ["next"],
  },
};

describe("sample data", () => {
  test.each<[property: object, expected: unknown]>([
    [{ type: "string" }, "it"],
    [{ type: "integer", minimum: 4 }, 4],
    [{ default: 3 }, 3],
    [{ type: ["null", "string"] }, null],
    [{ $ref: "#/$defs/Size" }, "sm"],
    [{ $ref: "#/$defs/Size", default: "lg" }, "lg"],
    [{ anyOf: [{ $ref: "#/$defs/Size" }, { type: "null" }] }, "sm"],
    [{ $ref: "#/$defs/a~1b%20c" }, "it"],
    [
      { type: "array", items: { $ref: "#/$defs/Named" } },
      [{ name: "name" }, { name: "name" }],
    ],
    [{ allOf: [{ type: "string" }, { minLength: 1 }] }, "it"],
    [
      {
        allOf: [{ $ref: "#/$defs/Named" }],
        properties: { size: { $ref: "#/$defs/Size" } },
      },
      { name: "name", size: "sm" },
    ],
  ])("of %j", (property, expected) => {
    const schema = { $defs, properties: { it: property }, required: ["it"] };
    expect(sampleOf(schema)).toEqual({ it: expected });
  });

  test.each([
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "uri",
    "uri-reference",
    "uuid",
  ])("of a text of the format %s", (format) => {
    const it = { type: "string", format };
    expect(sampleOf({ properties: { it }, required: ["it"] })).not.toEqual({
      it: "it",
    });
  });

  test.each(["Tree", "Chain"])("of data that contains itself: %s", (name) => {
    const text = JSON.stringify(sampleOf({ $defs, $ref: `#/$defs/${name}` }));
    expect(text.length).toBeLessThan(5000);
  });
});
