import type { ActionContext, ActionHandler, WidgetItem } from "../types.js";
import type { ActionConfig } from "../core/action.js";

/** The union of the actions of a map from type to payload, which `type` narrows. */
export type ActionOf<Actions extends object> = {
  [Type in keyof Actions & string]: { type: Type; payload: Actions[Type] };
}[keyof Actions & string];

/** How an action is handled: everything in it but its type and its payload. */
type Handling = Omit<ActionConfig, "type" | "payload">;

/** Every property may be absent, at any level, as form values are merged into a payload at any level. */
type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [Name in keyof T]?: DeepPartial<T[Name]> }
    : T;

/** The author may leave out what form values complete. */
type Authored<Payload> = undefined extends Payload
  ? [payload?: Payload | null, handling?: Handling]
  : Payload extends object
    ? [payload: DeepPartial<Payload>, handling?: Handling]
    : [payload: Payload, handling?: Handling];

/** The result of `defineActions`. */
export interface DefinedActions<Actions extends object> {
  /**
   * A handler for `onAction` or `sendAction` in which `action.type` narrows
   * `action.payload`. The payload is not checked when it runs: it comes from the
   * widget and from what the user typed.
   */
  handler(
    handle: (
      action: ActionOf<Actions>,
      item: WidgetItem,
      context: ActionContext,
    ) => void | Promise<void>,
  ): ActionHandler;
  /** The JSON of an action, for those who write widgets in TypeScript. */
  config<Type extends keyof Actions & string>(
    type: Type,
    ...rest: Authored<Actions[Type]>
  ): ActionConfig;
}

/**
 * The actions that an app knows, by type, with their payloads.
 *
 * @example
 * const actions = defineActions<{
 *   "order.cancel": { id: string };
 *   "cart.clear": undefined;
 * }>();
 * const onAction = actions.handler((action) => {
 *   if (action.type === "order.cancel") cancel(action.payload.id);
 * });
 * const onClickAction = actions.config("order.cancel", { id: "A-1" });
 */
export function defineActions<
  Actions extends object,
>(): DefinedActions<Actions> {
  return {
    handler: (handle) => handle,
    config: (type, ...[payload, handling]) => ({
      ...handling,
      type,
      ...(payload != null && { payload }),
    }),
  };
}
