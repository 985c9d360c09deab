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
    Object.entries(properties).map(([name, property]) => {
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
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  const found = choices
    ?.map((choice) => resolve(choice, root))
    .find((choice) => "enum" in choice || typesOf(choice).length > 0);
  return found ?? schema;
}

function typesOf({ type }: Schema): unknown[] {
  return [type].flat().filter((one) => one != null && one !== "null");
}

/** Follows `#/$defs/Size`, which generators of schemas write for every enum. */
function resolve(given: unknown, root: unknown): Schema {
  let schema = asSchema(given);
  // A reference may lead to itself.
  for (let steps = 0; steps < 10; steps++) {
    const { $ref } = schema;
    if (typeof $ref !== "string" || !$ref.startsWith("#/")) break;
    let target: unknown = root;
    for (const key of $ref.slice(2).split("/")) {
      target = asSchema(target)[key as keyof Schema];
    }
    schema = asSchema(target);
  }
  return schema;
}

function asSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null ? value : {};
}
