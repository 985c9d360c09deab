import { vi } from "vitest";
import {
  dispatchAction,
  type ActionStart,
} from "../../src/actions/dispatchAction.js";
import type { WidgetContextValue } from "../../src/context/WidgetContext.js";
import type { ActionConfig } from "../../src/core/action.js";

export type Handlers = ReturnType<WidgetContextValue["handlers"]>;

export const item = { id: "msg_1", widget: undefined };
export const node = { type: "Button", id: "b", key: "k" };
export const config: ActionConfig = { type: "save", payload: { id: 1 } };

export function createForm(html = '<input name="city" value="Porto">') {
  const form = document.createElement("form");
  form.innerHTML = html;
  return { element: form };
}

/** Dispatches an action in a context that consists of spies. */
export function dispatch(
  handlers: Handlers,
  start: Partial<ActionStart> = {},
  action: ActionConfig = config,
  found: { path: string; node: Record<string, unknown> } | undefined = {
    path: "/children/0",
    node,
  },
) {
  const unmount = new AbortController();
  const report = vi.fn();
  const refuse = vi.fn();
  const context = {
    report,
    signal: () => unmount.signal,
    handlers: () => handlers,
    item: () => item,
    pendingActions: { refuse },
  } as unknown as WidgetContextValue;
  const outcome = dispatchAction(
    {
      context,
      binding: { owner: node, name: "onClickAction" },
      config: action,
      auto: "none",
      form: undefined,
      ...start,
    },
    action,
    found,
  );
  return { context, outcome, report, refuse, unmount };
}
