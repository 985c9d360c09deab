import { expect, vi } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetRendererProps } from "../../src/index.js";
import { find } from "./queries.js";

export function markdownElement(
  value: string,
  props: Partial<WidgetRendererProps> = {},
  streaming?: boolean,
) {
  return (
    <div style={{ width: 400 }}>
      <WidgetRenderer
        {...props}
        widget={{ type: "Markdown", value, streaming: streaming ?? null }}
      />
    </div>
  );
}

export async function renderMarkdown(
  value: string,
  props?: Partial<WidgetRendererProps>,
  streaming?: boolean,
) {
  const screen = await render(markdownElement(value, props, streaming));
  // The first one waits for its chunk.
  await vi.waitFor(() => {
    expect(document.querySelector(".wr-Markdown")).not.toBeNull();
    expect(document.querySelector(".wr-Markdown-source")).toBeNull();
  });
  return screen;
}

export const style = (selector: string) => getComputedStyle(find(selector));
