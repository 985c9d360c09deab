import { annotated, annotations } from "./annotations.js";
import { catalogue, ROOTS } from "./catalogue.js";
import type { JsonSchema, NodeDefinition } from "./types.js";

type Definitions = Record<string, JsonSchema>;

/**
 * The schema of a widget as model APIs accept it: an object at the root, every property required
 * and nullable, no other properties, and none of the keywords that some of these APIs refuse.
 */
export function structuredOutput(
  definitions: readonly NodeDefinition[],
  depth = Infinity,
): JsonSchema {
  const $defs: Definitions = {};
  const { every, values, icons } = catalogue();
  const texts = annotations();
  const isUnrolled = depth !== Infinity;
  /** The name of a node's definition at a level. */
  const nameOf = ({ type, children }: NodeDefinition, level: number) =>
    children && isUnrolled ? `${type}.${level}` : type;
  const roots = definitions.filter(({ type }) => ROOTS.includes(type));
  const root = mergeRoots(
    (roots.length > 0 ? roots : definitions).map((one) => nodeObject(one, 1)),
  );
  return {
    description: "A widget: a tree of nodes.",
    ...root,
    ...(Object.keys($defs).length > 0 && { $defs }),
  };

  function nodeObject(definition: NodeDefinition, level: number): JsonSchema {
    const { type, description, properties, children } = definition;
    if (definition.schema && Object.keys(definition.schema).length > 0) {
      throw new TypeError(
        `The schema of "${type}" needs "properties" for the structured output.`,
      );
    }
    const own = { ...annotated("", every), ...properties };
    const required = new Set(definition.required);
    const object = closedObject(own, required, {
      ...values,
      ...definition.$defs,
    });
    return {
      ...(description && { description }),
      ...object,
      properties: {
        type: { type: "string", enum: [type] },
        ...object.properties,
        ...(children && level < depth && { children: childrenAt(level + 1) }),
      },
      required: [
        "type",
        ...object.required!,
        ...(children && level < depth ? ["children"] : []),
      ],
    };
  }

  function childrenAt(level: number): JsonSchema {
    const list = isUnrolled ? `Children.${level}` : "Children";
    if (!Object.hasOwn($defs, list)) {
      // First, since it may contain itself.
      $defs[list] = {};
      const anyOf = definitions.map((definition) => {
        const name = nameOf(definition, level);
        if (!Object.hasOwn($defs, name)) {
          $defs[name] = {};
          Object.assign($defs[name], nodeObject(definition, level));
        }
        return { $ref: `#/$defs/${name}` };
      });
      Object.assign($defs[list], { type: "array", items: { anyOf } });
    }
    return optional({ $ref: `#/$defs/${list}` });
  }

  function closedObject(
    properties: NonNullable<JsonSchema["properties"]>,
    required: ReadonlySet<string>,
    known: Readonly<Record<string, JsonSchema | boolean>>,
  ): JsonSchema {
    return {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, schema]) => {
          const one = strict(schema, known);
          return [name, required.has(name) ? one : optional(one)];
        }),
      ),
      required: Object.keys(properties),
      additionalProperties: false,
    };
  }

  /** A schema in the words of the dialect. */
  function strict(
    schema: JsonSchema | boolean,
    known: Readonly<Record<string, JsonSchema | boolean>>,
  ): JsonSchema {
    if (typeof schema === "boolean") return anyJson(undefined);
    const { $ref } = schema;
    const name = $ref?.slice("#/$defs/".length) ?? "";
    const description = schema.description ?? texts.get(name)?.description;
    const described = description === undefined ? {} : { description };
    if ($ref) {
      const target = known[name];
      if (typeof target !== "object") return anyJson(description);
      // A name that is none shows nothing, so the list is closed here.
      const list = name === "IconName" && { anyOf: [{ enum: icons }] };
      if (target.properties === undefined && !list) {
        return { ...strict(target, known), ...described };
      }
      if (!Object.hasOwn($defs, name)) {
        $defs[name] = {};
        const properties =
          target.properties && annotated(name, target.properties);
        Object.assign(
          $defs[name],
          strict(list || { ...target, properties }, known),
        );
      }
      // No keyword may be beside a reference.
      return description === undefined
        ? { $ref }
        : { ...described, anyOf: [{ $ref }] };
    }
    if (schema.properties) {
      const required = new Set(schema.required);
      return {
        ...described,
        ...closedObject(schema.properties, required, known),
      };
    }
    const branches = schema.anyOf ?? schema.oneOf;
    if (branches) {
      const anyOf = branches.map((one) => strict(one, known));
      return { ...described, ...union(anyOf) };
    }
    if (schema.enum ?? "const" in schema) {
      return { ...described, ...words(schema.enum ?? [schema.const]) };
    }
    if (schema.type === "array") {
      const items = strict(schema.items ?? true, known);
      return { ...described, type: "array", items };
    }
    const types = [schema.type ?? "object"].flat();
    if (types.includes("object")) return anyJson(description);
    // A text can be a number as well; one type is less to decide for a model.
    const isText = types.includes("string") && types.includes("number");
    const kept = isText ? types.filter((type) => type !== "number") : types;
    return { ...described, type: kept.length === 1 ? kept[0]! : kept };
  }
}

/** An object of any shape, which the dialect does not have. */
function anyJson(description: string | undefined): JsonSchema {
  return {
    type: "string",
    description: [description, 'JSON as a text: {"id": 7}.']
      .filter(Boolean)
      .join(" "),
  };
}

function words(list: readonly unknown[]): JsonSchema {
  const types = new Set(
    list.map((word) => (word === null ? "null" : typeof word)),
  );
  const type = types.size === 1 ? [...types][0]! : [...types];
  return { type, enum: list };
}

/** A choice; words are left out where any text, or the boolean that they spell, is one as well. */
function union(branches: readonly JsonSchema[]): JsonSchema {
  const flat = branches.flatMap((one) =>
    one.anyOf && !one.description ? one.anyOf : [one],
  ) as JsonSchema[];
  const has = (type: string) =>
    flat.some((one) => one.type === type && !one.enum);
  const kept = flat.filter(
    ({ enum: list }) =>
      !list || !(has("string") || (has("boolean") && list.includes("true"))),
  );
  const unique = new Map(kept.map((one) => [JSON.stringify(one), one]));
  const anyOf = [...unique.values()];
  return anyOf.length === 1 ? anyOf[0]! : { anyOf };
}

function optional(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  const described = description === undefined ? {} : { description };
  if (rest.anyOf) {
    return { ...described, anyOf: [...rest.anyOf, { type: "null" }] };
  }
  if (rest.$ref || rest.properties || rest.items) {
    return { ...described, anyOf: [rest, { type: "null" }] };
  }
  const type = [...new Set([...[rest.type ?? []].flat(), "null"])];
  return {
    ...described,
    ...rest,
    type,
    ...(rest.enum && { enum: [...new Set([...rest.enum, null])] }),
  };
}

/**
 * The root is an object and no choice, so several roots become one: it has the properties
 * of all, and what its type does not have is `null`.
 */
function mergeRoots(roots: readonly JsonSchema[]): JsonSchema {
  if (roots.length === 1) return roots[0]!;
  const properties: Record<string, JsonSchema> = {};
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const [name, schema] of Object.entries(
      root.properties as Definitions,
    )) {
      const before = properties[name];
      counts.set(name, (counts.get(name) ?? 0) + 1);
      properties[name] =
        !before || same(before, schema)
          ? (before ?? schema)
          : before.enum && schema.enum
            ? {
                ...before,
                ...words([...new Set([...before.enum, ...schema.enum])]),
              }
            : union([before, schema]);
    }
  }
  for (const [name, schema] of Object.entries(properties)) {
    if (counts.get(name) !== roots.length) properties[name] = optional(schema);
  }
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** Whether two schemas differ in their descriptions alone. */
function same(a: JsonSchema, b: JsonSchema): boolean {
  const text = (schema: JsonSchema) =>
    JSON.stringify(schema, (key, value: unknown) =>
      key === "description" ? undefined : value,
    );
  return text(a) === text(b);
}
