import { isRecord } from "../core/json.js";
import { annotated, annotations } from "./annotations.js";
import { catalogue, componentSchema } from "./catalogue.js";
import { structuredOutput } from "./structuredOutput.js";
import type { ComponentSchemas, JsonSchema, NodeDefinition } from "./types.js";

/** The `$id` of the whole schema, which is also a file of the package. */
const SCHEMA_ID = "https://unpkg.com/widget-renderer/dist/widget.schema.json";

export interface WidgetSchemaOptions {
  /**
   * `json-schema`: JSON Schema 2020-12, for editors and servers. `structured-output`: the subset
   * that model APIs accept: every property is required and may be `null`, no others are
   * allowed, and objects of any shape are written as JSON in a text, which `repairWidget` reads.
   * @default "json-schema"
   */
  dialect?: "json-schema" | "structured-output" | undefined;
  /** The node types of the library that may be used. @default all */
  nodes?: readonly string[] | undefined;
  /** The host's own node types, and the JSON Schema of the props of each. */
  components?: ComponentSchemas | undefined;
  /** Refuses properties that a node does not have; the renderer ignores them. @default false */
  strict?: boolean | undefined;
  /**
   * Levels of nodes in the structured output, for APIs that refuse a schema which refers
   * to itself. Absent: any number, by reference.
   */
  depth?: number | undefined;
}

/**
 * The JSON Schema of a widget. Its descriptions, words and defaults are those of the nodes.
 *
 * @example
 * widgetSchema(); // for editors and servers
 * widgetSchema({ dialect: "structured-output", nodes: ["Card", "Row", "Text", "Button"] });
 * @throws {TypeError} if `nodes` has a type that the library does not have, or no type is left
 */
export function widgetSchema(
  options: WidgetSchemaOptions = {},
  // Each package that takes a JSON Schema has another type for it: this one is assignable to all.
  // oxlint-disable-next-line typescript/no-explicit-any
): Record<string, any> {
  const definitions = definitionsOf(options);
  return structuredClone(
    options.dialect === "structured-output"
      ? structuredOutput(definitions, options.depth)
      : fullSchema(definitions, options),
  );
}

function definitionsOf({
  nodes = Object.keys(catalogue().nodes),
  components = {},
}: WidgetSchemaOptions): NodeDefinition[] {
  const known = catalogue().nodes;
  const types = new Set([...nodes, ...Object.keys(components)]);
  if (types.size === 0) throw new TypeError('"nodes" has no node type.');
  return Array.from(types, (type) => {
    if (Object.hasOwn(components, type)) {
      const given = componentSchema(components, type) ?? {};
      const schema = withNames(given, type) as JsonSchema;
      const { properties = {}, required = [] } = schema;
      const description = descriptionOf(components[type]) ?? schema.description;
      const own = { ...given.$defs, ...(given["definitions"] as object) };
      return {
        type,
        description,
        properties,
        required,
        children: true,
        schema: given.properties ? undefined : schema,
        $defs: Object.fromEntries(
          Object.entries(own).map(([name, part]) => [
            `${type}.${name}`,
            withNames(part, type) as JsonSchema,
          ]),
        ),
      };
    }
    if (!Object.hasOwn(known, type)) {
      throw new TypeError(
        `"nodes" has "${type}", which is no node of the library. Give its schema in "components".`,
      );
    }
    const { properties, required, children } = known[type]!;
    return {
      type,
      description: annotations().get(type)?.description,
      properties: annotated(type, properties),
      required,
      children,
    };
  });
}

/** What `defineComponents` was given to say of a node. */
export function descriptionOf(given: unknown): string | undefined {
  const description =
    isRecord(given) && "component" in given ? given["description"] : undefined;
  return typeof description === "string" ? description : undefined;
}

/** The schema of a host, whose `#/$defs/Price` is here `#/$defs/Product.Price`. */
function withNames(schema: unknown, type: string): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withNames(one, type));
  if (!isRecord(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]) => {
      if (/^(?:\$schema|\$id|\$defs|definitions)$/.test(name)) return [];
      if (name !== "$ref") return [[name, withNames(value, type)]];
      const own = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(String(value))?.[1];
      return [[name, `#/$defs/${own === undefined ? type : `${type}.${own}`}`]];
    }),
  );
}

function fullSchema(
  definitions: readonly NodeDefinition[],
  { strict = false }: WidgetSchemaOptions,
): JsonSchema {
  const $defs: Record<string, JsonSchema | boolean> = {
    WidgetNode: {
      type: "object",
      properties: { type: { enum: definitions.map(({ type }) => type) } },
      required: ["type"],
      // By the type alone, so that only the node's own definition is asked, and its errors reported.
      allOf: definitions.map(({ type }) => ({
        if: { properties: { type: { const: type } }, required: ["type"] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { $ref: `#/$defs/${type}` },
      })),
    },
    Children: {
      description: "A node, or a list of nodes.",
      anyOf: [
        { type: "array", items: nullable({ $ref: "#/$defs/WidgetNode" }) },
        { $ref: "#/$defs/WidgetNode" },
        { type: "null" },
      ],
    },
  };
  const closed = strict && { additionalProperties: false };
  const { every, values } = catalogue();
  for (const [name, schema] of Object.entries(values)) {
    const { properties, required } = schema;
    $defs[name] = {
      ...annotations().get(name),
      ...(properties ? object(annotated(name, properties), required) : schema),
      // An action may have keys that only the server knows.
      ...(properties && name !== "ActionConfig" && closed),
    };
  }
  for (const definition of definitions) {
    const { type, description, required, children, schema } = definition;
    Object.assign($defs, definition.$defs);
    const properties = {
      ...(strict && { $schema: { type: "string" } }),
      type: { const: type },
      ...annotated("", every),
      ...definition.properties,
      ...(children && { children: { $ref: "#/$defs/Children" } }),
    };
    $defs[type] = {
      ...(description && { description }),
      ...object(properties, ["type", ...required]),
      ...(!schema && closed),
      ...(schema && Object.keys(schema).length > 0 && { allOf: [schema] }),
    };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: SCHEMA_ID,
    title: "Widget",
    description: "A widget of OpenAI's ChatKit, as widget-renderer renders it.",
    $ref: "#/$defs/WidgetNode",
    $defs: used($defs),
  };
}

/** An object; a property that is not required may be `null`, which is the same as absent. */
function object(
  properties: Readonly<Record<string, JsonSchema | boolean>>,
  required: readonly string[] = [],
): JsonSchema {
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        required.includes(name) || name === "children" || name === "$schema"
          ? schema
          : nullable(schema),
      ]),
    ),
    ...(required.length > 0 && { required }),
  };
}

/** A schema that `null` fits as well. Annotations stay outside, where editors look for them. */
function nullable(schema: JsonSchema | boolean): JsonSchema | boolean {
  if (typeof schema === "boolean" || Object.keys(schema).length === 0) {
    return schema;
  }
  const { description, default: preset, examples, ...rest } = schema;
  const { type, anyOf } = rest;
  const annotations = {
    ...(description !== undefined && { description }),
    ...(preset !== undefined && { default: preset }),
    ...(examples !== undefined && { examples }),
  };
  return {
    ...(anyOf && Object.keys(rest).length === 1
      ? { anyOf: [...anyOf, { type: "null" }] }
      : type !== undefined && !("enum" in rest)
        ? { ...rest, type: [...[type].flat(), "null"] }
        : { anyOf: [rest, { type: "null" }] }),
    ...annotations,
  };
}

/** The definitions that others refer to, and those of nodes. */
function used($defs: Record<string, JsonSchema | boolean>): typeof $defs {
  const text = (name: string) => JSON.stringify($defs[name]);
  const found = new Set(["WidgetNode"]);
  for (const name of found) {
    for (const [, other] of text(name).matchAll(/"#\/\$defs\/([^"/]+)"/g)) {
      if (Object.hasOwn($defs, other!)) found.add(other!);
    }
  }
  return Object.fromEntries(
    Object.entries($defs).filter(([name]) => found.has(name)),
  );
}
