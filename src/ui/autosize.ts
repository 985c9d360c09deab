import { observeSize } from "./observeSize.js";

/**
 * Makes a `<textarea>` as high as its text where the browser has no
 * `field-sizing: content`, until it is stopped. Its least and its greatest
 * height are in the css.
 */
export function autosize(field: HTMLElement, stopped: AbortSignal) {
  // The field may have gone while this code was loading.
  if (stopped.aborted) return;
  let width = field.clientWidth;
  let frame = 0;
  const stop = observeSize([field], () => {
    // Setting the height here is a resize as well, of the height alone.
    if (field.clientWidth === width) return;
    width = field.clientWidth;
    // In the next frame, since a resize within an observer is reported as an error.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  fit();
  // At each key, before a frame could show one line too few.
  field.addEventListener("input", fit, { signal: stopped });
  stopped.addEventListener("abort", () => {
    stop();
    cancelAnimationFrame(frame);
  });

  function fit() {
    field.style.height = "auto";
    // Without a layout, as in jsdom, there is no height.
    if (field.scrollHeight === 0) return;
    const border = field.offsetHeight - field.clientHeight;
    field.style.height = `${field.scrollHeight + border}px`;
  }
}
