import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * The `<name>.data.json` beside a template and its `<name>.<case>.data.json`, sorted. Where
 * `poll.results.widget` is there as well, `poll.results.data.json` is its data, and no case of `poll.widget`.
 */
export async function dataFilesOf(template: string): Promise<string[]> {
  const name = basename(template, ".widget");
  const names = await readdir(dirname(template));
  return names
    .filter((file) => {
      if (!file.startsWith(`${name}.`)) return false;
      const parts = file.slice(name.length).match(/^(\.[^.]+)?\.data\.json$/);
      return (
        parts && !(parts[1] && names.includes(`${name}${parts[1]}.widget`))
      );
    })
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => join(dirname(template), file));
}
