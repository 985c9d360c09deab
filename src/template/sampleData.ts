import { nameOf } from "../core/pointer.js";
import type { WidgetFile } from "./compile.js";

interface Schema {
  type?: string | string[];
  format?: string;
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  minimum?: number;
}

/** Data to show a template with: the sample of its file, or some that its schema allows. */
export function sampleData({ defaultState, jsonSchema }: WidgetFile): object {
  return defaultState ?? (sampleOf(jsonSchema, jsonSchema) as object);
}

/** Texts of the formats that generators of schemas write. */
const formats = new Map<string | undefined, string>([
  ["date", "2026-05-20"],
  ["date-time", "2026-05-20T14:30:00Z"],
  ["time", "14:30:00Z"],
  ["duration", "PT30M"],
  ["email", "ada@example.com"],
  ["uri", "https://example.com"],
  ["uri-reference", "https://example.com"],
  ["uuid", "7b0f2c1e-5d4a-4f8b-9c3d-2e1a0b9c8d7f"],
]);

/** As deep as data that contains itself goes. */
const MAX_DEPTH = 6;

function sampleOf(
  schema: unknown,
  root: unknown,
  name = "text",
  depth = 0,
): unknown {
  const given = merged(schema, root);
  const known = [
    given.const,
    given.default,
    given.examples?.[0],
    given.enum?.[0],
  ];
  const found = known.find((value) => value !== undefined);
  if (found !== undefined) return found;
  const choice = given.anyOf ?? given.oneOf;
  if (choice?.[0]) {
    // At the end of what contains itself another choice, such as null, is shorter.
    const chosen = depth < MAX_DEPTH ? choice[0] : choice.at(-1);
    return depth > 2 * MAX_DEPTH
      ? null
      : sampleOf(chosen, root, name, depth + 1);
  }
  const type = Array.isArray(given.type) ? given.type[0] : given.type;
  switch (type) {
    case "string":
      return formats.get(given.format) ?? name;
    case "integer":
    case "number":
      return given.minimum ?? 1;
    case "boolean":
      return true;
    case "array":
      return Array.from(
        { length: given.minItems ?? (depth < MAX_DEPTH ? 2 : 0) },
        () => sampleOf(given.items, root, name, depth + 1),
      );
    case "null":
      return null;
    default:
      return Object.fromEntries(
        Object.entries(given.properties ?? {})
          .filter(([key]) => depth < MAX_DEPTH || given.required?.includes(key))
          .map(([key, property]) => [
            key,
            depth > 2 * MAX_DEPTH
              ? null
              : sampleOf(property, root, key, depth + 1),
          ]),
      );
  }
}

/** A schema with what it refers to, and with all that it says in parts. */
function merged(given: unknown, root: unknown): Schema {
  const { $ref, ...own } = (given ?? {}) as Schema & { $ref?: unknown };
  const schema: Schema =
    $ref === undefined ? own : { ...resolveReference({ $ref }, root), ...own };
  if (!Array.isArray(schema.allOf)) return schema;
  const parts = schema.allOf.map((part) => resolveReference(part, root));
  return (parts as Schema[]).reduce(
    (all, part) => ({
      ...part,
      ...all,
      properties: { ...part.properties, ...all.properties },
      required: [...(part.required ?? []), ...(all.required ?? [])],
    }),
    schema,
  );
}

/** Follows `#/$defs/Size`, which generators of schemas write for every enum. What is no schema is one that allows all. */
export function resolveReference(given: unknown, root: unknown): object {
  let schema = asObject(given);
  // A reference may lead to itself.
  for (let steps = 0; steps < 10; steps++) {
    const { $ref } = schema as { $ref?: unknown };
    if (typeof $ref !== "string" || !/^#(?:\/|$)/.test($ref)) break;
    let target: unknown = root;
    for (const part of $ref.split("/").slice(1)) {
      const key = nameOf(decoded(part));
      target = asObject(target)[key as never];
    }
    schema = asObject(target);
  }
  return schema;
}

/** A part of the fragment of a URL. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
