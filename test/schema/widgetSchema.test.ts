// @vitest-environment node
import { type Schema, Validator } from "@cfworker/json-schema";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { schemaFiles } from "../../scripts/schema.mjs";
import { nodes } from "../../src/nodes/index.js";
import {
  repairWidget,
  validateWidget,
  widgetSchema,
  type JsonSchema,
} from "../../src/schema/index.js";
import { wrongNodes, wrongWidgets } from "./wrongWidgets.js";

const samples = JSON.parse(
  readFileSync("scripts/reference/samples.json", "utf8"),
) as Record<string, object>;

const isValid = (schema: JsonSchema, json: unknown) =>
  new Validator(schema as Schema, "2020-12").validate(
    JSON.parse(JSON.stringify(json)),
  ).valid;

const defsOf = (schema: JsonSchema) =>
  schema.$defs as Readonly<Record<string, JsonSchema>>;

test(
  "what it knows of the nodes is what their types and comments say",
  { timeout: 600_000 },
  async () => {
    for (const [path, text] of Object.entries(await schemaFiles())) {
      expect(readFileSync(path, "utf8"), path).toBe(text);
    }
  },
);

describe("JSON Schema", () => {
  const schema = widgetSchema();
  const defs = defsOf(schema);

  test("is of 2020-12, under one address", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toMatch(/^https:\/\//);
  });

  test("has every node type, described", () => {
    for (const type of Object.keys(nodes)) {
      expect(defs[type]?.description, type).toMatch(/\.$/);
      expect(defs[type]?.properties).toHaveProperty("id");
    }
  });

  test("has the words, the default and the description of a property", () => {
    expect(defs["Text"]?.properties?.["size"]).toEqual({
      anyOf: [{ enum: ["xs", "sm", "md", "lg", "xl"] }, { type: "null" }],
      default: "md",
      description: "xs 12, sm 14, md 16, lg 18, xl 20 px.",
    });
    expect(defs["Image"]?.properties?.["aspectRatio"]).toMatchObject({
      examples: ["16/9"],
    });
  });

  test("refers to nothing that it does not have", () => {
    const text = JSON.stringify(schema);
    for (const [, name] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      expect(defs).toHaveProperty([name!]);
    }
  });

  test.for(Object.entries(samples))("the sample of %s fits", ([, json]) => {
    expect(isValid(schema, json)).toBe(true);
    expect(isValid(widgetSchema({ strict: true }), json)).toBe(true);
  });

  test("null is absent, but for what a node needs", () => {
    const text = { type: "Text", value: "a", color: null, children: null };
    expect(isValid(schema, text)).toBe(true);
    expect(isValid(schema, { ...text, value: null })).toBe(false);
  });

  const mistakes = [
    ...Object.entries(wrongNodes).map(
      ([name, { json }]) => [name, { type: "Card", children: [json] }] as const,
    ),
    ...Object.entries(wrongWidgets).map(
      ([name, { json }]) => [name, json] as const,
    ),
  ];

  test("refuses nothing that validateWidget accepts", () => {
    const refused = mistakes.filter(([, json]) => !isValid(schema, json));
    // What a schema of types cannot say is left: CSS, names of fields, templates.
    expect(refused.length).toBeGreaterThan(40);
    for (const [, json] of refused)
      expect(validateWidget(json)).not.toEqual([]);
  });

  test("is the caller's to change", () => {
    delete (widgetSchema().$defs as Record<string, unknown>)["Text"];
    expect(widgetSchema()).toEqual(schema);
  });

  test("strict refuses a property that a node does not have", () => {
    const json = { type: "Badge", label: "New", onClick: {} };
    expect(isValid(schema, json)).toBe(true);
    expect(isValid(widgetSchema({ strict: true }), json)).toBe(false);
    const named = { $schema: "x", type: "Badge", label: "New" };
    expect(isValid(widgetSchema({ strict: true }), named)).toBe(true);
  });
});

describe("a part of the catalogue", () => {
  test("has its types alone, and the values that they use", () => {
    const defs = defsOf(widgetSchema({ nodes: ["Card", "Text"] }));
    expect(defs).toHaveProperty("Card");
    expect(defs).not.toHaveProperty("Button");
    expect(defs).not.toHaveProperty("SelectOption");
    expect(defs["WidgetNode"]?.properties).toEqual({
      type: { enum: ["Card", "Text"] },
    });
  });

  test("a type that is none is the programmer's error", () => {
    expect(() => widgetSchema({ nodes: ["Crad"] })).toThrow(/"Crad"/);
    expect(() => widgetSchema({ nodes: [] })).toThrow(TypeError);
  });
});

describe("the host's own nodes", () => {
  const components = {
    Product: {
      type: "object",
      description: "A product of the shop.",
      properties: {
        name: { type: "string" },
        price: { $ref: "#/$defs/Price" },
      },
      required: ["name", "price"],
      additionalProperties: false,
      $defs: {
        Price: {
          type: "object",
          properties: { amount: { type: "number" }, unit: { type: "string" } },
          required: ["amount"],
        },
      },
    },
  };
  const product = { type: "Product", name: "Cup", price: { amount: 4 } };
  const card = { type: "Card", children: [product] };

  test("are in the schema", () => {
    const schema = widgetSchema({ nodes: ["Card"], components });
    expect(isValid(schema, card)).toBe(true);
    const wrong = { ...product, price: { amount: "4" } };
    expect(isValid(schema, { ...card, children: [wrong] })).toBe(false);
  });

  test("are in the structured output", () => {
    const schema = widgetSchema({
      dialect: "structured-output",
      nodes: ["Card"],
      components,
    });
    expect(defsOf(schema)["Product"]).toMatchObject({
      description: "A product of the shop.",
      required: ["type", "id", "key", "name", "price", "children"],
      additionalProperties: false,
    });
    expect(JSON.stringify(schema)).not.toContain('Product.Price"}},');
  });

  test("may have any schema", () => {
    const either = { anyOf: [{ required: ["a"] }, { required: ["b"] }] };
    const schema = widgetSchema({ components: { Either: either } });
    expect(isValid(schema, { type: "Either", a: 1 })).toBe(true);
    expect(isValid(schema, { type: "Either" })).toBe(false);
  });
});

test("a structured output is a widget once it is repaired", () => {
  const nulls = (type: string, props: object) => ({
    type,
    id: null,
    key: null,
    ...props,
  });
  const widget = nulls("Card", {
    limit: null,
    status: null,
    children: [
      nulls("Button", {
        label: "Book",
        onClickAction: {
          type: "book",
          payload: '{"id": 7}',
          handler: null,
          streaming: null,
        },
      }),
      nulls("Chart", {
        data: ['{"month": "Jan", "sold": 3}'],
        series: [{ type: "bar", dataKey: "sold", label: null }],
        xAxis: "month",
      }),
    ],
  });
  const { widget: repaired, changes } = repairWidget(widget);
  expect(changes.map(({ path }) => path)).toEqual([
    "/children/0/onClickAction/payload",
    "/children/1/data/0",
  ]);
  expect(validateWidget(repaired)).toEqual([]);
});
