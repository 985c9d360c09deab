/**
 * Calls `changed` when one of the elements gets another size, until the returned
 * function is called. Without a layout, as in jsdom, no size ever changes.
 */
export function observeSize(
  elements: readonly (Element | null)[],
  changed: () => void,
): () => void {
  const observer = globalThis.ResizeObserver && new ResizeObserver(changed);
  for (const element of elements) if (element) observer?.observe(element);
  return () => observer?.disconnect();
}
