import { expect, vi } from "vitest";
import { render } from "vitest-browser-react";
import { find } from "./queries.js";
import { widgetAtWidth, type WidgetProps } from "./widgetElement.js";

export function markdownElement(
  value: string,
  props?: WidgetProps,
  streaming?: boolean,
) {
  return widgetAtWidth(
    400,
    { type: "Markdown", value, streaming: streaming ?? null },
    props,
  );
}

export async function renderMarkdown(
  value: string,
  props?: WidgetProps,
  streaming?: boolean,
) {
  const screen = await render(markdownElement(value, props, streaming));
  // The first Markdown of a page waits for its code.
  await vi.waitFor(() => {
    expect(document.querySelector(".wr-Markdown")).not.toBeNull();
    expect(document.querySelector(".wr-Markdown-source")).toBeNull();
  });
  return screen;
}

export const style = (selector: string) => getComputedStyle(find(selector));
