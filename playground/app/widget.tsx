// The page that `widget-renderer screenshot` takes pictures of.
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";
import "./widget.css";

declare global {
  /** Resolves when all that the page shows is there. */
  var settled: () => Promise<void>;
  /** Px of the whole page. */
  var fullHeight: () => number;
  /** Where the widget is, in px. */
  var boxOfWidget: () => {
    x: number;
    y: number;
    width: number;
    height: number;
  };
}

const theme =
  new URLSearchParams(location.search).get("theme") === "dark"
    ? "dark"
    : "light";
const container = document.querySelector("#widget")!;

async function render() {
  const widget = (await (await fetch("/widget.json")).json()) as WidgetNode;
  document.documentElement.style.colorScheme = theme;
  flushSync(() =>
    createRoot(container).render(
      <WidgetRenderer
        widget={widget}
        theme={theme}
        // They make a widget look as it does where it is used: links and buttons act.
        onAction={() => {}}
        sendAction={() => {}}
        // The command has reported them.
        onError={() => {}}
      />,
    ),
  );
}

const rendered = render();

globalThis.settled = async () => {
  await rendered;
  await document.fonts.ready;
  await Promise.all(
    // A picture that cannot be loaded is rendered as such.
    Array.from(document.images, (image) => image.decode().catch(() => {})),
  );
  await frame();
  await frame();
};

globalThis.fullHeight = () => document.documentElement.scrollHeight;

globalThis.boxOfWidget = () => {
  // Beside it is what assistive technology reads alone.
  const box = container.querySelector(".wr-root")?.getBoundingClientRect();
  if (!box || box.width === 0 || box.height === 0) {
    return { x: 0, y: 0, width: 1, height: 1 };
  }
  const x = Math.floor(box.left);
  const y = Math.floor(box.top);
  return {
    x,
    y,
    width: Math.ceil(box.right) - x,
    height: Math.ceil(box.bottom) - y,
  };
};

function frame() {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
