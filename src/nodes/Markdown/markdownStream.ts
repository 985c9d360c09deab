import type { ExtraProps } from "react-markdown";
import remend from "remend";

/**
 * The last block of a text that is still growing, without incomplete marks: open
 * ones are closed, and what may become a mark, an item or a table is left out until
 * it is complete.
 */
export function closeMarks(block: string): string {
  const lines = block.split("\n");
  const last = lines.pop()!;
  const before = lines.at(-1);
  const code = endsInCode(block);
  if (code ? /^[ \t]{0,40}[`~]{1,2}$/.test(last) : isMarker(last, block)) {
    return upTo(lines);
  }
  if (code) return block;
  if (DEFINITION.test(last)) return upTo(lines);
  if (/^[ \t>]*\S+$/.test(last) && DEFINITION.test(before ?? "")) {
    return upTo(lines.slice(0, -1));
  }
  // Only the second line makes a table of the first.
  if (/^[ \t|:-]*$/.test(last) && isRow(before) && isBlank(lines.at(-2))) {
    return upTo(lines.slice(0, -1));
  }
  if (isRow(last) && isBlank(before)) return upTo(lines);

  // No mark extends over a blank line.
  const start = lines.findLastIndex(isBlank) + 1;
  const open = [...lines.slice(start), last].join("\n");
  return upTo(lines.slice(0, start)) + (open.length > MAX ? open : close(open));
}

/**
 * The definition of a link or a picture, as `[a]: https://…`, whose address is not
 * complete. What a footnote is defined as is a text.
 */
const DEFINITION =
  /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[(?!\^))?(?:\\.|[^[\]\\]){1,999}\]:[ \t]*(?:<[^>]*|\S*)$/;

/** Longer than any paragraph, and short enough to be scanned at each update. */
const MAX = 10_000;

function close(text: string): string {
  const steady = text
    // A picture shows nothing before its address is complete.
    .replace(/!\[[^[\]\n]*\]?$/, "")
    // Words in brackets mostly become a link when the address follows.
    .replace(/(^|[^\]!\w\\])\[([^[\]\n]+)\]$/, "$1$2")
    .replace(MAYBE_OPENING, "$1")
    // The first one or two of three closing marks.
    .replace(/(^|[^*])(\*\*\*)([^*\n]+)\*{1,2}$/, "$1$2$3$2");
  return remend(steady, OPTIONS).replaceAll(INCOMPLETE_IMAGE, "");
}

/**
 * Marks at the end which may open what follows: after a blank or a bracket, and in
 * scripts without blanks after any character. If they close something, it is closed
 * without them as well.
 */
const MAYBE_OPENING = /(^|[\s([{|"'\u2014-\uFFFF])[*_~`]+$|(?<!\*)\*+$/;

const OPTIONS = {
  linkMode: "text-only",
  // Marks that are not rendered, or that mean something else once the text has ended.
  katex: false,
  singleTilde: false,
  comparisonOperators: false,
  setextHeadings: false,
} as const;

/** What `remend` writes for an image without its address. */
const INCOMPLETE_IMAGE = /!\[[^[\]]*\]\(streamdown:incomplete-image\)/g;

type Parent = Pick<NonNullable<ExtraProps["node"]>, "children">;

/**
 * Makes a text of an address that ends a growing text, as it may become another one:
 * `https://example.co`. In brackets it is complete.
 */
export function unlinkLast() {
  return (root: Parent, file: { toString(): string }) => {
    const source = file.toString();
    if (/\s$/.test(source)) return;
    let parent = root;
    for (let i = parent.children.length - 1; i >= 0; i--) {
      const child = parent.children[i]!;
      // A full stop after it may be part of it; a space may not.
      if (child.type === "text" && /^[!-~]*\n?$/.test(child.value)) continue;
      if (child.type !== "element") return;
      const { offset } = child.position?.start ?? {};
      const start = offset === undefined ? "" : source[offset];
      if (child.tagName === "a" && start !== "[" && start !== "<") {
        parent.children.splice(i, 1, ...child.children);
        return;
      }
      parent = child;
      i = parent.children.length;
    }
  };
}

/** Whether a line is a marker without its item, or an incomplete underline or fence. */
function isMarker(line: string, block: string): boolean {
  const text = line.trim();
  return (
    (text.length < 40 &&
      /^(?:[-*+_=#>~`]+|>?[ \t]*[-*+][ \t]+\[[ xX]?\]?)$/.test(text)) ||
    // A number, where the block is a numbered list: the number of the next item.
    (/^\d{1,9}[.)]?$/.test(text) &&
      /^\s{0,9}\d{1,9}[.)]/.test(block) &&
      line !== block)
  );
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]*\|/.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

function upTo(lines: readonly string[]): string {
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

/** Whether the last line is in a fence that has not been closed. */
function endsInCode(block: string): boolean {
  let fence: string | undefined;
  for (const [, open, info = ""] of block.matchAll(
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/gm,
  )) {
    if (fence === undefined) fence = open;
    else if (open!.startsWith(fence) && info.trim() === "") fence = undefined;
  }
  return fence !== undefined;
}
