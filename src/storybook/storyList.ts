import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { sanitize, storyNameFromExport } from "storybook/internal/csf";
import { dataFilesOf, isTemplateFile, templateName } from "../cli/dataFiles.js";
import { readText } from "../cli/readText.js";
import { parseWidgetFile } from "../template/index.js";

/** A story of a widget's file. */
export interface StoryOfFile {
  /** The name of the export, from which Storybook makes the id. */
  exportName: string;
  /** The name in the sidebar, where it is not that of the export. */
  name?: string | undefined;
  /** The path of the data. Absent: the data that the file itself brings. */
  dataFile?: string | undefined;
}

/** The files that are stories: templates, and widgets in a file that is named as one. */
export const WIDGET_FILE = /\.widget(?:\.json)?$/i;

const DEFAULT = "Default";

/** The name of the story with `<name>.data.json`, which has no case. */
const NO_CASE = "Data";

/**
 * The stories of a file: `Default`, and one for each data file beside a template. `<name>.data.json` is that of
 * `Default` where the file brings no data. `taken` are names that Storybook gives away, such as that of the docs
 * page: a story with such an id breaks the whole index.
 */
export async function storyListOf(
  file: string,
  taken: readonly string[] = ["Docs"],
): Promise<StoryOfFile[]> {
  const dataFiles = isTemplateFile(file) ? await dataFilesOf(file) : [];
  const ids = new Set([DEFAULT, ...taken].map(idOf));
  const plain = dataFiles.find((dataFile) => caseOf(file, dataFile) === "");
  const ofDefault =
    plain === undefined || hasData(await readText(file)) ? undefined : plain;
  const stories: StoryOfFile[] = [
    {
      exportName: DEFAULT,
      ...(ofDefault !== undefined && { dataFile: ofDefault }),
    },
  ];
  for (const dataFile of dataFiles) {
    if (dataFile === ofDefault) continue;
    const words = caseOf(file, dataFile);
    const wanted = exportNameOf(words);
    let exportName = wanted;
    for (let count = 2; ids.has(idOf(exportName)); count++) {
      exportName = `${wanted}${count}`;
    }
    ids.add(idOf(exportName));
    const isSame = exportName === wanted && saysAll(words, wanted);
    stories.push({
      exportName,
      ...(!isSame && { name: words || NO_CASE }),
      dataFile,
    });
  }
  return stories;
}

/** A title for a file whose name has nothing of which Storybook can make an id. */
export function titleOf(file: string): string | undefined {
  return sanitize(basename(file).replace(WIDGET_FILE, "")) === ""
    ? "Widget"
    : undefined;
}

/** Whether stories that somebody wrote have the name of the file, from which Storybook makes the same title. */
export function hasStoriesBeside(file: string): boolean {
  const start = `${basename(file, extname(file))}.stories.`.toLowerCase();
  return readdirSync(dirname(file)).some((name) =>
    name.toLowerCase().startsWith(start),
  );
}

function hasData(text: string): boolean {
  try {
    return parseWidgetFile(text).defaultState !== undefined;
  } catch {
    // The story of a broken file says what is wrong.
    return false;
  }
}

/** `rain` of `weather.rain.data.json`, and "" of `weather.data.json`. */
function caseOf(file: string, dataFile: string): string {
  const start = templateName(file).length + 1;
  return basename(dataFile).slice(start, -"data.json".length).slice(0, -1);
}

/** `heavy rain` → `HeavyRain`. Letters of any language are part of a name. */
function exportNameOf(words: string): string {
  const name = wordsIn(words)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  if (name === "" || idOf(name) === "") return NO_CASE;
  // A digit is no start of a name. Storybook shows the underscore as a space.
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{ID_Continue}]+|_+/u).filter(Boolean);
}

/** Whether the words that Storybook reads in the name of an export are those of the case. */
function saysAll(words: string, exportName: string): boolean {
  return words === "" || sanitize(words) === idOf(exportName);
}

function idOf(exportName: string): string {
  return sanitize(storyNameFromExport(exportName));
}

/** The templates whose stories change when this file comes or goes. */
export async function templatesOf(path: string): Promise<string[]> {
  if (!path.endsWith(".data.json")) return [];
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  return names
    .filter(
      (name) =>
        isTemplateFile(name) &&
        basename(path).startsWith(`${templateName(name)}.`),
    )
    .map((name) => join(folder, name));
}
