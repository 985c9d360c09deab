import { createContext, useContext } from "react";
import { createReport } from "./errors.js";
import {
  type FieldEntry,
  type FieldRegistry,
  createFieldRegistry,
} from "./fieldRegistry.js";
import { type Settings, defaults } from "./settings.js";
import type { Action, ActionConfig, Loading } from "../core/action.js";
import type { FormValues } from "../core/formValues.js";
import type { Form } from "../forms/FormContext.js";
import type {
  ActionContext,
  TransformUrl,
  Validate,
  WidgetError,
} from "../types.js";

/** The thread item that an action comes from. */
export interface WidgetItem<Widget = unknown> {
  id: string | undefined;
  widget: Widget;
}

/** What handlers a renderer has, read when they are needed: never stale. */
export interface Handlers {
  onAction?: ActionHandlerOf | undefined;
  sendAction?: ActionHandlerOf | undefined;
  onError?: ((error: WidgetError) => void) | undefined;
  validate?: Validate | undefined;
}

type ActionHandlerOf = (
  action: Action,
  item: WidgetItem,
  context: ActionContext,
) => void | Promise<void>;

/** The properties of a host that nodes ask while they draw. */
interface RenderProps {
  transformUrl?: TransformUrl | undefined;
  initialFormValues?: FormValues | undefined;
}

/** The part of a renderer that nodes may reach. Stable while its settings are. */
export interface WidgetContextValue {
  settings: Settings;
  /** The latest handlers of the renderer and the providers above it. */
  handlers(): Handlers;
  /** The item that is drawn, for the handlers. */
  item(): WidgetItem;
  /** The JSON that is drawn: nodes and actions are found in it by identity. */
  root(): unknown;
  signal(): AbortSignal;
  /**
   * Counts what runs: the widget says so, and is inert for a container action. What
   * was `refused` is shown for a moment.
   */
  countActions(loading: "self" | "container" | "refused", change: 1 | -1): void;
  /** What is asked while drawing: of this drawing, not of the last one. */
  renderProps(): RenderProps;
  fieldRegistry: FieldRegistry;
  /** What runs now. */
  pendingActions: Set<PendingAction>;
  /**
   * Tells `onError`, each error once per node. May be called while drawing. `below`
   * is a pointer from the node to what is wrong in it.
   */
  report(error: WidgetError, below?: string): void;
  /** Hands over what was reported while drawing. */
  flush(): void;
}

/** Outside a renderer nodes draw all the same, with nobody to act for them. */
export const defaultContext: WidgetContextValue = {
  settings: defaults,
  handlers: () => ({}),
  item: () => ({ id: undefined, widget: undefined }),
  root: () => undefined,
  signal: () => new AbortController().signal,
  countActions: () => undefined,
  renderProps: () => ({}),
  fieldRegistry: createFieldRegistry(),
  pendingActions: new Set(),
  ...createReport(
    () => undefined,
    () => undefined,
  ),
};

export const WidgetContext = createContext(defaultContext);

let calling: WidgetContextValue | undefined;

/** Runs `draw`, in which nodes are called as functions and `host` is theirs. */
export function withWidgetContext<T>(
  context: WidgetContextValue,
  draw: () => T,
): T {
  const outer = calling;
  calling = context;
  try {
    return draw();
  } finally {
    calling = outer;
  }
}

/** The renderer around, in a component and in a node that is called. */
export function useWidgetContext(): WidgetContextValue {
  // oxlint-disable-next-line react/rules-of-hooks -- A node is called, or it is mounted.
  return calling ?? useContext(WidgetContext);
}

/** What the renderer adds to the JSON of every node. */
export interface NodeProps {
  /** Address for streamed updates; in the DOM as `data-node-id`. */
  id?: string | null;
  /** The node's own JSON, set by the renderer: name it when you report an error. */
  node?: unknown;
}

/** A binding that is drawn, and what of it runs. */
export interface Binding {
  /** Of the last drawing; absent while the node is not drawn. */
  site?: BindingScope | undefined;
  setLoading?: (loading: Loading) => void;
  running?: PendingAction | undefined;
}

/** What a binding stands in. */
export interface BindingScope {
  context: WidgetContextValue;
  form: Form | undefined;
  config: ActionConfig | null | undefined;
  auto: Loading;
  field: FieldEntry | undefined;
}

/** An action that runs. */
export interface PendingAction {
  config: ActionConfig;
  /** What the author calls its node. */
  nodeKey: string | undefined;
  loading: Loading;
  /** The binding that shows it. */
  binding: Binding;
  /** It was started once more meanwhile. */
  again?: boolean;
}
