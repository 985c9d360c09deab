// @vitest-environment node
import { describe, expect, test } from "vitest";
import { widgetSchema, type JsonSchema } from "../../src/schema/index.js";

/** What OpenAI's structured outputs document; other APIs name no greater numbers. */
const LIMITS = {
  properties: 5000,
  levels: 10,
  characters: 120_000,
  enumValues: 1000,
  /** Of one list of more than 250 words. */
  charactersOfLongEnum: 15_000,
};

/** Keywords that each of the large APIs takes. */
const KEYWORDS = new Set([
  "type",
  "enum",
  "anyOf",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "description",
  "$ref",
]);

const structured = (options = {}) =>
  widgetSchema({ dialect: "structured-output", ...options });

type Visit = (schema: JsonSchema, path: string) => void;

/** Every schema in a schema. */
function visitAll(schema: JsonSchema, visit: Visit, path = "#") {
  visit(schema, path);
  const parts: [string, unknown][] = [
    ...Object.entries({ ...schema.$defs, ...schema.properties }),
    ...Object.entries(schema.anyOf ?? []),
    ...(schema.items ? [["items", schema.items] as [string, unknown]] : []),
  ];
  for (const [name, part] of parts) {
    visitAll(part as JsonSchema, visit, `${path}/${name}`);
  }
}

/** The most objects in each other, references followed until one repeats. */
function levels(root: JsonSchema): number {
  const walk = (schema: JsonSchema, open: readonly string[]): number => {
    if (schema.$ref) {
      if (open.includes(schema.$ref)) return 0;
      const target = root.$defs![schema.$ref.replace("#/$defs/", "")];
      return walk(target as JsonSchema, [...open, schema.$ref]);
    }
    const parts = [
      ...Object.values(schema.properties ?? {}),
      ...(schema.anyOf ?? []),
      ...(schema.items ? [schema.items] : []),
    ] as JsonSchema[];
    const below = Math.max(0, ...parts.map((part) => walk(part, open)));
    return below + (schema.properties ? 1 : 0);
  };
  return walk(root, []);
}

/** Levels as they are written, which is what an API counts where schemas refer to themselves. */
function writtenLevels(schema: JsonSchema): number {
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ] as JsonSchema[];
  return Math.max(0, ...parts.map(writtenLevels)) + (schema.properties ? 1 : 0);
}

const schemas: [string, JsonSchema][] = [
  ["every node", structured()],
  ["a few nodes", structured({ nodes: ["Card", "Row", "Text", "Button"] })],
  ["nodes without a root", structured({ nodes: ["Row", "Text"] })],
  ["one node", structured({ nodes: ["Text"] })],
  ["every node, three levels", structured({ depth: 3 })],
  [
    "a host's nodes",
    structured({
      components: {
        Product: {
          properties: {
            name: { type: "string", minLength: 1 },
            options: { type: "object" },
            sizes: { type: "array", items: { enum: ["s", "m"] } },
            kind: { oneOf: [{ const: "new" }, { type: "number" }] },
          },
          required: ["name"],
        },
      },
    }),
  ],
];

describe.for(schemas)("the structured output of %s", ([, schema]) => {
  test("is an object at the root, and no choice", () => {
    expect(schema.type).toBe("object");
    expect(schema).not.toHaveProperty("anyOf");
    expect(schema).not.toHaveProperty("$ref");
  });

  test("asks for every property, and for no other", () => {
    visitAll(schema, (part, path) => {
      if (part.properties === undefined) {
        expect(part.type, path).not.toBe("object");
        return;
      }
      expect(part.additionalProperties, path).toBe(false);
      expect(part.required, path).toEqual(Object.keys(part.properties));
    });
  });

  test("uses only keywords that every API takes", () => {
    visitAll(schema, (part, path) => {
      const others = Object.keys(part).filter((name) => !KEYWORDS.has(name));
      expect(others, path).toEqual(
        path === "#" && schema.$defs ? ["$defs"] : [],
      );
      if (part.$ref) expect(Object.keys(part), path).toEqual(["$ref"]);
    });
  });

  test("is within the limits of model APIs", () => {
    const count = { properties: 0, characters: 0, enumValues: 0 };
    const words: unknown[][] = [];
    visitAll(schema, (part) => {
      const names = [
        ...Object.keys(part.properties ?? {}),
        ...Object.keys(part.$defs ?? {}),
      ];
      count.properties += Object.keys(part.properties ?? {}).length;
      count.enumValues += part.enum?.length ?? 0;
      words.push([...(part.enum ?? [])]);
      count.characters += [...names, ...(part.enum ?? [])].join("").length;
    });
    expect(count.properties).toBeLessThanOrEqual(LIMITS.properties);
    expect(count.characters).toBeLessThanOrEqual(LIMITS.characters);
    expect(count.enumValues).toBeLessThanOrEqual(LIMITS.enumValues);
    for (const list of words) {
      if (list.length <= 250) continue;
      expect(list.join("").length).toBeLessThanOrEqual(
        LIMITS.charactersOfLongEnum,
      );
    }
    const defs = Object.values(schema.$defs ?? {}) as JsonSchema[];
    const deepest = Math.max(...[schema, ...defs].map(writtenLevels));
    expect(deepest).toBeLessThanOrEqual(LIMITS.levels);
  });
});

test("with a depth, no definition refers to itself, and nodes nest so deep", () => {
  const options = { nodes: ["Card", "Row", "Text"] };
  const reach = (
    schema: JsonSchema,
    name: string,
    seen = new Set<string>(),
  ) => {
    const text = JSON.stringify(schema.$defs?.[name] ?? schema);
    for (const [, other] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (seen.has(other!)) continue;
      seen.add(other!);
      reach(schema, other!, seen);
    }
    return seen;
  };
  const endless = structured(options);
  expect(reach(endless, "Row")).toContain("Row");
  const three = structured({ ...options, depth: 3 });
  for (const name of Object.keys(three.$defs)) {
    expect(reach(three, name), name).not.toContain(name);
  }
  expect(levels(three)).toBeLessThanOrEqual(LIMITS.levels);
  expect(three.$defs).toHaveProperty(["Row.3"]);
  expect(three.$defs).not.toHaveProperty(["Row.4"]);
  const last = three.$defs["Row.3"] as JsonSchema;
  expect(last.properties).not.toHaveProperty("children");
});

test("several roots are one object, whose other properties are null", () => {
  const { properties } = structured();
  expect(properties?.["type"]).toEqual({
    type: "string",
    enum: ["Basic", "Card", "ListView"],
  });
  expect(properties?.["limit"]).toMatchObject({
    anyOf: expect.arrayContaining([{ type: "null" }]) as unknown,
  });
  expect(properties).toHaveProperty("confirm");
  expect(properties).toHaveProperty("children");
});
