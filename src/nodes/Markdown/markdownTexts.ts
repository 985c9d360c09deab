import type { ExtraProps } from "react-markdown";

type Element = NonNullable<ExtraProps["node"]>;
type Child = Element["children"][number];

/** Around these, white space is none. */
const BLOCK =
  /^(?:blockquote|h[1-6r]|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;

/**
 * Gives each text beside elements an element of its own. A browser that
 * translates the page puts others in place of its text nodes; React then still
 * changes the text of an element, but not a text node beside elements, which has
 * left the page: the new text would not show, or its removal would throw.
 */
export function separateTexts() {
  // The top level has no element of its own: other blocks are beside it.
  return (root: { children: unknown[] }) => {
    root.children = separate(root.children as Child[]).map(wrapped);
  };
}

function separate(children: readonly Child[]): Child[] {
  const joined: Child[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (!("value" in child)) {
      if (child.type === "element") {
        const inside = separate(child.children);
        child.children = inside.length > 1 ? inside.map(wrapped) : inside;
      }
      joined.push(child);
    } else if (last?.type === "text") last.value += child.value;
    // HTML is shown as it was written.
    else joined.push({ type: "text", value: child.value });
  }
  return joined.filter(
    (child, i) =>
      child.type !== "text" ||
      child.value.trim() !== "" ||
      !(isBlock(joined[i - 1]) || isBlock(joined[i + 1])),
  );
}

function wrapped(child: Child): Child {
  return child.type === "text"
    ? { type: "element", tagName: "span", properties: {}, children: [child] }
    : child;
}

function isBlock(child: Child | undefined): boolean {
  return child?.type === "element" && BLOCK.test(child.tagName);
}
