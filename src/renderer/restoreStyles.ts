/**
 * A policy without `unsafe-inline` keeps the attribute of a style in the
 * server's HTML but not its effect, and React takes what is there for right.
 * @returns whether the attribute was emptied as well, as Firefox does: then
 * only another render in the browser brings the styles.
 */
export function restoreStyles(root: HTMLElement | null): boolean {
  // One stands for all: finding them all takes longer than rendering them.
  const first = root?.hasAttribute("style")
    ? root
    : root?.querySelector<HTMLElement>("[style]");
  if (!root || !first || first.style.length > 0) return false;
  if (first.getAttribute("style") === "") return true;
  const styled = root.querySelectorAll<HTMLElement>("[style]");
  for (const element of [root, ...styled]) {
    element.style.cssText = element.getAttribute("style") ?? "";
  }
  return false;
}
