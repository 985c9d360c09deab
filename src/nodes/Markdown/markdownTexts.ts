import type { ExtraProps } from "react-markdown";

type Element = NonNullable<ExtraProps["node"]>;
type Child = Element["children"][number];

/** Elements around which white space means nothing. */
const BLOCK =
  /^(?:blockquote|h[1-6r]|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;

/**
 * Wraps each text that has elements beside it in an element. A browser that
 * translates the page replaces text nodes. React can still change the text of an
 * element then, but not a text node beside elements, which has left the page: the new
 * text would not show, or its removal would throw.
 */
export function separateTexts() {
  // A text at the top level is always wrapped: other blocks may be beside it.
  return (root: { children: unknown[] }) => {
    root.children = separate(root.children as Child[]).map(wrapText);
  };
}

function separate(children: readonly Child[]): Child[] {
  const joined: Child[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (!("value" in child)) {
      if (child.type === "element") {
        const inside = separate(child.children);
        child.children = inside.length > 1 ? inside.map(wrapText) : inside;
      }
      joined.push(child);
    } else if (last?.type === "text") last.value += child.value;
    // HTML is shown as a text, as it was written.
    else joined.push({ type: "text", value: child.value });
  }
  return joined.filter(
    (child, i) =>
      child.type !== "text" ||
      child.value.trim() !== "" ||
      !(isBlock(joined[i - 1]) || isBlock(joined[i + 1])),
  );
}

function wrapText(child: Child): Child {
  return child.type === "text"
    ? { type: "element", tagName: "span", properties: {}, children: [child] }
    : child;
}

function isBlock(child: Child | undefined): boolean {
  return child?.type === "element" && BLOCK.test(child.tagName);
}
