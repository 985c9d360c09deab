import { isRecord } from "../core/json.js";
import { MEANINGS } from "../core/style/color.js";
import lines from "./nodes.json" with { type: "json" };
import { isStandard, toJsonSchema } from "./standardSchema.js";
import type { ComponentSchemas, JsonSchema } from "./types.js";

type Properties = Record<string, JsonSchema>;

/** A node type: its properties, and which of them it needs. */
export interface NodeSchema extends JsonSchema {
  properties: Readonly<Properties>;
  required: readonly string[];
  /** Whether it renders children. */
  children: boolean;
}

/** What is known of the nodes. */
export interface Catalogue {
  /** Properties that every node has. */
  every: Properties;
  nodes: Record<string, NodeSchema>;
  /** What properties refer to: `#/$defs/Length`. */
  values: Record<string, JsonSchema>;
  icons: readonly string[];
}

/** The types that a server sends as the root of a widget. */
export const ROOTS = ["Card", "ListView", "Basic"];

const number = { type: "number" };
const text = { type: "string" };
const positive = { ...number, minimum: 0 };

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** The types that lines name by a word of their notation. */
const TYPES: Readonly<Record<string, JsonSchema>> = {
  Str: text,
  /** From 0 up, as the renderer reads one. */
  Num: positive,
  Whole: { type: "integer", minimum: 0 },
  Count: { type: "integer", minimum: 1 },
  Float: number,
  Bool: { type: "boolean" },
  Null: { type: "null" },
  Any: {},
  Regex: { ...text, format: "regex" },
};

let known: Catalogue | undefined;

/**
 * What `scripts/schema.mjs` wrote into nodes.json, read when it is first needed. `@node Badge` begins a
 * node, `label! ShownText` is a property of it, `!` means that it is required.
 */
export function catalogue(): Catalogue {
  if (known) return known;
  const every: Properties = {};
  const nodes: Catalogue["nodes"] = {};
  const values = valuesOf();
  const groups: Record<string, Properties> = {};
  let icons: string[] = [];
  let properties: Properties = {};
  let required: string[] = [];
  for (const line of lines) {
    const [head = "", name = "", ...parts] = line.split(" ");
    if (head === "@icons") icons = [name, ...parts];
    else if (head === "@every") properties = every;
    else if (head.startsWith("@")) {
      properties = {};
      required = [];
      if (head === "@group") groups[name] = properties;
      else if (head === "@value") values[name] = { properties, required };
      else {
        const children = parts[0] === "children";
        nodes[name] = { properties, required, children };
        for (const part of children ? parts.slice(1) : parts) {
          const [group, ...without] = part.split("-");
          for (const [prop, schema] of Object.entries(groups[group!]!)) {
            if (!without.includes(prop)) properties[prop] = schema;
          }
        }
      }
    } else {
      const prop = head.replace("!", "");
      if (prop !== head) required.push(prop);
      properties[prop] = typeOf(name);
    }
  }
  values["IconName"] = wordsOrText(icons);
  return (known = { every, nodes, values, icons });
}

/** `sm|md|lg` are words, `Length` is a value that has a name, `[SelectOption]` a list, `{Str}` an object of texts. */
function typeOf(notation: string): JsonSchema {
  const words: string[] = [];
  const types: string[] = [];
  const others: JsonSchema[] = [];
  for (const part of notation.match(/\[[^\]]+\]|\{[^}]+\}|[^|]+/g)!) {
    const inner = part.slice(1, -1);
    const plain = Object.hasOwn(TYPES, part) ? TYPES[part] : undefined;
    if (part.startsWith("[")) {
      others.push({ type: "array", items: typeOf(inner) });
    } else if (part.startsWith("{")) {
      others.push({ type: "object", additionalProperties: typeOf(inner) });
    } else if (plain) {
      if (Object.keys(plain).join() === "type")
        types.push(plain.type as string);
      else others.push(plain);
    } else if (/^[A-Z]/.test(part)) others.push(ref(part));
    else words.push(part.replaceAll("_", " "));
  }
  if (words.length > 0) others.unshift({ enum: words });
  if (types.length > 0) {
    others.push({ type: types.length > 1 ? types : types[0]! });
  }
  return others.length > 1 ? { anyOf: others } : others[0]!;
}

/** Words that an editor offers where any text is taken. */
function wordsOrText(words: Iterable<string>, more: JsonSchema[] = []) {
  return { anyOf: [{ enum: [...words] }, text, ...more] };
}

function valuesOf(): Catalogue["values"] {
  const size = { anyOf: [positive, text] };
  const values: Catalogue["values"] = {
    ShownText: { type: ["string", "number"] },
    Length: size,
    Space: size,
    Padding: { anyOf: [positive, text, ref("Spacing")] },
    Margin: { anyOf: [number, text, ref("Spacing")] },
    Flex: { anyOf: [number, text] },
    AspectRatio: size,
    AnyBorder: { anyOf: [positive, ref("Border"), ref("Borders")] },
    Date: { ...text, pattern: "^\\s*\\d{4}-\\d\\d-\\d\\d" },
    ImageUrl: text,
    FieldName: text,
  };
  for (const [context, words] of Object.entries(MEANINGS)) {
    const name = `${context[0]!.toUpperCase()}${context.slice(1)}Color`;
    values[name] = wordsOrText(words, [ref("ThemeColor")]);
  }
  return values;
}

/** What a host gave for a node type: its schema, alone or in a definition of `defineComponents`. */
export function hostSchema(
  components: ComponentSchemas,
  type: string,
): unknown {
  const given = Object.hasOwn(components, type) ? components[type] : undefined;
  return isRecord(given) && "component" in given && "schema" in given
    ? given["schema"]
    : given;
}

/** The JSON Schema of the props of a host's node; `undefined` where none is given. */
export function componentSchema(
  components: ComponentSchemas,
  type: string,
): JsonSchema | undefined {
  const given = hostSchema(components, type);
  if (isStandard(given)) return toJsonSchema(given);
  // A component of React may be an object as well.
  return isRecord(given) && !("$$typeof" in given) ? given : undefined;
}

/** The schema that a reference leads to. */
export function resolve(
  schema: JsonSchema | boolean | undefined,
  defs: Readonly<Record<string, JsonSchema | boolean | undefined>>,
): JsonSchema {
  const target =
    typeof schema === "object" && schema.$ref
      ? defs[schema.$ref.replace("#/$defs/", "")]
      : schema;
  return typeof target === "object" ? target : {};
}
