import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { integerOf, readArgs, readOptions } from "../args.js";
import { renderInput, type Found } from "../checkInput.js";
import { messageOf, readDataFile, readInputs } from "../inputs.js";
import {
  counted,
  print,
  printFailures,
  printIssues,
  printJson,
} from "../output.js";
import { UsageError } from "../usage.js";
import { startChrome } from "./chrome.js";
import { findChrome, howToGetChrome } from "./findChrome.js";
import { pictureNames } from "./pictureNames.js";
import { createCamera, type Picture } from "./takePicture.js";

const help = `widget-renderer screenshot [options] <files, folders or ->

Takes a PNG of each widget, cropped to it, with two pixels for each px. It needs Chrome,
Chromium or Edge; what a widget would load from elsewhere is left out: there is no network.

  --out <path>            a .png for one widget, else a folder; the current one by default
  --width <px>            how much room the widget has, 390 by default
  --theme <light|dark>    light by default
  --data <file>           JSON for the template; - is what is piped in
  --options <file>        JSON with "components", "icons" and "tokens", as check takes it
  --json                  prints what was taken as JSON, for other programs
  --help, -h              this text

CHROME_PATH is the browser to take, where another one is found or none.

Exit code: 0 right, 1 issues found, 2 wrong use, no browser, or a file that cannot be
read or written.
`;

const known = {
  out: { type: "string", default: "." },
  width: { type: "string", default: "390" },
  theme: { type: "string", default: "light" },
  data: { type: "string" },
  options: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `widget-renderer screenshot`. */
export async function screenshot(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, known);
  if (values.help) {
    print(help);
    return 0;
  }
  if (positionals.length === 0) {
    throw new UsageError(
      "screenshot takes files, folders, or - for what is piped in.",
    );
  }
  const width = integerOf("--width", values.width, { min: 1, max: 4000 });
  const { theme } = values;
  if (theme !== "light" && theme !== "dark") {
    throw new UsageError(`--theme is light or dark, and not "${theme}".`);
  }
  const options = await readOptions(values.options);
  const { inputs, failures } = await readInputs(positionals, options);
  printFailures(failures);
  if (inputs.length === 0) {
    if (failures.length > 0) return 2;
    throw new UsageError(`No widget is in ${positionals.join(", ")}.`);
  }
  const isFile = /\.png$/i.test(values.out);
  if (inputs.length > 1 && (isFile || values.data !== undefined)) {
    throw new UsageError(
      `${isFile ? "--out with a .png" : "--data"} is for one widget, and these are ${inputs.length}.`,
    );
  }
  const data = await readDataFile(values.data);
  const names = isFile
    ? [basename(values.out)]
    : pictureNames(inputs.map(({ file }) => file));
  const folder = isFile ? dirname(values.out) : values.out;
  const rendered = inputs.map((input, index) => ({
    file: input.file,
    picture: shown(join(folder, names[index]!)),
    ...renderInput(input, data, options),
  }));
  const pictures = await take(
    rendered.flatMap(({ widget, picture }) =>
      widget ? [{ widget, path: picture }] : [],
    ),
    { width, theme },
  );
  const all = rendered.flatMap(({ found }) => found);
  for (const { file, found, picture } of rendered) {
    if (!values.json) printIssues(file, found, { target: "stderr" });
    const { blocked = 0, isCut = false, height } = pictures.get(picture) ?? {};
    if (isCut) {
      print(`${file}: what is below ${height} px is cut off.\n`, "stderr");
    }
    if (blocked > 0) {
      print(
        `${file}: ${counted(blocked, "file")} from elsewhere ${blocked === 1 ? "is" : "are"} left out.\n`,
        "stderr",
      );
    }
  }
  if (values.json) {
    printJson({
      pictures: rendered.map(({ file, picture, found }) => {
        const taken = pictures.get(picture);
        return {
          file,
          ...(taken && { picture, width: taken.width, height: taken.height }),
          issues: found,
        };
      }),
    });
  } else for (const path of pictures.keys()) print(`${path}\n`);
  if (failures.length > 0) return 2;
  return all.some(({ severity }: Found) => severity === "error") ? 1 : 0;
}

/** Takes them with one browser, and writes them; path → what was taken. */
async function take(
  wanted: readonly { widget: object; path: string }[],
  look: { width: number; theme: "light" | "dark" },
): Promise<Map<string, Picture>> {
  const taken = new Map<string, Picture>();
  if (wanted.length === 0) return taken;
  const program = findChrome();
  if (program === undefined) {
    throw new UsageError(howToGetChrome(process.platform));
  }
  const chrome = await startChrome(program);
  try {
    const takePicture = await createCamera(chrome);
    for (const { widget, path } of wanted) {
      const picture = await takePicture(widget, look);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, picture.png);
      } catch (error) {
        throw new UsageError(`--out: ${path}: ${messageOf(error)}`);
      }
      taken.set(path, picture);
    }
  } finally {
    await chrome.close();
  }
  return taken;
}

function shown(path: string): string {
  return relative("", path);
}
