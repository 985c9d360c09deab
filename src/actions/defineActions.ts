import type { ActionContext, ActionHandler, WidgetItem } from "../types.js";
import type { ActionConfig } from "../core/action.js";

/** The actions of a map from type to payload; `type` tells them apart. */
export type ActionOf<Actions extends object> = {
  [Type in keyof Actions & string]: { type: Type; payload: Actions[Type] };
}[keyof Actions & string];

/** How an action is handled: all of it but its type and its payload. */
type Handling = Omit<ActionConfig, "type" | "payload">;

/** At any level, as form values are merged. */
type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [Name in keyof T]?: DeepPartial<T[Name]> }
    : T;

/** What form values complete may be left out by the author. */
type Authored<Payload> = undefined extends Payload
  ? [payload?: Payload | null, handling?: Handling]
  : Payload extends object
    ? [payload: DeepPartial<Payload>, handling?: Handling]
    : [payload: Payload, handling?: Handling];

/** What `defineActions` gives. */
export interface DefinedActions<Actions extends object> {
  /**
   * A handler for `onAction` or `sendAction` in which `action.type` narrows
   * `action.payload`. Nothing is checked when it runs: a payload comes from the
   * widget and from what the reader typed.
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
