import { useEffect, type RefObject } from "react";

/**
 * Makes a `<textarea>` as high as its text where the browser has no
 * `field-sizing: content`. Its least and its greatest height stand in the css.
 */
export function useAutosize(
  ref: RefObject<HTMLTextAreaElement | null>,
  value: string,
  enabled = true,
) {
  useEffect(() => {
    if (enabled && !isNative()) fit(ref.current);
  }, [ref, value, enabled]);

  useEffect(() => {
    const field = ref.current;
    if (!field || !enabled || isNative()) return;
    let width = field.clientWidth;
    let frame = 0;
    const observer = new ResizeObserver(() => {
      // The height that `fit` sets is a resize, too.
      if (field.clientWidth === width) return;
      width = field.clientWidth;
      // Later: what an observer resizes at once is an error of the page's.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => fit(field));
    });
    observer.observe(field);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      field.style.height = "";
    };
  }, [ref, enabled]);
}

function isNative(): boolean {
  return CSS.supports("field-sizing", "content");
}

function fit(field: HTMLTextAreaElement | null) {
  if (!field) return;
  field.style.height = "auto";
  const border = field.offsetHeight - field.clientHeight;
  field.style.height = `${field.scrollHeight + border}px`;
}
