import { resolveReference } from "../template/sampleData.js";

/** The controls of Storybook that data of a schema gets. */
export interface WidgetArgType {
  description?: string;
  control: string | { type: "number"; min?: number; max?: number };
  options?: unknown[];
}

interface Schema {
  $ref?: unknown;
  type?: unknown;
  enum?: unknown;
  const?: unknown;
  anyOf?: unknown;
  oneOf?: unknown;
  description?: unknown;
  properties?: unknown;
  minimum?: unknown;
  maximum?: unknown;
}

/** Controls by the types of the schema, so that `null` has one as well. */
export function argTypesOf(schema: unknown): Record<string, WidgetArgType> {
  const properties = asSchema(resolve(schema, schema).properties);
  return Object.fromEntries(
    Object.entries(properties)
      // Storybook would take such a control for the prototype of the others.
      .filter(([name]) => name !== "__proto__")
      .map(([name, property]) => {
        const { description } = asSchema(property);
        return [
          name,
          {
            ...(typeof description === "string" && { description }),
            ...controlOf(typed(property, schema)),
          },
        ];
      }),
  );
}

function controlOf(schema: Schema): Omit<WidgetArgType, "description"> {
  const { enum: options, minimum, maximum } = schema;
  if (Array.isArray(options)) return { control: "select", options };
  switch (typesOf(schema)[0]) {
    case "string":
      return { control: "text" };
    case "boolean":
      return { control: "boolean" };
    case "integer":
    case "number":
      return {
        control: {
          type: "number",
          ...(typeof minimum === "number" && { min: minimum }),
          ...(typeof maximum === "number" && { max: maximum }),
        },
      };
    default:
      return { control: "object" };
  }
}

/** The schema of what is not `null`. */
function typed(property: unknown, root: unknown): Schema {
  const schema = resolve(property, root);
  const choices = [schema.anyOf, schema.oneOf]
    .find(Array.isArray)
    ?.map((choice) => resolve(choice, root))
    .filter((choice) => choice.type !== "null");
  // As generators of schemas write a choice of texts.
  if (choices?.length && choices.every((choice) => "const" in choice)) {
    return { enum: choices.map((choice) => choice.const) };
  }
  const found = choices?.find(
    (choice) => "enum" in choice || typesOf(choice).length > 0,
  );
  return found ?? schema;
}

function typesOf({ type }: Schema): unknown[] {
  return [type].flat().filter((one) => one != null && one !== "null");
}

function resolve(given: unknown, root: unknown): Schema {
  return resolveReference(given, root);
}

function asSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null ? value : {};
}
