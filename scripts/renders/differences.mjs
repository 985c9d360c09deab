// What differs between two renders of a story.

/**
 * @typedef {import("./readTree.mjs").Node} Node
 * @typedef {import("./readTree.mjs").Tree} Tree
 * @typedef {Record<string, Tree>} Render by what was set for it: "light 800"
 * @typedef {{ story: string, path: string, what: string, before: string, after: string }} Difference
 */

/**
 * @param {string} story
 * @param {Render} before
 * @param {Render} after
 * @param {(attribute: string) => boolean} [isIgnored]
 * @returns {Difference[]}
 */
export function differences(story, before, after, isIgnored = () => false) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [a, b] = [before[name], after[name]];
    /** @type {Difference[]} */
    const found = [];
    const id = `${story} (${name})`;
    if (!a || !b) {
      const [from, to] = [a, b].map((it) => (it ? "there" : "not there"));
      return [
        {
          story: id,
          path: "",
          what: "render",
          before: `${from}`,
          after: `${to}`,
        },
      ];
    }
    compareNodes(a.root, b.root, []);
    return found;

    /**
     * @param {Node} from
     * @param {Node} to
     * @param {string[]} parents
     */
    function compareNodes(from, to, parents) {
      const path = [...parents, labelOf(from)];
      /** @param {string} what @param {string | undefined} x @param {string | undefined} y */
      const put = (what, x, y) => {
        if (x === y) return;
        found.push({
          story: id,
          path: path.slice(1).join(" > "),
          what,
          before: x ?? "(none)",
          after: y ?? "(none)",
        });
      };
      put("text", from.text, to.text);
      compareRecords(from.attributes, to.attributes, (key, x, y) => {
        if (!isIgnored(key)) put(`attribute ${key}`, x, y);
      });
      compareRecords(
        a?.styles[from.style ?? -1],
        b?.styles[to.style ?? -1],
        // The initial value is not written down.
        (key, x = "(initial)", y = "(initial)") => put(`style ${key}`, x, y),
      );
      const [mine, theirs] = [from.children ?? [], to.children ?? []];
      const tags = [mine, theirs].map((list) =>
        list.map(({ tag }) => tag).join(" "),
      );
      put("children", tags[0], tags[1]);
      // Others would be compared with what they are not.
      if (tags[0] !== tags[1]) return;
      for (const [i, child] of mine.entries()) {
        const other = theirs[i];
        if (other) compareNodes(child, other, path);
      }
    }
  });
}

/**
 * @param {Record<string, string> | undefined} a
 * @param {Record<string, string> | undefined} b
 * @param {(key: string, x: string | undefined, y: string | undefined) => void} report
 */
function compareRecords(a = {}, b = {}, report) {
  if (a === b) return;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (a[key] !== b[key]) report(key, a[key], b[key]);
  }
}

/** @param {Node} node */
function labelOf({ tag, attributes = {} }) {
  const name = attributes["class"]?.split(" ")[0] ?? attributes["id"];
  return name ? `${tag}.${name}` : tag;
}

/**
 * The same difference at many elements is one, with the elements it is at;
 * what is at most of them comes first.
 * @param {Difference[]} all
 */
export function group(all) {
  /** @type {Map<string, { what: string, before: string, after: string, places: { story: string, path: string }[] }>} */
  const groups = new Map();
  for (const { story, path, what, before, after } of all) {
    const key = JSON.stringify([what, before, after]);
    const one = groups.get(key) ?? { what, before, after, places: [] };
    one.places.push({ story, path });
    groups.set(key, one);
  }
  // Styles follow from the others.
  const isStyle = (/** @type {string} */ what) => what.startsWith("style ");
  return [...groups.values()].sort(
    (a, b) =>
      Number(isStyle(a.what)) - Number(isStyle(b.what)) ||
      b.places.length - a.places.length,
  );
}
