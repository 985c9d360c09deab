import { enumOf, isRecord } from "../../src/core/json.js";
import type { ColorContext } from "../../src/core/style/color.js";
import { annotated } from "../../src/schema/annotations.js";
import { catalogue, resolve } from "../../src/schema/catalogue.js";
import type { JsonSchema } from "../../src/schema/types.js";

/** How a property is edited. */
export type FieldKind =
  /** One of a list. */
  | "choice"
  | "switch"
  | "text"
  | "number"
  /** Px, or CSS. */
  | "length"
  /** Units of 4 px, or CSS. */
  | "space"
  | "color"
  | "icon"
  /** An object whose properties are fields themselves. */
  | "object"
  /** Any other JSON. */
  | "json";

/** A property of a node as its types describe it. */
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
  description: string | undefined;
  /** What applies while it is not set. */
  preset: unknown;
  examples: readonly unknown[];
  /** Of a choice, or of an icon its known names. */
  options: readonly string[];
  /** Of a colour. */
  context: ColorContext | undefined;
  /** Whether a text that is no number is taken. */
  takesText: boolean;
  least: number | undefined;
  step: number | "any";
  /** Of an object; of another kind those that an object in its place has. */
  fields: readonly Field[];
}

/** Objects in objects are edited as fields down to this level, and below it as JSON. */
const LEVELS = 3;

/** The properties of a node of the library, those it needs first; none for another type. */
export function fieldsOf(type: string): readonly Field[] {
  const { nodes, every } = catalogue();
  const node = Object.hasOwn(nodes, type) ? nodes[type] : undefined;
  if (!node) return [];
  const fields = readFields(type, node.properties, node.required, LEVELS);
  const own = new Set(fields.map(({ name }) => name));
  return [
    ...fields.filter(({ required }) => required),
    ...fields.filter(({ required }) => !required),
    ...readFields("", every, [], LEVELS).filter(({ name }) => !own.has(name)),
  ];
}

function readFields(
  owner: string,
  properties: Readonly<Record<string, JsonSchema | boolean>>,
  required: readonly string[] = [],
  levels: number,
): Field[] {
  return Object.entries(annotated(owner, properties)).map(([name, schema]) =>
    readField(
      owner,
      name,
      schema as JsonSchema,
      required.includes(name),
      levels - 1,
    ),
  );
}

function readField(
  owner: string,
  name: string,
  schema: JsonSchema,
  required: boolean,
  levels: number,
): Field {
  const refs: string[] = [];
  const branches = branchesOf(schema, refs);
  const { values, icons } = catalogue();
  const [objectName] = refs.filter((ref) => values[ref]?.properties);
  const object = objectName === undefined ? undefined : values[objectName];
  const words = branches.flatMap(({ enum: words }) => words ?? []).map(String);
  const types = branches.flatMap(({ type }) => [type ?? []].flat());
  const context = refs
    .map((ref) => /^(Text|Surface|Border|Chart)Color$/.exec(ref)?.[1])
    .find((one) => one !== undefined);
  const takesText = types.includes("string");
  const takesNumber = types.includes("number") || types.includes("integer");
  const { minimum } = branches.find((one) => "minimum" in one) ?? {};
  const kind = kindOf();
  return {
    name,
    kind,
    required,
    description: schema.description,
    preset: schema["default"],
    examples: Array.isArray(schema["examples"]) ? schema["examples"] : [],
    options: kind === "icon" ? icons : kind === "switch" ? [] : words,
    context: context?.toLowerCase() as ColorContext | undefined,
    takesText,
    least: typeof minimum === "number" ? minimum : undefined,
    step: kind === "space" ? 1 : types.includes("integer") ? 1 : "any",
    fields:
      object?.properties && levels > 0
        ? readFields(objectName!, object.properties, object.required, levels)
        : [],
  };

  function kindOf(): FieldKind {
    if (context) return "color";
    if (refs.includes("IconName")) return "icon";
    if (owner === "Spacing" || refs.some((ref) => SPACES.has(ref as never))) {
      return "space";
    }
    if (words.length > 0 && !takesText && !takesNumber) {
      return isBoolean(words) ? "switch" : "choice";
    }
    if (takesNumber && !refs.includes("ShownText")) {
      return takesText || words.length > 0 ? "length" : "number";
    }
    if (takesText) return "text";
    if (types.includes("boolean")) return "switch";
    return object ? "object" : "json";
  }
}

/** Values in units of 4 px. */
const SPACES = enumOf("Space Padding Margin");

function isBoolean(words: readonly string[]) {
  return words.every((word) => word === "true" || word === "false");
}

/** The ways in which a value may be written, and the names that lead to them. */
function branchesOf(
  schema: JsonSchema | boolean,
  refs: string[],
): JsonSchema[] {
  if (typeof schema === "boolean") return [];
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "");
    refs.push(name);
    const target = resolve(schema, catalogue().values);
    return target.properties ? [] : branchesOf(target, refs);
  }
  return schema.anyOf
    ? schema.anyOf.flatMap((one) => branchesOf(one, refs))
    : [schema];
}

/** The properties of a node that its type does not have. */
export function unknownNames(
  json: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): string[] {
  const known = new Set([
    "type",
    "children",
    ...fields.map(({ name }) => name),
  ]);
  return Object.keys(json).filter((name) => !known.has(name));
}

/** The fields that edit a value: those of an object where there is one. */
export function isObjectValue(field: Field, value: unknown): boolean {
  return (
    field.fields.length > 0 && (field.kind === "object" || isRecord(value))
  );
}
