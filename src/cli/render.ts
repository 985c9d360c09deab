import { readArgs, readOptions } from "./args.js";
import { renderInput } from "./checkInput.js";
import { readDataFile, readInputs } from "./inputs.js";
import { print, printFailures, printIssues, printJson } from "./output.js";
import { UsageError } from "./usage.js";

const help = `widget-renderer render [options] <file or ->

Prints the JSON of a widget: of a .widget template what it prints with its default data,
or with data that you name. What is wrong in it goes to the error output.

  --data <file>     JSON for the template; - is what is piped in
  --options <file>  JSON with "components", "icons" and "tokens", as check takes it
  --json            prints { "widget", "issues" }, for other programs
  --help, -h        this text

Without --data a template has the data that it was saved with; else the first
<name>.<case>.data.json beside it; else data that its schema allows.
A data file in place of the template takes the template beside it, with that data.

Exit code: 0 right, 1 issues found, 2 wrong use, or a file that cannot be read.
`;

const known = {
  data: { type: "string" },
  options: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `widget-renderer render`. */
export async function render(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, known);
  if (values.help) {
    print(help);
    return 0;
  }
  if (positionals.length !== 1) {
    throw new UsageError(
      positionals.length === 0
        ? "render takes a file, or - for what is piped in."
        : `render takes one file, and not ${positionals.length}.`,
    );
  }
  const options = await readOptions(values.options);
  const { inputs, failures } = await readInputs(positionals, options);
  printFailures(failures);
  if (failures.length > 0) return 2;
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    throw new UsageError(
      `render takes one file; ${positionals[0]} has ${inputs.length} widgets.`,
    );
  }
  if (input.file === "-" && values.data === "-") {
    throw new UsageError("Only one of the file and --data can be piped in.");
  }
  const data = await readDataFile(values.data);
  const { widget, found } = renderInput(input, data, options);
  if (values.json) printJson({ widget: widget ?? null, issues: found });
  else {
    if (widget) printJson(widget);
    printIssues(input.file, found, { target: "stderr" });
  }
  return found.some(({ severity }) => severity === "error") ? 1 : 0;
}
