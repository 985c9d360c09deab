/**
 * The elements under a root with their attributes, a line each, so that two who
 * claim to render the same can be compared.
 *
 * Left out is what says nothing about the page: which ids were generated, the `id` of
 * a node in its JSON, what was typed (which is compared as text), what a widget has
 * beside its nodes (a live region, a ruler), and spans that carry nothing.
 *
 * Sent to other pages as text, so it uses nothing from outside.
 *
 * @param {Element} root
 */
export function snapshot(root) {
  const references = /^(?:id|for|aria-(?:labelledby|describedby|controls))$/;
  const besideNodes =
    'style, script, .wr-hidden, span[aria-hidden="true"][style*="height: 0"]';
  /** @type {string[]} */
  const lines = [];
  /** @param {Element} parent @param {string} indent */
  const add = (parent, indent) => {
    for (const element of parent.children) {
      if (element.matches(besideNodes)) continue;
      if (element.localName === "span" && element.attributes.length === 0) {
        add(element, indent);
        continue;
      }
      const attributes = Array.from(element.attributes, ({ name, value }) =>
        references.test(name) ? name : `${name}="${value}"`,
      )
        .filter((it) => !/^(?:data-node-id|value)=/.test(it))
        .toSorted();
      lines.push(indent + [element.localName, ...attributes].join(" "));
      add(element, `${indent} `);
    }
  };
  add(root, "");
  return lines;
}

/**
 * Where two snapshots part, for the one who has to make them equal.
 *
 * @param {string[]} lines
 * @param {string[]} expected
 */
export function compareSnapshots(lines, expected) {
  const i = expected.findIndex((line, i) => line !== lines[i]);
  if (i < 0 && lines.length === expected.length) return undefined;
  const at = i < 0 ? expected.length : i;
  return `element ${at + 1} is <${lines[at]?.trim()}> instead of <${expected[at]?.trim()}>, after <${expected[at - 1]?.trim()}>`;
}
