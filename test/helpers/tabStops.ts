/** What Tab comes to in an element, in order; a group of radios is one stop. */
export function tabStopsOf(root: Element): Element[] {
  const groups = new Set<string>();
  return [
    ...root.querySelectorAll<HTMLElement>(
      "a[href], button, input, textarea, select, [tabindex]",
    ),
  ].filter((element) => {
    if (element.tabIndex < 0 || element.matches(":disabled, [inert] *")) {
      return false;
    }
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") {
      return true;
    }
    const { name } = element;
    const group = [
      ...root.querySelectorAll<HTMLInputElement>("[type='radio']"),
    ].filter((radio) => radio.name === name && !radio.disabled);
    const stop = group.find((radio) => radio.checked) ?? group[0];
    const isFirst = !groups.has(name);
    if (element === stop) groups.add(name);
    return isFirst && element === stop;
  });
}

const isLine = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration) =>
  outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;

/** Whether a line of 2 px or more shows that the element has the focus. */
export const showsFocus = (element: Element) =>
  isLine(getComputedStyle(element)) ||
  isLine(getComputedStyle(element, "::before"));

/** Whether a part of it can be seen: nothing scrolled it away or lies on it. */
export function isInView(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return (
    bottom > 0 && right > 0 && top < window.innerHeight && left < innerWidth
  );
}
