import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A template by the name of its file, as all commands take it. */
const TEMPLATE = /\.widget$/i;

/** Whether a file is a template, to which data beside it belongs. */
export function isTemplateFile(file: string): boolean {
  return TEMPLATE.test(file);
}

/** The name that a template shares with its data: `poll` of `polls/poll.widget`. */
export function templateName(file: string): string {
  return basename(file).replace(TEMPLATE, "");
}

/**
 * The `<name>.data.json` beside a template and its `<name>.<case>.data.json`, sorted. Where
 * `poll.results.widget` is there as well, `poll.results.data.json` is its data, and no case of `poll.widget`.
 */
export async function dataFilesOf(template: string): Promise<string[]> {
  const name = templateName(template);
  const names = await readdir(dirname(template));
  const templates = new Set(names.filter(isTemplateFile).map(templateName));
  return names
    .filter((file) => {
      if (!file.startsWith(`${name}.`)) return false;
      const parts = file.slice(name.length).match(/^(\.[^.]+)?\.data\.json$/);
      return parts && !(parts[1] && templates.has(name + parts[1]));
    })
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => join(dirname(template), file));
}
