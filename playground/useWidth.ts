import { useEffect, useState, type RefObject } from "react";

export type Width = "narrow" | "medium" | "wide";

/** How much room an element has: for one pane, two, or all of them. */
export function useWidth(element: RefObject<HTMLElement | null>): Width {
  const [width, setWidth] = useState(() => widthOf(innerWidth));
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => {
      if (entry) setWidth(widthOf(entry.contentRect.width));
    });
    if (element.current) sizes.observe(element.current);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}

function widthOf(px: number): Width {
  return px < 640 ? "narrow" : px < 1100 ? "medium" : "wide";
}
