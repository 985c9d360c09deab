// @vitest-environment node
import { describe, expect, test } from "vitest";
import { argTypesOf } from "../../src/storybook/argTypes.js";

const control = (property: unknown, root = {}) =>
  argTypesOf({ ...root, properties: { it: property } })["it"];

describe("controls", () => {
  test.each<[property: unknown, expected: unknown]>([
    [{ type: "string" }, { control: "text" }],
    [
      { type: "string", description: "A name" },
      { control: "text", description: "A name" },
    ],
    [{ type: "boolean" }, { control: "boolean" }],
    [{ type: "integer" }, { control: { type: "number" } }],
    [
      { type: "number", minimum: 0, maximum: 5 },
      { control: { type: "number", min: 0, max: 5 } },
    ],
    [{ enum: ["a", 1, null] }, { control: "select", options: ["a", 1, null] }],
    [{ type: "array" }, { control: "object" }],
    [{ type: "object" }, { control: "object" }],
    [{}, { control: "object" }],
    [{ type: ["null", "string"] }, { control: "text" }],
    [
      { anyOf: [{ type: "null" }, { type: "boolean" }] },
      { control: "boolean" },
    ],
    [{ oneOf: [{ enum: ["a"] }, {}] }, { control: "select", options: ["a"] }],
    [{ $ref: "#/$defs/Size" }, { control: "select", options: ["sm"] }],
    [
      { anyOf: [{ type: "null" }, { $ref: "#/$defs/Size" }] },
      { control: "select", options: ["sm"] },
    ],
    [
      { anyOf: [{ const: "a" }, { const: "b" }, { type: "null" }] },
      { control: "select", options: ["a", "b"] },
    ],
    [{ $ref: "#/$defs/a~1b%20c" }, { control: "text" }],
    // What is no schema.
    [{ $ref: "#/$defs/%" }, { control: "object" }],
    [null, { control: "object" }],
    [true, { control: "object" }],
    [{ type: 7, enum: "a", description: {} }, { control: "object" }],
    [{ anyOf: [null, 1] }, { control: "object" }],
    [{ $ref: "#/$defs/Loop" }, { control: "object" }],
    [{ $ref: "#/__proto__/x" }, { control: "object" }],
    [{ $ref: "https://example.com/schema" }, { control: "object" }],
  ])("of %j", (property, expected) => {
    const $defs = {
      Size: { enum: ["sm"] },
      Loop: { $ref: "#/$defs/Loop" },
      "a/b c": { type: "string" },
    };
    expect(control(property, { $defs })).toEqual(expected);
  });

  test.each([undefined, null, true, false, {}, { properties: null }, "text"])(
    "of no property of %j",
    (schema) => {
      expect(argTypesOf(schema)).toEqual({});
    },
  );

  test("of a property that Storybook would take for a prototype", () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"a":{"type":"string"}}}',
    ) as unknown;
    expect(Object.keys(argTypesOf(schema))).toEqual(["a"]);
  });

  test("of a schema that is a reference itself", () => {
    const schema = {
      $ref: "#/$defs/Data",
      $defs: { Data: { properties: { a: { type: "string" } } } },
    };
    expect(argTypesOf(schema)).toEqual({ a: { control: "text" } });
  });
});
