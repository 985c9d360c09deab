const FENCE = /^[ \t]*(?:`{3}|~{3})/;

/**
 * Markdown as plain text, for the moment before it can be drawn: the marks that
 * would be in the way are gone, the lines stay. Not a parser, and no slower on
 * hostile texts than on others.
 */
export function markdownText(source: string): string {
  let code = false;
  const lines: string[] = [];
  for (const line of source.split(/\r\n?|\n/)) {
    if (FENCE.test(line)) code = !code;
    // The line between the head and the body of a table, and a heading's underline.
    else if (code || !/^[\s|:=-]+$/.test(line) || line.trim() === "") {
      lines.push(code ? line : lineText(line));
    }
  }
  return lines.join("\n").trim();
}

function lineText(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6}[ \t]+/, "")
    .replace(/^[ \t]*>[ \t]?/, "")
    .replace(/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/, "• ")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\*\*|~~|`/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
