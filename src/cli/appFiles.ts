import { readFile } from "node:fs/promises";
import { extname, join, posix } from "node:path";

/** The pages that the package brings with it: the playground, and the one that pictures are taken of. */
const FOLDER = join(import.meta.dirname, "../playground");

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface AppFile {
  type: string;
  body: Buffer;
}

/** A file of the app by the path of its URL; nothing for one that is not of the app. */
export async function readAppFile(
  pathname: string,
  folder = FOLDER,
): Promise<AppFile | undefined> {
  // Files of the build have no other signs in their names, so nothing leads out of the folder.
  if (!/^(?:\/[\w-][\w.-]*)+$/.test(pathname)) return undefined;
  const type = types[extname(pathname)];
  if (type === undefined) return undefined;
  try {
    const body = await readFile(join(folder, ...pathname.split(posix.sep)));
    return { type, body };
  } catch {
    return undefined;
  }
}
