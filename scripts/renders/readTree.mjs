/**
 * @typedef {object} Node
 * @property {string} tag of an element, "::before" of a pseudo element, "#text" of a text
 * @property {string} [text]
 * @property {Record<string, string>} [attributes] with the state that is in none
 * @property {number} [style] position in `styles`
 * @property {Node[]} [children]
 */
/** @typedef {{ root: Node, styles: Record<string, string>[] }} Tree */

/**
 * What the page shows of its story, its popups included: elements with attributes,
 * texts and those computed styles that are not initial. It runs in the page, so it
 * uses nothing from outside.
 * @returns {Tree}
 */
export function readTree() {
  const probe = document.createElement("i");
  probe.style.all = "initial";
  document.documentElement.append(probe);
  const properties = [...getComputedStyle(probe)].filter(
    // What has a logical name as well is there by the other.
    (name) =>
      !/^--|(?:^|-)(?:block|inline)(?:-|$)|^perspective-origin$/.test(name),
  );
  const initial = new Map(
    properties.map((name) => [
      name,
      getComputedStyle(probe).getPropertyValue(name),
    ]),
  );
  probe.remove();

  /** React numbers ids by what it has rendered before. @type {Map<string, string>} */
  const ids = new Map();
  /** @param {string} value */
  const settled = (value) =>
    value
      .replace(/_r_[0-9a-z]+_|«r[0-9a-z]+»|:r[0-9a-z]+:/g, (id) => {
        const known = ids.get(id) ?? `id${ids.size + 1}`;
        ids.set(id, known);
        return known;
      })
      .replace(/https?:\/\/127\.0\.0\.1:\d+/g, "")
      // Names of built files end in a hash of what is in them.
      .replace(/(\/assets\/[\w.-]+?)-[\w-]{8}(\.\w+)/g, "$1$2");

  /** @type {Record<string, string>[]} */
  const styles = [];
  /** @type {Map<string, number>} */
  const known = new Map();
  /**
   * @param {Element} element
   * @param {string} [pseudo]
   */
  const styleOf = (element, pseudo) => {
    const computed = getComputedStyle(element, pseudo);
    /** @type {Record<string, string>} */
    const style = {};
    for (const name of properties) {
      const value = computed.getPropertyValue(name);
      if (value !== initial.get(name)) style[name] = settled(value);
    }
    const text = JSON.stringify(style);
    const position = known.get(text) ?? styles.push(style) - 1;
    known.set(text, position);
    return position;
  };

  /** @param {Element} element @returns {Node} */
  const read = (element) => {
    /** @type {Record<string, string>} */
    const attributes = {};
    for (const { name, value } of element.attributes) {
      attributes[name] = settled(value);
    }
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      attributes[".value"] = settled(element.value);
      if ("checked" in element) attributes[".checked"] = `${element.checked}`;
    }
    if (element === document.activeElement) attributes[".focused"] = "true";
    /** @type {Node[]} */
    const children = [];
    for (const pseudo of ["::before", "::after", "::placeholder"]) {
      const { content } = getComputedStyle(element, pseudo);
      const isShown =
        pseudo === "::placeholder"
          ? element.hasAttribute("placeholder")
          : content !== "none" && content !== "normal";
      if (isShown) {
        children.push({ tag: pseudo, style: styleOf(element, pseudo) });
      }
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) children.push(read(child));
      else if (child instanceof Text && child.data !== "") {
        children.push({ tag: "#text", text: settled(child.data) });
      }
    }
    return {
      tag: element.tagName.toLowerCase(),
      attributes,
      style: styleOf(element),
      children,
    };
  };

  // Popups are beside the story; the rest of the body is Storybook's.
  const shown = Array.from(document.body.children).filter(
    (element) =>
      element.id === "storybook-root" ||
      !(
        /^(?:SCRIPT|STYLE|LINK|TEMPLATE)$/.test(element.tagName) ||
        element.id.startsWith("storybook-") ||
        element.className.startsWith("sb-")
      ),
  );
  return { root: { tag: "body", children: shown.map(read) }, styles };
}
