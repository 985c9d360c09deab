import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { AddressedWidget } from "./nodes/addresses.js";

interface OutlineProps {
  /** What has the widget in it. */
  frame: RefObject<HTMLElement | null>;
  addresses: AddressedWidget;
  node: { path: string; type: string } | undefined;
  look: "selected" | "shown";
}

const NODES = "[data-node-id]";

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A line around a node, over the page: nothing in the widget changes for it. */
export function Outline({ frame, addresses, node, look }: OutlineProps) {
  const element = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{
    path: string;
    box: Box | undefined;
  }>();
  const path = node?.path;
  const box = measured?.path === path ? measured?.box : undefined;

  useLayoutEffect(() => {
    const root = frame.current;
    const sheet = element.current?.parentElement;
    if (!root || !sheet || path === undefined) return;
    const measure = () => {
      const origin = sheet.getBoundingClientRect();
      const box = boxAround(addresses.elementsOf(root, path), origin);
      setMeasured((before) =>
        before?.path === path && isSame(before.box, box)
          ? before
          : { path, box },
      );
    };
    // It calls back at first, and when the page, the widget or one of its parts has another size.
    const sizes = new ResizeObserver(measure);
    for (const part of [sheet, root, ...root.querySelectorAll(NODES)]) {
      sizes.observe(part);
    }
    const parts = new MutationObserver(measure);
    parts.observe(root, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      parts.disconnect();
    };
  }, [frame, addresses, path]);

  return (
    <div
      ref={element}
      className="pg-outline"
      data-look={look}
      aria-hidden="true"
      hidden={!box || !node}
      style={box}
    >
      {look === "shown" && (
        <span className="pg-outline-name">{node?.type}</span>
      )}
    </div>
  );
}

function boxAround(
  elements: readonly Element[],
  origin: DOMRect,
): Box | undefined {
  const rects = elements
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 || height > 0);
  if (rects.length === 0) return undefined;
  const left = Math.min(...rects.map(({ left }) => left));
  const top = Math.min(...rects.map(({ top }) => top));
  return {
    left: left - origin.left,
    top: top - origin.top,
    width: Math.max(...rects.map(({ right }) => right)) - left,
    height: Math.max(...rects.map(({ bottom }) => bottom)) - top,
  };
}

function isSame(a: Box | undefined, b: Box | undefined): boolean {
  return (
    a?.left === b?.left &&
    a?.top === b?.top &&
    a?.width === b?.width &&
    a?.height === b?.height
  );
}
