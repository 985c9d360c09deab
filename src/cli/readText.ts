import { readFile } from "node:fs/promises";

/** The text of a file, without the mark that some editors write before it. */
export async function readText(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replace(/^\ufeff/, "");
}
