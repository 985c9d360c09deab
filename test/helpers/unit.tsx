import { render } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import { freeze } from "./freeze.js";

/** A widget that is equal to `value` and shares no object with it, as if it had arrived again. */
export const copyJson = (value: unknown) =>
  JSON.parse(JSON.stringify(value)) as WidgetNode;

/** Renders frozen JSON, whatever it is; `onError` is a spy. */
export function renderWidget(widget: unknown, props = {}) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const view = render(
    <WidgetRenderer
      widget={freeze(widget) as WidgetNode}
      onError={onError}
      {...props}
    />,
  );
  return { ...view, onError };
}

/** What a server sends before the heavy parts have been loaded. */
export function renderOnServer(
  widget: WidgetNode,
  props?: Partial<WidgetRendererProps>,
): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = renderToString(
    <WidgetRenderer locale="en" {...props} widget={widget} />,
  );
  return element;
}

/** Renders a node in a Card, before the text "beside". */
export function renderInCard(node: object) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const text = { type: "Text", value: "beside" };
  const widget = { type: "Card", children: [node, text] };
  const elementOf = (json: object) => (
    <StrictMode>
      <WidgetRenderer widget={json as WidgetNode} onError={onError} />
    </StrictMode>
  );
  const view = render(elementOf(widget));
  return {
    ...view,
    /** Renders the same JSON, parsed again. */
    renderAgain: () => view.rerender(elementOf(copyJson(widget))),
    reports: () => onError.mock.calls.map(([error]) => error),
  };
}

/** A node, the path of what is wrong in it, and what the report says. */
export type InvalidProp = [node: object, path: string, says: RegExp];

/** The one report on a node that was rendered in a Card. */
export const invalidProp = (path: string, says: RegExp) => [
  expect.objectContaining({
    code: "invalid-prop",
    path: `/children/0${path}`,
    message: expect.stringMatching(says) as string,
  }) as WidgetError,
];

/** Tests that what a property cannot be is reported, and harms nothing beside it. */
export function testInvalidProps(cases: InvalidProp[]) {
  test.each(cases)("%j is reported once, at %s", (node, path, says) => {
    const { renderAgain, reports, getByText } = renderInCard(node);
    renderAgain();
    expect(getByText("beside")).toBeVisible();
    expect(reports()).toEqual(invalidProp(path, says));
  });
}
