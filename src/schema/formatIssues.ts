import type { WidgetIssue } from "./types.js";

export interface FormatIssuesOptions {
  /** The most issues that are written; the last line counts the others. @default 20 */
  max?: number | undefined;
}

/**
 * Issues as plain text, a line for each: where it is, what is wrong, what to write instead. It suits
 * a terminal, and a model that is asked to correct its widget: signs that would end the line, control
 * the terminal or reorder the text are replaced by `\ufffd`.
 */
export function formatIssues(
  issues: readonly WidgetIssue[],
  { max = 20 }: FormatIssuesOptions = {},
): string {
  const lines = issues.slice(0, Math.max(0, max)).map(formatIssue);
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more.`);
  return lines.join("\n");
}

function formatIssue({
  path,
  severity,
  message,
  expected,
  suggestion,
}: WidgetIssue) {
  const where = path.slice(0, 200) || "the root";
  const hint = severity === "hint" ? " (hint)" : "";
  const instead =
    suggestion === undefined
      ? `Expected: ${expected}.`
      : `Write ${JSON.stringify(suggestion).slice(0, 200)}.`;
  // What the message says already is not said twice.
  const isSaid = message.includes("Allowed: ") && suggestion === undefined;
  const text = message.replace(/ The nearest is [^]*$/, "");
  const line = `- ${where}${hint}: ${text}${isSaid ? "" : ` ${instead}`}`;
  // What is in a widget, and what it calls that, is up to who wrote it.
  return line.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, "\ufffd");
}
