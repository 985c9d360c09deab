import { readFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import { formatIssues, type ValidateOptions } from "../schema/index.js";
import { checkInput, type Found } from "./checkInput.js";
import { readInputs } from "./inputs.js";
import { UsageError } from "./usage.js";

const help = `widget-renderer check [options] [files, folders or -]

Says what is wrong in widgets: .json, .widget.json, and .widget templates with their
default data and each <name>.<case>.data.json beside them. Of a folder it takes all
templates and .widget.json below it, and other .json whose "type" is that of a node.
Without a path it checks the folder in which it runs; - is what is piped in.

  --strict          hints fail as well: properties that a node does not have, unknown icons
  --options <file>  JSON with "components" (the JSON Schema of your own nodes, by type),
                    "icons" (a list of names) and "tokens" (your colours, by name)
  --max <number>    issues that are printed for a file, 20 by default
  --json            prints JSON, for other programs
  --help, -h        this text

Exit code: 0 right, 1 issues found, 2 wrong use, or a file that cannot be read.
`;

const known = {
  strict: { type: "boolean", default: false },
  options: { type: "string" },
  max: { type: "string", default: "20" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `widget-renderer check`. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  if (values.help) {
    print(help);
    return 0;
  }
  const options = await readOptions(values.options);
  const max = Number(values.max);
  if (!Number.isInteger(max) || max < 0) {
    throw new UsageError(`--max is a number, and not "${values.max}".`);
  }
  const paths = positionals.length > 0 ? positionals : ["."];
  const { inputs, failures } = await readInputs(paths, options);
  const results = inputs.map((input) => ({
    input,
    found: checkInput(input, options),
  }));
  const all = results.flatMap(({ found }) => found);
  const errors = all.filter(({ severity }) => severity === "error").length;
  const hints = all.length - errors;
  for (const { file, message } of failures) {
    process.stderr.write(`${file}: ${message}\n`);
  }
  if (inputs.length === 0 && failures.length === 0) {
    throw new UsageError(`No widget is in ${paths.join(", ")}.`);
  }
  if (values.json) {
    print(
      `${JSON.stringify({ files: inputs.length, errors, hints, issues: all }, undefined, 2)}\n`,
    );
  } else {
    for (const { input, found } of results) printFile(input.file, found, max);
    const count = [
      counted(inputs.length, "file"),
      counted(errors, "error"),
      ...(hints > 0 ? [counted(hints, "hint")] : []),
    ].join(", ");
    print(
      `${errors > 0 ? styled("red", "✗") : styled("green", "✓")} ${count}\n`,
    );
  }
  if (failures.length > 0) return 2;
  return errors > 0 || (values.strict && hints > 0) ? 1 : 0;
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: known, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readOptions(path: string | undefined): Promise<ValidateOptions> {
  if (path === undefined) return {};
  try {
    const json: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof json === "object" && json !== null) return json;
  } catch (error) {
    throw new UsageError(`--options: ${path}: ${(error as Error).message}`);
  }
  throw new UsageError(`--options: ${path} is no JSON object.`);
}

/** The issues of a file, those of each data under its name. */
function printFile(file: string, found: readonly Found[], max: number) {
  const groups = new Map<string | undefined, Found[]>();
  for (const issue of found) {
    const at = issue.file === file ? issue.data : issue.file;
    groups.set(at, [...(groups.get(at) ?? []), issue]);
  }
  for (const [data, issues] of groups) {
    print(
      `${styled("bold", file)}${data === undefined ? "" : ` with ${data}`}\n`,
    );
    for (const line of linesOf(issues, max)) print(`  ${line}\n`);
  }
}

function linesOf(issues: readonly Found[], max: number): string[] {
  const lines = issues.slice(0, max).map((issue) => {
    const text = formatIssues([issue as never]).slice("- ".length);
    const { line, column } = issue;
    return line === undefined
      ? text
      : `${styled("dim", `${line}:${column}`)} ${text}`;
  });
  if (issues.length > max) lines.push(`… and ${issues.length - max} more.`);
  return lines;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Colours are for people: none in a file or in another program. */
function styled(style: "red" | "green" | "bold" | "dim", text: string) {
  const isShown = process.stdout.isTTY && !process.env["NO_COLOR"];
  return isShown ? styleText(style, text) : text;
}

function print(text: string) {
  process.stdout.write(text);
}
