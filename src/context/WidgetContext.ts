import { createContext, useContext } from "react";
import type { FormValues } from "../core/formValues.js";
import type { TransformUrl, WidgetItem } from "../types.js";
import { createReporter, type Reporter } from "./errors.js";
import { createFieldRegistry, type FieldRegistry } from "./fieldRegistry.js";
import { PendingActions } from "./pendingActions.js";
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
  /**
   * More of the widget is to come ("growing"), has come with this render ("ended") or
   * before it ("grown"); `undefined`: the widget came as a whole.
   */
  growth?: "growing" | "ended" | "grown" | undefined;
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
  renderProps(): RenderProps;
  fieldRegistry: FieldRegistry;
  pendingActions: PendingActions;
}

/** Outside a renderer nodes render as well, and actions have no handler. */
export const defaultContext: WidgetContextValue = {
  settings: initialSettings,
  handlers: () => ({}),
  item: () => ({ id: undefined, widget: undefined }),
  root: () => undefined,
  signal: () => new AbortController().signal,
  renderProps: () => ({}),
  fieldRegistry: createFieldRegistry(),
  pendingActions: new PendingActions(),
  ...createReporter(
    () => undefined,
    () => undefined,
  ),
};

export const WidgetContext = createContext(defaultContext);

/** The context of the renderer around. */
export function useWidgetContext(): WidgetContextValue {
  return useContext(WidgetContext);
}

/** What the renderer adds to the JSON of every node. */
export interface NodeProps {
  /** Address for streamed updates; in the DOM as `data-node-id`. */
  id?: string | null;
  /** The node's JSON, set by the renderer: name it when you report an error. */
  node?: unknown;
}
