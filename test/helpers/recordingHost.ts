import { vi } from "vitest";
import type {
  Action,
  ActionContext,
  WidgetError,
  WidgetItem,
} from "../../src/index.js";

/** A host that records the actions and the errors that it gets. */
export function recordingHost() {
  const errors: WidgetError[] = [];
  const sendAction = vi.fn(
    (
      _action: Action,
      _item: WidgetItem,
      _context: ActionContext,
    ): void | Promise<void> => undefined,
  );
  return {
    sendAction,
    onError: (error: WidgetError) => void errors.push(error),
    errors,
    codes: () => errors.map(({ code }) => code),
    sent: () => sendAction.mock.calls.map(([action]) => action),
  };
}

/** A handler that refuses an action with a message for each of these fields. */
export const rejected = (fieldErrors: object) => () =>
  Promise.reject(Object.assign(new Error("refused"), { fieldErrors }));
