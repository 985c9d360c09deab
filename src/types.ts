import type { ComponentProps } from "react";
import type { Action } from "./core/action.js";
import type { FormValues } from "./core/formValues.js";
import type { nodes } from "./nodes/index.js";

type Nodes = typeof nodes;

/**
 * The nodes that the host adds, for the compiler: the name of each, with the properties
 * of its JSON or of its component. `children` is added.
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

/** The name of a node type: the `type` of a node. */
export type NodeType = keyof Nodes | CustomType;

/** `null` is absent: optional properties may be `null` in JSON. */
type Nullable<P> = {
  [Name in keyof P]: undefined extends P[Name] ? P[Name] | null : P[Name];
};

interface Children {
  children?: WidgetNode | null | readonly (WidgetNode | null)[];
}

/** Props of a component that are not in the JSON of its node. */
type NotJson = "children" | "node" | "key" | "ref";

interface Named<Type> {
  type: Type;
  /** Identifies the node among its siblings across updates. @default `id`, then the position */
  key?: string | null;
}

type Json<Type extends keyof Nodes> = Named<Type> &
  Nullable<Omit<ComponentProps<Nodes[Type]>, NotJson>> &
  ("children" extends keyof ComponentProps<Nodes[Type]> ? Children : unknown);

type CustomJson<Type extends CustomType> = Named<Type> & {
  /** The id by which updates of a stream address the node. */
  id?: string | null;
} & Nullable<Omit<CustomNodes[Type], NotJson | "type" | "id">> &
  Children;

/** The JSON of a node, by its type: `WidgetNode<"Button">`. */
export type WidgetNode<Type extends NodeType = NodeType> = {
  // A component of the host replaces the library's component of the same name.
  [T in Type]: T extends CustomType
    ? CustomJson<T>
    : T extends keyof Nodes
      ? Json<T>
      : never;
}[Type];

/** The root of a widget, as servers send it. The renderer accepts any other node, too. */
export type WidgetRoot = WidgetNode<"Card" | "ListView" | "Basic">;

/** The thread item of the widget, as a handler gets it. */
export interface WidgetItem {
  id: string | undefined;
  widget: WidgetNode | null | undefined;
}

/**
 * Handles actions. The type is written as a method, so that a handler for ChatKit's
 * `onAction` is accepted, whose types are narrower.
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

/** An error of a widget: what happened, where, and how to fix it. */
export interface WidgetError {
  code: WidgetErrorCode;
  /**
   * Why a handler failed: the `reason` of the error that it threw, as a `ChatKitError`
   * and the errors of `createFetchAction` have one. For code that decides what to show.
   */
  reason?: string | undefined;
  /** A sentence for developers, not for users: what happened, why it matters, how to fix it. */
  message: string;
  /**
   * JSON pointer to the node: `"/children/0/children/2"`, or `""` for the root. With
   * `invalid-prop` it points to the property: `"/children/0/size"`.
   */
  path?: string;
  /** The JSON of the node. */
  node?: unknown;
  /** The thrown value. */
  cause?: unknown;
}

export interface ActionContext {
  /** Who handles the action. */
  handler: "client" | "server";
  /** `false`: a synchronous server action (`threads.sync_custom_action`). */
  streaming: boolean;
  /** The node whose event has the action. */
  node: { type: string; id?: string; key?: string; path: string };
  /** The values of the form in which the action was started; dots in names nest. */
  formValues?: FormValues;
  /** Aborted when the renderer unmounts. */
  signal: AbortSignal;
  /** Sends an action to the server, for example after work on the client. */
  sendAction(action: Action): Promise<void>;
}

export type TransformUrl = (
  url: string,
  use: { kind: "image" | "link"; node: unknown; prop: string },
) => string | null | undefined;

/**
 * Validates a form for the host. It is called when a form is submitted, or a Card is
 * confirmed, and the browser has found no error. It returns messages by the name of the
 * field, which are shown at the fields, or nothing if the values are valid. While its
 * promise is unsettled, the action is pending.
 */
export type Validate = {
  validate(
    values: FormValues,
    context: ActionContext,
  ): ValidateResult | Promise<ValidateResult>;
}["validate"];

type ValidateResult =
  Readonly<Record<string, string>> | null | undefined | void;
