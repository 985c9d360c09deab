import { act } from "react";
import { createRoot } from "react-dom/client";
import { WidgetRenderer, type WidgetError } from "../../src/index.js";
import { createWidgetStream, type Part } from "../../src/stream/index.js";
import type { WidgetProps } from "./widgetElement.js";

export interface GrowingReply {
  container: HTMLElement;
  /** The next `count` characters, and a frame of the browser. */
  next: (count: number) => Promise<boolean>;
  end: () => Promise<void>;
  /** Whether a widget is still to be completed. */
  isGrowing: () => boolean;
  errors: WidgetError[];
  /** The images that the renderer was to load. */
  urls: Set<string>;
  remove: () => void;
}

/** Renders a reply that grows by steps, as an app does. */
export function growReply(text: string, props: WidgetProps = {}): GrowingReply {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const stream = createWidgetStream();
  const errors: WidgetError[] = [];
  const urls = new Set<string>();
  let at = 0;
  const show = async () => {
    const { parts } = stream.getSnapshot();
    await act(async () => {
      root.render(
        <Reply
          parts={parts}
          props={{
            ...props,
            onError: (error) => errors.push(error),
            transformUrl: (url, about) => {
              urls.add(url);
              return props.transformUrl ? props.transformUrl(url, about) : url;
            },
          }}
        />,
      );
      await nextFrame();
    });
  };
  return {
    container,
    errors,
    urls,
    isGrowing: () =>
      stream
        .getSnapshot()
        .parts.some((part) => part.type === "widget" && !part.complete),
    next: async (count) => {
      if (at >= text.length) return false;
      stream.push(text.slice(at, (at += count)));
      await show();
      return true;
    },
    end: async () => {
      stream.end();
      await show();
    },
    remove: () => {
      root.unmount();
      container.remove();
    },
  };
}

function Reply({
  parts,
  props,
}: {
  parts: readonly Part[];
  props: WidgetProps;
}) {
  return parts.map((part, i) =>
    part.type === "text" ? (
      <div key={i}>{part.text}</div>
    ) : (
      <WidgetRenderer
        key={i}
        locale="en-US"
        {...props}
        widget={part.widget}
        growing={!part.complete}
      />
    ),
  );
}

export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
