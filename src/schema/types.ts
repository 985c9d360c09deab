import type { Fault } from "../core/messages.js";
import type { ColorValue } from "../core/style/value.js";

/** A JSON Schema, as far as this entry reads it. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema | boolean>>;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly (JsonSchema | boolean)[];
  oneOf?: readonly (JsonSchema | boolean)[];
  allOf?: readonly (JsonSchema | boolean)[];
  properties?: Readonly<Record<string, JsonSchema | boolean>>;
  required?: readonly string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema | boolean;
  description?: string;
  [keyword: string]: unknown;
}

/**
 * The host's own node types: the name of each, with the schema of its props. It is a JSON Schema, a
 * Standard Schema, such as one of zod, or one of the `schemas` of `defineComponents`. What is no schema,
 * such as a component or `true`, makes the type known, and its props are not checked.
 */
export type ComponentSchemas = Readonly<Record<string, unknown>>;

/** A node type as a whole: what the renderer adds, and its props. */
export interface NodeDefinition {
  type: string;
  description: string | undefined;
  properties: Readonly<Record<string, JsonSchema | boolean>>;
  required: readonly string[];
  children: boolean;
  /** The schema of a host where it is no plain object. */
  schema?: JsonSchema | undefined;
  /** Definitions that the schema of a host refers to. */
  $defs?: JsonSchema["$defs"];
}

export interface ValidateOptions {
  /** The host's own node types, and the JSON Schema of the props of each. */
  components?: ComponentSchemas | undefined;
  /** Names of the host's own icons. */
  icons?: readonly string[] | undefined;
  /** The host's own colours, by name. */
  tokens?: Readonly<Record<string, ColorValue>> | undefined;
}

/**
 * What an issue is about:
 * - `invalid-widget`: no object, or one without a `type`
 * - `unknown-node`: a type that no component has
 * - `invalid-prop`: a value of another kind, a word that is none of the list, a length or a colour that is none
 * - `missing-prop`: a property that the node needs
 * - `unknown-prop`: a property that the node does not have
 * - `duplicate-id`: an `id` that another node has
 * - `field-name`: a name of a field that is taken, or reaches a prototype
 * - `template`: a part of a template, `{{`, that was not filled in
 * - `unknown-icon`, `blocked-url`, `blocked-style`, `limit`: as `onError` of the renderer reports them
 */
export type WidgetIssueCode =
  | "invalid-widget"
  | "unknown-node"
  | "invalid-prop"
  | "missing-prop"
  | "unknown-prop"
  | "duplicate-id"
  | "field-name"
  | "template"
  | "unknown-icon"
  | "blocked-url"
  | "blocked-style"
  | "limit";

/** What is wrong in a widget: where, why, and what to write instead. */
export interface WidgetIssue {
  code: WidgetIssueCode;
  /** `hint`: it renders as it was meant, or nothing depends on it. */
  severity: "error" | "hint";
  /** JSON pointer: `"/children/2/size"`; `""` is the root. */
  path: string;
  /** A sentence for developers and models. */
  message: string;
  /** What may be there, in words. */
  expected: string;
  /** What is there, in words. */
  received: string;
  /** What to write instead: a value, or a name where the name is wrong. Absent where nothing is like it. */
  suggestion?: unknown;
}

/** Called with what is wrong, below a node: `"/status/text"`. */
export type ReportIssue = (
  code: WidgetIssueCode,
  severity: WidgetIssue["severity"],
  at: string,
  fault: Fault,
) => void;

/** What a check of values needs to know. */
export interface CheckContext {
  options: ValidateOptions;
  /** What `#/$defs/…` refers to. */
  defs: Readonly<Record<string, JsonSchema | boolean | undefined>>;
  /** The schema is a host's: its component gets the values as they are, so none is read as another kind. */
  isHost: boolean;
  report: ReportIssue;
}
