import type { ComponentProps } from "react";
import type { ActionContext } from "./context.js";
import type { Action } from "./core/action.js";
import type { nodes } from "./nodes/index.js";

type Nodes = typeof nodes;

/** The name of a node type: what stands at `type`. */
export type NodeType = keyof Nodes;

/** `null` is absent: optional properties may be `null` in JSON. */
type Nullable<P> = {
  [Name in keyof P]: undefined extends P[Name] ? P[Name] | null : P[Name];
};

type Children<P> = "children" extends keyof P
  ? { children?: WidgetNode | null | readonly (WidgetNode | null)[] }
  : unknown;

/** What a component takes beside the JSON of its node. */
type NotJson = "children" | "node" | "key" | "ref";

type Json<Type extends NodeType> = {
  type: Type;
  /** Tells siblings apart across updates. @default id, then the position */
  key?: string | null;
} & Nullable<Omit<ComponentProps<Nodes[Type]>, NotJson>> &
  Children<ComponentProps<Nodes[Type]>>;

/** The JSON of a node, by its type: `WidgetNode<"Button">`. */
export type WidgetNode<Type extends NodeType = NodeType> = {
  [T in Type]: Json<T>;
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
