import { createContext, useContext, type ComponentType } from "react";
import type { Action } from "../core/action.js";
import { defaultLimits, type Limits } from "../core/limits.js";
import type { ColorValue } from "../core/style/style.js";
import { isObject, locate } from "../core/nodeTree.js";
import type { FormValues } from "../core/formValues.js";
import { createFieldRegistry, type FieldRegistry } from "../forms/FormContext.js";
import type { PendingAction } from "../actions/useAction.js";
import { defaultLabels, type Labels } from "../core/labels.js";
import type { Theme } from "./theme.js";

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

/** The thread item that an action comes from. */
export interface WidgetItem<Widget = unknown> {
  id: string | undefined;
  widget: Widget;
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

/** Host components: they get the node's JSON as props and drawn `children`. */
// oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
export type NodeComponent = ComponentType<any>;

/** Draws an icon; sized and coloured by the node around it. */
export type IconComponent = ComponentType<Record<string, never>>;

/** What a host may set for a widget or, by `WidgetProvider`, for many. */
export interface Settings {
  components: Readonly<Record<string, NodeComponent>>;
  icons: Readonly<Record<string, IconComponent>>;
  labels: Labels;
  theme: Theme | undefined;
  locale: string | undefined;
  interactive: boolean;
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  cardSize: "sm" | "md" | "lg" | "full";
  tokens: Readonly<Record<string, ColorValue>> | undefined;
  limits: Limits;
}

export type TransformUrl = (
  url: string,
  use: { kind: "image" | "link"; node: unknown; prop: string },
) => string | null | undefined;

/** What handlers a renderer has, read when they are needed: never stale. */
export interface Handlers {
  onAction?: ActionHandlerOf | undefined;
  sendAction?: ActionHandlerOf | undefined;
  onError?: ((error: WidgetError) => void) | undefined;
  validate?: Validate | undefined;
}

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

const defaults: Settings = {
  components: {},
  icons: {},
  labels: defaultLabels,
  theme: undefined,
  locale: undefined,
  interactive: true,
  headingLevel: 3,
  cardSize: "md",
  tokens: undefined,
  limits: defaultLimits,
};

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
export function withWidgetContext<T>(context: WidgetContextValue, draw: () => T): T {
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

/**
 * A `report` that tells each error once per node and never in the middle of
 * drawing, where a host's `onError` could not set state: what is reported then
 * waits for `flush`, or for the end of the task.
 */
export function createReport(
  root: () => unknown,
  onError: () => ((error: WidgetError) => void) | undefined,
): Pick<WidgetContextValue, "report" | "flush"> {
  const told = new WeakMap<object, Set<string>>();
  const nowhere = {};
  /** Values that are wrong, by where: an update makes their node another object. */
  const wrong = new Set<string>();
  let queue: [error: WidgetError, below: string][] = [];
  return { report, flush };

  function report(error: WidgetError, below = "") {
    const node = isObject(error.node) ? error.node : nowhere;
    const known = told.get(node) ?? new Set();
    const name = `${error.code} ${error.path ?? below} ${error.message}`;
    // A failed action fails anew each time it is tried.
    if (known.has(name) && error.code !== "action") return;
    told.set(node, known.add(name));
    if (queue.push([error, below]) === 1) queueMicrotask(flush);
  }

  function flush() {
    const errors = queue;
    queue = [];
    for (const [error, below] of errors) {
      const at = error.path ?? locate(root(), error.node)?.path;
      const path = at === undefined ? at : at + below;
      if (error.code === "invalid-prop") {
        const name = `${path} ${error.message}`;
        if (wrong.has(name)) continue;
        wrong.add(name);
      }
      const full = path === undefined ? error : { ...error, path };
      try {
        (onError() ?? warn)(full);
      } catch (cause) {
        // A listener that fails must not take the page with it.
        console.error(cause);
      }
    }
  }
}

function warn({ code, message, path, cause }: WidgetError) {
  const where = path === undefined ? "" : ` at "${path}"`;
  const text = `widget-renderer [${code}]${where}: ${message}`;
  if (cause === undefined) console.warn(text);
  else console.warn(text, cause);
}

/** What the renderer adds to the JSON of every node. */
export interface NodeProps {
  /** Address for streamed updates; in the DOM as `data-node-id`. */
  id?: string | null;
  /** The node's own JSON, set by the renderer: name it when you report an error. */
  node?: unknown;
}
