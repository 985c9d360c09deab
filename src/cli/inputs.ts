import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { validateWidget, type ValidateOptions } from "../schema/index.js";
import { dataFilesOf, isTemplateFile, templateName } from "./dataFiles.js";
import { readText } from "./readText.js";
import { UsageError } from "./usage.js";

/** A text to check, by the name of its file; `-` is what was piped in. */
export interface Input {
  file: string;
  text: string;
  /** Of a template: its data, by the names of their files. */
  data: readonly { file: string; text: string }[];
  /** The name of its data that an argument has, where it is that and not the template. */
  named?: string;
}

/** A file that cannot be read. */
export interface Failure {
  file: string;
  message: string;
}

export interface ReadInputsOptions {
  /** Reads a file, without its byte order mark. */
  read?: (path: string) => Promise<string>;
  /** Is called with each folder that is looked through. */
  onFolder?: (path: string) => void;
}

/** What the arguments name: files, folders with all below them, `-`. */
export async function readInputs(
  paths: readonly string[],
  options: ValidateOptions,
  { read = readInput, onFolder }: ReadInputsOptions = {},
) {
  const inputs: Input[] = [];
  const failures: Failure[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    try {
      if (path === "-") {
        if (seen.has(path)) continue;
        seen.add(path);
        inputs.push({ file: "-", text: await read("-"), data: [] });
      } else if ((await stat(path)).isDirectory()) {
        for (const file of await filesIn(path, fail, onFolder)) {
          await add(file, false);
        }
      } else await add(path, true);
    } catch (error) {
      fail(path, error);
    }
  }
  return { inputs, failures };

  function fail(path: string, error: unknown) {
    failures.push({ file: shown(path), message: messageOf(error) });
  }

  async function add(path: string, isNamed: boolean) {
    // A data file is checked with the template that it is for.
    const template = isNamed ? await templateOf(path) : undefined;
    const file = template ?? path;
    // An argument may name a file in another way than its folder does.
    const absolute = resolve(file);
    if (seen.has(absolute)) return;
    seen.add(absolute);
    try {
      const text = await read(file);
      if (
        !isNamed &&
        !/\.widget(?:\.json)?$/i.test(file) &&
        !isWidget(text, options)
      ) {
        return;
      }
      const data = isTemplateFile(file) ? await dataOf(file, read) : [];
      const named = template && { named: shown(path) };
      inputs.push({ file: shown(file), text, data, ...named });
    } catch (error) {
      fail(file, error);
    }
  }
}

async function dataOf(file: string, read: (path: string) => Promise<string>) {
  return Promise.all(
    (await dataFilesOf(file)).map(async (path) => ({
      file: shown(path),
      text: await read(path),
    })),
  );
}

/** The template that a data file is for. */
async function templateOf(path: string): Promise<string | undefined> {
  const name = /^(.+?)(?:\.[^.]+)?\.data\.json$/.exec(basename(path))?.[1];
  if (name === undefined) return undefined;
  const names = await readdir(dirname(path));
  // The longer one first: `poll.results.data.json` is the data of `poll.results.widget` where that is there.
  for (const start of [basename(path).replace(/\.data\.json$/, ""), name]) {
    for (const found of names) {
      if (!isTemplateFile(found) || templateName(found) !== start) continue;
      const file = join(dirname(path), found);
      if ((await stat(file)).isFile()) return file;
    }
  }
  return undefined;
}

/** Templates and JSON below a folder, without what is installed or hidden. */
async function filesIn(
  folder: string,
  /** Is called with a folder or a link that cannot be read; the others are. */
  fail: (path: string, error: unknown) => void,
  onFolder?: (path: string) => void,
): Promise<string[]> {
  onFolder?.(folder);
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: unknown) => {
      fail(folder, error);
      return [];
    },
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      files.push(...(await filesIn(path, fail, onFolder)));
    } else if (
      /\.(?:widget|json)$/i.test(name) &&
      !/\.data\.json$/i.test(name)
    ) {
      try {
        // A pipe would be waited for, and a link may lead to a folder.
        if (entry.isFile() || (await stat(path)).isFile()) files.push(path);
      } catch (error) {
        fail(path, error);
      }
    }
  }
  return files;
}

/** Whether a JSON file of any name is a widget: its `type` is that of a node. */
function isWidget(text: string, options: ValidateOptions): boolean {
  try {
    const json = JSON.parse(text) as { type?: unknown } | null;
    return validateWidget({ type: json?.type }, options).every(
      ({ path }) => path !== "/type",
    );
  } catch {
    return false;
  }
}

/** A text file; `-` is what is piped in. */
function readInput(path: string): Promise<string> {
  return path === "-" ? readStdin() : readText(path);
}

/** What `--data` names. */
export async function readDataFile(path: string | undefined) {
  if (path === undefined) return undefined;
  try {
    return { file: path, text: await readInput(path) };
  } catch (error) {
    throw new UsageError(`--data: ${path}: ${messageOf(error)}`);
  }
}

async function readStdin(): Promise<string> {
  if (process.stdin.isTTY) {
    throw new UsageError(
      "Nothing is piped in: cat widget.json | widget-renderer check -, for one.",
    );
  }
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) text += String(chunk);
  return text.replace(/^\ufeff/, "");
}

/** A path as it is shortest from here. */
function shown(path: string): string {
  const short = relative("", path);
  return short.startsWith("..") || short === "" ? path : short;
}

/** Why a file cannot be read or written. */
export function messageOf(error: unknown): string {
  if (error instanceof UsageError) throw error;
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT"
    ? "There is no such file or folder."
    : code === "EACCES" || code === "EPERM"
      ? "It may not be read."
      : message;
}
