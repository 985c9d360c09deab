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
