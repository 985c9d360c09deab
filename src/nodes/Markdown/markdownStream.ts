import remend from "remend";

/**
 * The end of a text that is still growing, so that what is half said does not
 * show its marks: open ones are closed, and what may become a mark, an item or
 * a table is held back until it is known.
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
  // A table is one from its second line on.
  if (/^[ \t|:-]*$/.test(last) && isRow(before) && isBlank(lines.at(-2))) {
    return upTo(lines.slice(0, -1));
  }
  if (isRow(last) && isBlank(before)) return upTo(lines);

  // No mark reaches over a blank line.
  const start = lines.findLastIndex(isBlank) + 1;
  const open = [...lines.slice(start), last].join("\n");
  return upTo(lines.slice(0, start)) + (open.length > MAX ? open : close(open));
}

/** Longer than any paragraph, short enough to be looked at for each letter. */
const MAX = 10_000;

function close(text: string): string {
  const steady = text
    // A picture has nothing to show before its address is whole.
    .replace(/!\[[^[\]\n]*\]?$/, "")
    // Words in brackets are mostly a link that waits for its address.
    .replace(/(^|[^\]!\w\\])\[([^[\]\n]+)\]$/, "$1$2")
    .replace(MAYBE_OPENING, "$1")
    // The first of three closing marks.
    .replace(/(^|[^*])(\*\*\*)([^*\n]+)\*{1,2}$/, "$1$2$3$2");
  return remend(steady, OPTIONS).replaceAll(INCOMPLETE_IMAGE, "");
}

/**
 * Marks at the end, which may open what follows: after a blank or a bracket, and
 * in scripts without blanks after any character. If they close something, it is
 * closed all the same.
 */
const MAYBE_OPENING = /(^|[\s([{|"'\u2014-\uFFFF])[*_~`]+$|(?<!\*)\*+$/;

const OPTIONS = {
  linkMode: "text-only",
  // Not ours to draw, or against what the text means once it has ended.
  katex: false,
  singleTilde: false,
  comparisonOperators: false,
  setextHeadings: false,
} as const;

/** `remend` ends an image without its address so. */
const INCOMPLETE_IMAGE = /!\[[^[\]]*\]\(streamdown:incomplete-image\)/g;

/** A marker without its item, an underline without its end, a fence begun. */
function isMarker(line: string, block: string): boolean {
  const text = line.trim();
  return (
    (text.length < 40 &&
      /^(?:[-*+_=#>~`]+|>?[ \t]*[-*+][ \t]+\[[ xX]?\]?)$/.test(text)) ||
    // The number of the next item, if there are some.
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

/** Whether the last line stands in a fence that has not been closed. */
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
