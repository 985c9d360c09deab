// A page with one widget. Not TypeScript: every runner finds and loads it by this name.
import { cleanup, configure, render } from "@testing-library/react";
import { createElement } from "react";
import { WidgetRenderer } from "widget-renderer";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

/** @type {unknown[]} What the console and the library complained of. */
let complaints = [];
const { error, warn } = console;

beforeEach(() => {
  complaints = [];
  console.error = console.warn = (...args) => void complaints.push(args);
});

afterEach(() => {
  cleanup();
  Object.assign(console, { error, warn });
  expect(complaints).toEqual([]);
});

/**
 * Renders a widget and collects its actions and the messages of its errors.
 * @param {import("widget-renderer").WidgetNode} widget
 * @param {(action: import("widget-renderer").Action) => void | Promise<void>} [answer]
 */
export function show(widget, answer = () => undefined) {
  /** @type {import("widget-renderer").Action[]} */
  const actions = [];
  /** @type {string[]} */
  const errors = [];
  /** @param {import("widget-renderer").WidgetNode} shown */
  const elementOf = (shown) =>
    createElement(WidgetRenderer, {
      widget: shown,
      onAction: (action) => {
        actions.push(action);
        return answer(action);
      },
      onError: ({ message }) => void errors.push(message),
    });
  const { container, rerender } = render(elementOf(widget));
  return {
    actions,
    errors,
    container,
    /** @param {import("widget-renderer").WidgetNode} shown */
    update: (shown) => rerender(elementOf(shown)),
  };
}
