/** Begins or ends a block of code. */
const FENCE = /^[ \t]*(?:`{3}|~{3}).*\n?/m;

/**
 * Markdown as plain text, for the moment before it can be drawn: the marks that
 * would be in the way are gone, the lines stay. Not a parser, and no slower on
 * hostile texts than on others.
 */
export function markdownText(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .split(FENCE)
    .map((part, i) => (i % 2 === 0 ? withoutMarks(part) : part))
    .join("")
    .trim();
}

function withoutMarks(text: string): string {
  return (
    text
      // The line between the head and the body of a table, a heading's underline.
      .replace(/^[ \t]*[|:=-][ \t|:=-]*(?:\n|$)/gm, "")
      .replace(/^ {0,3}#{1,6}[ \t]+|^[ \t]*>[ \t]?/gm, "")
      .replace(/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm, "• ")
      .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
      .replace(/\*\*|~~|`/g, "")
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
  );
}
