import { createContext, useContext } from "react";
import type { ActionConfig, Loading } from "../core/action.js";
import type { FormValues } from "../core/formValues.js";
import type { TransformUrl, WidgetItem } from "../types.js";
import { createReporter, type Reporter } from "./errors.js";
import {
  createFieldRegistry,
  type FieldEntry,
  type FieldRegistry,
} from "./fieldRegistry.js";
import { initialSettings, type HostProps, type Settings } from "./settings.js";

/** The functions of a host that are called later than rendering. */
type Handlers = Pick<
  HostProps,
  "onAction" | "sendAction" | "onError" | "validate"
>;

/** Host props that nodes read while they render: of this render, not of the last one. */
export interface RenderProps {
  transformUrl?: TransformUrl | undefined;
  initialFormValues?: Readonly<FormValues> | undefined;
}

/** What a node may reach of its renderer. Stable while the settings are. */
export interface WidgetContextValue extends Reporter {
  settings: Settings;
  /** The latest handlers of the renderer and the providers above it: never stale. */
  handlers(): Handlers;
  /** The rendered item, for the handlers. */
  item(): WidgetItem;
  /** The rendered JSON: nodes and actions are found in it by identity. */
  root(): unknown;
  signal(): AbortSignal;
  /**
   * Counts pending actions, so that the widget announces them and is inert during a
   * container action. `refused` counts the refused ones, which show for a moment.
   */
  countActions(loading: "self" | "container" | "refused", change: 1 | -1): void;
  renderProps(): RenderProps;
  fieldRegistry: FieldRegistry;
  pendingActions: Set<PendingAction>;
}

/** What shows on one node that an action of it is pending. */
export interface Binding {
  /** Of the last render; absent while the node is not mounted. */
  scope?: BindingScope | undefined;
  setLoading?: (loading: Loading) => void;
  pending?: PendingAction | undefined;
}

/** What an action is bound to. */
export interface BindingScope {
  context: WidgetContextValue;
  /** The form around. */
  form: { readonly element: HTMLElement | null } | undefined;
  config: ActionConfig | null | undefined;
  /** What `loadingBehavior: "auto"` means here. */
  auto: Loading;
  /** The field whose change starts the action. */
  field: FieldEntry | undefined;
}

export interface PendingAction {
  config: ActionConfig;
  /** The author's key of its node. */
  nodeKey: string | undefined;
  loading: Loading;
  /** The binding that shows it. */
  binding: Binding;
  /** It was started once more meanwhile. */
  again?: boolean;
}

/** Outside a renderer nodes render as well, and actions have no handler. */
export const defaultContext: WidgetContextValue = {
  settings: initialSettings,
  handlers: () => ({}),
  item: () => ({ id: undefined, widget: undefined }),
  root: () => undefined,
  signal: () => new AbortController().signal,
  countActions: () => undefined,
  renderProps: () => ({}),
  fieldRegistry: createFieldRegistry(),
  pendingActions: new Set(),
  ...createReporter(
    () => undefined,
    () => undefined,
  ),
};

export const WidgetContext = createContext(defaultContext);

let current: WidgetContextValue | undefined;

/** Runs `render`, in which nodes are called as functions within `context`. */
export function withWidgetContext<T>(
  context: WidgetContextValue,
  render: () => T,
): T {
  const outer = current;
  current = context;
  try {
    return render();
  } finally {
    current = outer;
  }
}

/** The context of the renderer around, in a component and in a node that is called. */
export function useWidgetContext(): WidgetContextValue {
  // oxlint-disable-next-line react/rules-of-hooks -- A node is called, or it is mounted.
  return current ?? useContext(WidgetContext);
}

/** What the renderer adds to the JSON of every node. */
export interface NodeProps {
  /** Address for streamed updates; in the DOM as `data-node-id`. */
  id?: string | null;
  /** The node's JSON, set by the renderer: name it when you report an error. */
  node?: unknown;
}
