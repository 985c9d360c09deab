import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The `<name>.data.json` beside a template and its `<name>.<case>.data.json`, sorted. */
export async function dataFilesOf(template: string): Promise<string[]> {
  const start = `${basename(template, ".widget")}.`;
  return (await readdir(dirname(template)))
    .filter(
      (name) =>
        name.startsWith(start) &&
        /^(?:[^.]+\.)?data\.json$/.test(name.slice(start.length)),
    )
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(dirname(template), name));
}
