import type { WidgetFile } from "./compile.js";

interface Schema {
  type?: string | string[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  minimum?: number;
}

/** Data to show a template with: the sample of its file, or some that its schema allows. */
export function sampleData({ defaultState, jsonSchema }: WidgetFile): object {
  return defaultState ?? (sampleOf(jsonSchema) as object);
}

function sampleOf(schema: unknown, name = "text"): unknown {
  const given = (schema ?? {}) as Schema;
  const known = [
    given.const,
    given.default,
    given.examples?.[0],
    given.enum?.[0],
  ];
  const found = known.find((value) => value !== undefined);
  if (found !== undefined) return found;
  const choice = given.anyOf ?? given.oneOf;
  if (choice?.[0]) return sampleOf(choice[0], name);
  const type = Array.isArray(given.type) ? given.type[0] : given.type;
  switch (type) {
    case "string":
      return name;
    case "integer":
    case "number":
      return given.minimum ?? 1;
    case "boolean":
      return true;
    case "array":
      return Array.from({ length: given.minItems ?? 2 }, () =>
        sampleOf(given.items, name),
      );
    case "null":
      return null;
    default:
      return Object.fromEntries(
        Object.entries(given.properties ?? {}).map(([key, property]) => [
          key,
          sampleOf(property, key),
        ]),
      );
  }
}
