/**
 * @typedef {{ path: string, values: number[] }} StyledElement
 * @typedef {{ properties: string[], strings: string[], elements: StyledElement[] }} Styles
 * `values` are positions in `strings`, one per property.
 */

/**
 * Computed styles of every element of a widget below `selector`, of its pseudo
 * elements as well. It runs in the page, so it uses nothing from outside.
 * @param {string} selector
 * @returns {string} `Styles` as JSON: Playwright takes a hundred times longer to hand over the objects
 */
export function readStyles(selector) {
  // The others repeat these by logical names, or show nothing in a page at rest.
  const properties = [...getComputedStyle(document.documentElement)].filter(
    (name) =>
      !/^(?:--|-webkit-(?!text|font|line)|animation|app-|border-(?:end|image|shape|start)|break|column-rule|contain-|corner|counter|hyphenate|inter|marker|math|offset|position-|reading|row-rule|ruby|rule|scroll|shape-(?!r)|speak|timeline|view-|window)|(?:^|-)(?:block|inline)(?:-|$)|-origin$/.test(
        name,
      ),
  );
  /** @type {string[]} */
  const strings = [];
  /** @type {Map<string, number>} by what the browser says */
  const positions = new Map();
  /** @type {Map<string, number>} by what it comes to */
  const normalized = new Map();
  /** @type {Map<string, string>} */
  const colors = new Map();
  const probe = document.createElement("i");
  document.body.append(probe);

  /** One spelling for all colours: red, green, blue of 255 and alpha. @param {string} color */
  const plain = (color) => {
    let found = colors.get(color);
    if (found === undefined) {
      probe.style.color = "";
      probe.style.color = `color(from ${color} srgb r g b / alpha)`;
      const numbers = getComputedStyle(probe).color.match(/-?[\d.]+(e-?\d+)?/g);
      const [r, g, b, alpha = 1] = (numbers ?? []).map(Number);
      found = `rgba(${[r, g, b].map((it) => Math.round((it ?? 0) * 25500) / 100).join(" ")} / ${alpha})`;
      colors.set(color, found);
    }
    return found;
  };
  /** @param {string} value */
  const normalize = (value) =>
    value
      .replace(
        /\b(?:rgba?|hsla?|color|ok(?:lab|lch)|lab|lch)\([^()]*\)/g,
        plain,
      )
      // React numbers ids as it likes.
      .replace(/#[^"')\s]+/g, "#id")
      .replace(/https?:\/\/[^/"]+/g, "");
  /** @param {string} value */
  const position = (value) => {
    let found = positions.get(value);
    if (found === undefined) {
      const text = normalize(value);
      found = normalized.get(text) ?? strings.push(text) - 1;
      normalized.set(text, found);
      positions.set(value, found);
    }
    return found;
  };
  /** @param {Element} element @param {string | null} pseudo */
  const valuesOf = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return properties.map((name) => position(style.getPropertyValue(name)));
  };

  // For screen readers alone, or for the form: they do not show.
  const hidden = ".wr-hidden, select[aria-hidden], input[type=hidden]";
  /** @type {StyledElement[]} */
  const elements = [];
  for (const part of document.querySelectorAll(selector)) {
    const name = part.getAttribute("data-part") ?? "popup";
    for (const element of part.querySelectorAll("*")) {
      if (element.closest(hidden)) continue;
      const path = `${name} ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      elements.push({ path, values: valuesOf(element, null) });
      for (const pseudo of ["::before", "::after", "::placeholder"]) {
        const { content } = getComputedStyle(element, pseudo);
        const shown =
          pseudo === "::placeholder"
            ? element.hasAttribute("placeholder")
            : content !== "none" && content !== "normal";
        if (shown) {
          elements.push({
            path: path + pseudo,
            values: valuesOf(element, pseudo),
          });
        }
      }
    }
  }
  probe.remove();
  return JSON.stringify({ properties, strings, elements });
}
