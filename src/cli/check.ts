import { integerOf, readArgs, readOptions } from "./args.js";
import { checkInput } from "./checkInput.js";
import { readInputs } from "./inputs.js";
import {
  counted,
  print,
  printFailures,
  printIssues,
  printJson,
  styled,
} from "./output.js";
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
  const { values, positionals } = readArgs(args, known);
  if (values.help) {
    print(help);
    return 0;
  }
  const options = await readOptions(values.options);
  const max = integerOf("--max", values.max);
  const paths = positionals.length > 0 ? positionals : ["."];
  const { inputs, failures } = await readInputs(paths, options);
  const results = inputs.map((input) => ({
    input,
    found: checkInput(input, options),
  }));
  const all = results.flatMap(({ found }) => found);
  const errors = all.filter(({ severity }) => severity === "error").length;
  const hints = all.length - errors;
  printFailures(failures);
  if (inputs.length === 0 && failures.length === 0) {
    throw new UsageError(`No widget is in ${paths.join(", ")}.`);
  }
  if (values.json) {
    printJson({ files: inputs.length, errors, hints, issues: all });
  } else {
    for (const { input, found } of results) {
      printIssues(input.file, found, { max });
    }
    const count = [
      counted(inputs.length, "file"),
      ...(failures.length > 0 ? [`${failures.length} not read`] : []),
      counted(errors, "error"),
      ...(hints > 0 ? [counted(hints, "hint")] : []),
    ].join(", ");
    const isRight = errors === 0 && failures.length === 0;
    print(`${!isRight ? styled("red", "✗") : styled("green", "✓")} ${count}\n`);
  }
  if (failures.length > 0) return 2;
  return errors > 0 || (values.strict && hints > 0) ? 1 : 0;
}
