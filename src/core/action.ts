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

/** An action as it travels: what the author wrote, without how it is handled. */
export function toAction(config: ActionConfig): Action {
  return config.payload == null
    ? { type: config.type }
    : { type: config.type, payload: config.payload };
}

/** `false` and `"false"` ask for a synchronous server action. */
export function isStreaming(config: ActionConfig): boolean {
  return config.streaming !== false && config.streaming !== "false";
}
