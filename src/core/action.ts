import { mergeValues, nestValues, type FormProblem } from "./formValues.js";

/** What an author binds to an event: ChatKit's `ActionConfig`. */
export interface ActionConfig {
  /** The name that the host or the server switches on. */
  type: string;
  /** What the author sends along; form values are merged into it. */
  payload?: unknown;
  /** Who takes the action. @default "server" */
  handler?: "server" | "client" | null;
  /**
   * What shows that the action runs: `self` the node, `container` the whole
   * widget, `none` nothing, `auto` what is usual for the node.
   * @default "auto"
   */
  loadingBehavior?: LoadingBehavior | null;
  /** `false`: a synchronous server action. @default true */
  streaming?: boolean | "true" | "false" | null;
}

export type LoadingBehavior = "auto" | Loading;

/** What shows that an action runs. */
export type Loading = "none" | "self" | "container";

/** What a handler gets: what ChatKit's `onAction` and `sendCustomAction` take. */
export interface Action {
  type: string;
  payload?: unknown;
}

/** What `loadingBehavior` means at a site whose default is `auto`. */
export function resolveLoading(config: ActionConfig, auto: Loading): Loading {
  const asked = config.loadingBehavior;
  return asked === "self" || asked === "container" || asked === "none"
    ? asked
    : auto;
}

/**
 * An action as it travels: what the author wrote, keys of servers' own as well,
 * without how it is handled.
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
 * `action` with the values of a form, by name, in its payload: dots in a name
 * nest, objects are merged level by level, and what the author wrote wins. What
 * is lost is told.
 *
 * @example
 * withFormValues({ type: "save", payload: { id: 1 } }, { "todo.title": "Milk" })
 * // { type: "save", payload: { id: 1, todo: { title: "Milk" } } }
 */
export function withFormValues(
  action: Action,
  values: Readonly<Record<string, unknown>> | undefined,
  tell?: (problem: FormProblem) => void,
): Action {
  const nested = nestValues(Object.entries(values ?? {}), tell);
  const payload = mergeValues(action.payload, nested, tell);
  return payload === action.payload ? action : { ...action, payload };
}
