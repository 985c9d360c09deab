import { useRef, useState, type RefObject } from "react";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { observeSize } from "./observeSize.js";

/**
 * A ref for an element that may scroll sideways, and the attributes with which the
 * keyboard reaches it then. `label` is its name for assistive technology.
 */
export function useScrollable<E extends HTMLElement>(
  label: string,
): Scrollable<E> {
  const ref = useRef<E>(null);
  const [scrolls, setScrolls] = useState(false);

  useIsomorphicLayoutEffect(() => {
    const element = ref.current!;
    const measure = () => {
      setScrolls(element.scrollWidth > element.clientWidth);
    };
    measure();
    return observeSize([element, element.firstElementChild], measure);
  }, []);

  return {
    ref,
    attributes: scrolls
      ? { role: "region", "aria-label": label, tabIndex: 0 }
      : {},
  };
}

interface Scrollable<E> {
  ref: RefObject<E | null>;
  attributes: { role?: "region"; "aria-label"?: string; tabIndex?: number };
}
