import { observeSize } from "./observeSize.js";

/**
 * Makes a `<textarea>` as high as its text where the browser has no
 * `field-sizing: content`, until it is stopped. Its least and its greatest
 * height stand in the css.
 */
export function autosize(field: HTMLElement, stopped: AbortSignal) {
  // This code may have come too late.
  if (stopped.aborted) return;
  let width = field.clientWidth;
  let frame = 0;
  const stop = observeSize([field], () => {
    // The height that is set here is a resize, too.
    if (field.clientWidth === width) return;
    width = field.clientWidth;
    // Later: what an observer resizes at once is an error of the page's.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  fit();
  // With the key, before a frame shows a line too few.
  field.addEventListener("input", fit, { signal: stopped });
  stopped.addEventListener("abort", () => {
    stop();
    cancelAnimationFrame(frame);
  });

  function fit() {
    field.style.height = "auto";
    // Without a layout there is no height to take.
    if (field.scrollHeight === 0) return;
    const border = field.offsetHeight - field.clientHeight;
    field.style.height = `${field.scrollHeight + border}px`;
  }
}
