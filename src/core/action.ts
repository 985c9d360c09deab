import { mergeValues, nestValues, type FormProblem } from "./formValues.js";

/** What an author binds to an event: ChatKit's `ActionConfig`. */
export interface ActionConfig {
  /** The name that the host or the server switches on. */
  type: string;
  /** What the author sends along; form values are merged into it. */
  payload?: unknown;
  /** Who handles the action. @default "server" */
  handler?: "server" | "client" | null;
  /**
   * What shows that the action is pending: `self` the node, `container` the whole
   * widget, `none` nothing, `auto` what is usual for the node.
   * @default "auto"
   */
  loadingBehavior?: LoadingBehavior | null;
  /** `false`: a synchronous server action, whose reply is not a stream. @default true */
  streaming?: boolean | "true" | "false" | null;
}

export type LoadingBehavior = "auto" | Loading;

/** What shows that an action is pending: nothing, the node, or the whole widget. */
export type Loading = "none" | "self" | "container";

/** An action as a handler gets it: as in ChatKit's `onAction` and `sendCustomAction`. */
export interface Action {
  type: string;
  payload?: unknown;
}

/** The `loadingBehavior` of an action; `auto` and anything unknown is the default of its node. */
export function resolveLoading(config: ActionConfig, auto: Loading): Loading {
  const asked = config.loadingBehavior;
  return asked === "self" || asked === "container" || asked === "none"
    ? asked
    : auto;
}

/**
 * The action that is sent: what the author wrote, with keys that only the server knows,
 * but without the ones that say how it is handled.
 */
export function toAction(config: ActionConfig): Action {
  const action: Action & Partial<ActionConfig> = { ...config };
  delete action.handler;
  delete action.loadingBehavior;
  delete action.streaming;
  if (action.payload == null) delete action.payload;
  return action;
}

/** `false` and `"false"` ask for a synchronous server action. */
export function isStreaming(config: ActionConfig): boolean {
  return config.streaming !== false && config.streaming !== "false";
}

/**
 * Returns `action` with the values of a form, by name, in its payload. Dots in a name
 * nest, objects are merged level by level, and the author's payload wins. Values that
 * are left out are reported.
 *
 * @example
 * withFormValues({ type: "save", payload: { id: 1 } }, { "todo.title": "Milk" })
 * // { type: "save", payload: { id: 1, todo: { title: "Milk" } } }
 */
export function withFormValues(
  action: Action,
  values: Readonly<Record<string, unknown>> | undefined,
  report?: (problem: FormProblem) => void,
): Action {
  const nested = nestValues(Object.entries(values ?? {}), report);
  const payload = mergeValues(action.payload, nested, report);
  return payload === action.payload ? action : { ...action, payload };
}
