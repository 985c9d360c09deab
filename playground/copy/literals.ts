/** A text as a literal of JavaScript, which does not end the script of a page that it is put in. */
export function textLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(/<(?=\/|!--)/g, "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** Lines with an indentation before each. */
export function indented(lines: readonly string[], by = "  "): string[] {
  return lines.map((line) => by + line);
}

/** What fits in a line beside its indentation. */
export const LINE = 76;
