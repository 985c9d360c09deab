import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";

/** What the translation of a text begins and ends with. */
const [OPEN, CLOSE] = ["‹", "›"];

/**
 * Does what a browser does that translates the page: each text node leaves the
 * page, and two `<font>` elements with its translation replace it.
 */
export function translate(scope: Node = document.body) {
  const texts = document.createTreeWalker(
    scope,
    NodeFilter.SHOW_TEXT,
    (text) =>
      text.textContent!.trim() === "" ||
      text.parentElement!.closest("font, style, script, textarea")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const found: Node[] = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const [outer, inner] = ["font", "font"].map((tag) =>
      document.createElement(tag),
    );
    inner!.textContent = `${OPEN}${text.textContent}${CLOSE}`;
    outer!.append(inner!);
    text.parentNode!.replaceChild(outer!, text);
  }
}

/** What is written on the page, whether it was translated or not. */
export const textOf = (element: Node) =>
  element.textContent!.replaceAll(/[‹›]/g, "").trim();

/** Texts that share their element, and so are text nodes to React. */
export function textsBesideOthers(element: Node) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { textContent, parentNode } = texts.currentNode;
    if (parentNode!.childNodes.length > 1) found.push(textContent!);
  }
  return found;
}

/** Translates every text that is written, until the returned function is called. */
export function keepTranslating() {
  const observer = new MutationObserver(() => translate());
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  translate();
  return () => observer.disconnect();
}

/** The errors that were reported or thrown while a test ran. */
let faults: unknown[] = [];

const onFault = (event: ErrorEvent) => faults.push(event.error);

const onError = (error: WidgetError) => {
  if (error.code === "render") faults.push(error);
};

/** Fails each test after which an error was reported or thrown. */
export function failOnFaults() {
  beforeEach(() => {
    faults = [];
    // React reports elements where HTML allows none.
    vi.spyOn(console, "error").mockImplementation((...error: unknown[]) => {
      faults.push(error);
    });
    window.addEventListener("error", onFault);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    window.removeEventListener("error", onFault);
    expect(faults).toEqual([]);
  });
}

/** A widget and what updates it. */
export async function renderWidget(
  widget: WidgetNode,
  props: Partial<WidgetRendererProps> = {},
) {
  const element = (json: WidgetNode, more = props): ReactNode => (
    <div style={{ width: 480 }}>
      <WidgetRenderer
        locale="en-US"
        onError={onError}
        {...more}
        widget={json}
      />
    </div>
  );
  const screen = await render(element(widget));
  await settled();
  return {
    element: screen.container,
    update: async (json: WidgetNode, more = props) => {
      await screen.rerender(element(json, more));
      await settled();
    },
  };
}

/** Waits for the code of what loads lazily. */
async function settled() {
  await vi.waitFor(() => {
    expect(document.querySelector(".wr-Markdown-source")).toBeNull();
    for (const chart of document.querySelectorAll(".wr-Chart")) {
      expect(chart.querySelector("caption + thead")).not.toBeNull();
    }
  });
}

export const markdown = (value: string, streaming = false): WidgetNode => ({
  type: "Markdown",
  value,
  streaming,
});
