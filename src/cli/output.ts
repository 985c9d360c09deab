import { styleText } from "node:util";
import { formatIssues } from "../schema/index.js";
import type { Found } from "./checkInput.js";
import type { Failure } from "./inputs.js";

/** What a command prints to, by the name of the stream. */
type Target = "stdout" | "stderr";

export function print(text: string, target: Target = "stdout") {
  process[target].write(text);
}

export function printJson(value: unknown) {
  print(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The files that cannot be read. */
export function printFailures(failures: readonly Failure[]) {
  for (const { file, message } of failures) {
    print(`${printable(file)}: ${message}\n`, "stderr");
  }
}

/** The name of a file, as `ls` prints it: it must not control the terminal. */
function printable(file: string): string {
  return file.replace(/\p{Cc}/gu, "?");
}

/** As many issues of a file as a reader looks at. */
const MAX = 20;

/** The issues of a file, those of each data under its name. */
export function printIssues(
  file: string,
  found: readonly Found[],
  { max = MAX, target = "stdout" }: { max?: number; target?: Target } = {},
) {
  const groups = new Map<string | undefined, Found[]>();
  for (const issue of found) {
    const at = issue.file === file ? issue.data : issue.file;
    groups.set(at, [...(groups.get(at) ?? []), issue]);
  }
  for (const [data, issues] of groups) {
    print(
      `${styled("bold", printable(file), target)}${data === undefined ? "" : ` with ${printable(data)}`}\n`,
      target,
    );
    for (const line of linesOf(issues, max, target)) {
      print(`  ${line}\n`, target);
    }
  }
}

function linesOf(
  issues: readonly Found[],
  max: number,
  target: Target,
): string[] {
  const lines = issues.slice(0, max).map((issue) => {
    const text = formatIssues([issue as never]).slice("- ".length);
    const { line, column } = issue;
    return line === undefined
      ? text
      : `${styled("dim", `${line}:${column}`, target)} ${text}`;
  });
  if (issues.length > max) lines.push(`… and ${issues.length - max} more.`);
  return lines;
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Colours are for people: none in a file or in another program. */
export function styled(
  style: "red" | "green" | "bold" | "dim",
  text: string,
  target: Target = "stdout",
) {
  const isShown = process[target].isTTY && !process.env["NO_COLOR"];
  return isShown ? styleText(style, text) : text;
}
