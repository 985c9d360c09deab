/** A line that begins or ends a block of code. */
const FENCE = /^[ \t]*(?:`{3}|~{3}).*\n?/m;

/**
 * Markdown as plain text, for the moment before it can be rendered: without the marks
 * that would distract, but with its lines. It is no parser, and no slower on hostile
 * texts than on others.
 */
export function markdownText(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .split(FENCE)
    .map((part, i) => (i % 2 === 0 ? withoutMarks(part) : part))
    .join("")
    .trim();
}

/** Headings, quotes, emphasis, code; lines under a table's head or a heading. */
const MARKS =
  /^(?: {0,3}#{1,6}[ \t]+|[ \t]*>[ \t]?|[ \t]*[|:=-][ \t|:=-]*(?:\n|$))|\*\*|~~|`/gm;

const BULLET = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm;

/** The text of a link or a picture, or the mark after a backslash. */
const TEXT = /!?\[([^[\]]*)\]\([^()\s]*\)|\\([!-/:-@[-`{-~])/g;

function withoutMarks(text: string): string {
  return text.replace(MARKS, "").replace(BULLET, "• ").replace(TEXT, "$1$2");
}
