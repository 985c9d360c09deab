/**
 * Makes a `<textarea>` as high as its text where the browser has no
 * `field-sizing: content`, until it is stopped. Its least and its greatest
 * height stand in the css.
 */
export function autosize(field: HTMLElement): () => void {
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
  fit(field);
  observer.observe(field);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    field.style.height = "";
  };
}

function fit(field: HTMLElement) {
  field.style.height = "auto";
  const border = field.offsetHeight - field.clientHeight;
  field.style.height = `${field.scrollHeight + border}px`;
}
