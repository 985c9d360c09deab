import type { ComponentProps } from "react";
import type { Action } from "./core/action.js";
import type { FormValues } from "./core/formValues.js";
import type { nodes } from "./nodes/index.js";

type Nodes = typeof nodes;

/**
 * The host's own nodes, for the types: a name and the properties of its JSON, or
 * of its component. Children are added.
 *
 * @example
 * declare module "widget-renderer" {
 *   interface CustomNodes {
 *     Product: { name: string; price: number };
 *     Rating: ComponentProps<typeof Rating>;
 *   }
 * }
 */
export interface CustomNodes {}

type CustomType = Extract<keyof CustomNodes, string>;

/** The name of a node type: what stands at `type`. */
export type NodeType = keyof Nodes | CustomType;

/** `null` is absent: optional properties may be `null` in JSON. */
type Nullable<P> = {
  [Name in keyof P]: undefined extends P[Name] ? P[Name] | null : P[Name];
};

interface Children {
  children?: WidgetNode | null | readonly (WidgetNode | null)[];
}

/** What a component takes beside the JSON of its node. */
type NotJson = "children" | "node" | "key" | "ref";

interface Named<Type> {
  type: Type;
  /** Tells siblings apart across updates. @default id, then the position */
  key?: string | null;
}

type Json<Type extends keyof Nodes> = Named<Type> &
  Nullable<Omit<ComponentProps<Nodes[Type]>, NotJson>> &
  ("children" extends keyof ComponentProps<Nodes[Type]> ? Children : unknown);

type CustomJson<Type extends CustomType> = Named<Type> & {
  /** Address for streamed updates. */
  id?: string | null;
} & Nullable<Omit<CustomNodes[Type], NotJson | "type" | "id">> &
  Children;

/** The JSON of a node, by its type: `WidgetNode<"Button">`. */
export type WidgetNode<Type extends NodeType = NodeType> = {
  // A host's component goes before ours of the same name.
  [T in Type]: T extends CustomType
    ? CustomJson<T>
    : T extends keyof Nodes
      ? Json<T>
      : never;
}[Type];

/** The root of a widget, as servers send it. Any other node is drawn as well. */
export type WidgetRoot = WidgetNode<"Card" | "ListView" | "Basic">;

/** What a handler gets about the thread item that carries the widget. */
export interface WidgetItem {
  id: string | undefined;
  widget: WidgetNode | null | undefined;
}

/**
 * Takes actions. Written as a method, so that a handler for ChatKit's
 * `onAction`, whose types are narrower, is accepted.
 */
export type ActionHandler = {
  handle(
    action: Action,
    item: WidgetItem,
    context: ActionContext,
  ): void | Promise<void>;
}["handle"];

export type WidgetErrorCode =
  | "invalid-widget"
  | "invalid-prop"
  | "unknown-node"
  | "unknown-icon"
  | "render"
  | "limit"
  | "blocked-url"
  | "blocked-style"
  | "field-name"
  | "payload-collision"
  | "unhandled-action"
  | "action"
  | "stream";

/** What went wrong, where, and what can be done about it. */
export interface WidgetError {
  code: WidgetErrorCode;
  /**
   * Why a handler failed, for code: the `reason` of what it threw, as a
   * `ChatKitError` and what `createFetchAction` rejects with have one.
   */
  reason?: string | undefined;
  /** A sentence for developers, not for users: what happened, why it matters, how to fix it. */
  message: string;
  /**
   * JSON pointer to the node: `"/children/0/children/2"`, `""` for the root; of an
   * `invalid-prop` to the property: `"/children/0/size"`.
   */
  path?: string;
  /** The JSON of the node. */
  node?: unknown;
  /** What was thrown. */
  cause?: unknown;
}

export interface ActionContext {
  /** Who takes the action. */
  handler: "client" | "server";
  /** `false`: a synchronous server action (`threads.sync_custom_action`). */
  streaming: boolean;
  /** The node that the action stands on. */
  node: { type: string; id?: string; key?: string; path: string };
  /** The values of the form that the action was started in; dots in names nest. */
  formValues?: FormValues;
  /** Aborted when the renderer unmounts. */
  signal: AbortSignal;
  /** Starts a server action, for instance after work on the client. */
  sendAction(action: Action): Promise<void>;
}

export type TransformUrl = (
  url: string,
  use: { kind: "image" | "link"; node: unknown; prop: string },
) => string | null | undefined;

/**
 * A host's own validation, asked when a form is submitted or a Card confirmed
 * and the browser found nothing: messages by field name, which are shown at the
 * fields, or nothing if all is well. While a promise runs, the action is pending.
 */
export type Validate = {
  validate(
    values: FormValues,
    context: ActionContext,
  ): ValidateResult | Promise<ValidateResult>;
}["validate"];

type ValidateResult =
  Readonly<Record<string, string>> | null | undefined | void;
