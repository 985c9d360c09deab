import { createHash, randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import nodePath, { basename, dirname, join, resolve } from "node:path";
import { readInputs } from "../inputs.js";
import { writingTo } from "./queue.js";

/** A widget of the folder, as the page lists it: `playground/files.ts` has the same types. */
export interface ListedFile {
  path: string;
  version: string;
  data: readonly { path: string; version: string }[];
}

export interface FileContent {
  text: string;
  version: string;
}

/** A file that is not one of the folder, or cannot be used: the message says why. */
export class FolderError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** Whether a path is below a folder. Both are absolute, and links are resolved. */
export function isInside(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: typeof nodePath = nodePath,
): boolean {
  const way = relative(folder, path);
  return (
    way !== "" &&
    way !== ".." &&
    !way.startsWith(`..${sep}`) &&
    // On Windows, of another drive.
    !isAbsolute(way)
  );
}

/** How the page calls a file: with `/`, and as short as can be. */
export function pagePath(
  base: string,
  path: string,
  paths: typeof nodePath = nodePath,
): string {
  const short = isInside(base, path, paths) ? paths.relative(base, path) : path;
  return short.replaceAll(paths.sep, "/");
}

/**
 * The widgets that files and folders have, and no other file: what is not listed, or leads out of them by a link, is neither
 * read nor written.
 */
export async function createFolder(paths: readonly string[]) {
  /** Path of the page → path on disk. What was listed once can be written again after it was deleted. */
  const known = new Map<string, string>();
  const cache = new Map<string, { stamp: string; content: FileContent }>();
  const roots = new Set<string>();
  /** What the paths of the page are relative to. */
  let base = resolve();
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory();
    if (isFolder && paths.length === 1) base = resolve(path);
    roots.add(await realpath(isFolder ? path : dirname(path)));
    if (!isFolder) roots.add(dirname(await realpath(path)));
  }

  async function check(path: string): Promise<string> {
    const target = await realpath(path).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      return join(await realpath(dirname(path)), basename(path));
    });
    if ([...roots].some((root) => isInside(root, target))) return target;
    throw new FolderError(
      403,
      "The file is a link that leads out of the folder.",
    );
  }

  /** Reads a file again only after it has changed. */
  async function load(path: string): Promise<FileContent> {
    const target = await check(path);
    const { mtimeMs, size, ino } = await stat(target);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const cached = cache.get(target);
    if (cached?.stamp === stamp) return cached.content;
    const content = contentOf(await readFile(target));
    cache.set(target, { stamp, content });
    return content;
  }

  function diskPath(path: string): string {
    const found = known.get(path);
    if (found !== undefined) return found;
    throw new FolderError(404, "There is no such file in the folder.");
  }

  return {
    /** The widgets that are there now, and the folders that were looked through. */
    async scan() {
      const folders = new Set<string>();
      const versions = new Map<string, string>();
      const { inputs, failures } = await readInputs(
        paths,
        {},
        {
          read: async (path) => {
            try {
              const { text, version } = await load(path);
              versions.set(resolve(path), version);
              return text.replace(/^\ufeff/, "");
            } catch (error) {
              // It is listed, and says what is wrong when it is opened.
              if ((error as FolderError).status === 415) return "";
              throw error;
            }
          },
          onFolder: (path) => folders.add(resolve(path)),
        },
      );
      const listed = (file: string) => {
        const disk = resolve(file);
        const path = pagePath(base, disk);
        known.set(path, disk);
        folders.add(dirname(disk));
        return { path, version: versions.get(disk) ?? "" };
      };
      const files = inputs.map(({ file, data }): ListedFile => ({
        ...listed(file),
        data: data.map((one) => listed(one.file)),
      }));
      return { files, folders, failures };
    },

    async read(path: string): Promise<FileContent> {
      const disk = diskPath(path);
      try {
        return await load(disk);
      } catch (error) {
        if (!isMissing(error)) throw error;
        throw new FolderError(404, "The file is no longer there.");
      }
    },

    /** Writes the whole text, unless the file is another one than that of the version: then it gives that one. */
    async write(path: string, text: string, version: string | undefined) {
      const disk = diskPath(path);
      return writingTo(disk, async () => {
        const target = await check(disk);
        const before = await readFile(target).then(
          versionOf,
          (error: unknown) => {
            if (isMissing(error)) return undefined;
            throw error;
          },
        );
        if (before !== version) {
          return {
            isWritten: false,
            content: before === undefined ? undefined : await load(disk),
          };
        }
        await replaceFile(target, text);
        return { isWritten: true, content: await load(disk) };
      });
    },
  };
}

function contentOf(bytes: Buffer): FileContent {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), version: versionOf(bytes) };
  } catch {
    throw new FolderError(
      415,
      "The file is not UTF-8, so it cannot be shown or written without loss. Save it as UTF-8.",
    );
  }
}

function versionOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** Another program sees the file as it was or as it is now, never half of it. */
async function replaceFile(path: string, text: string) {
  const mode = await stat(path).then(
    (found) => found.mode,
    () => 0o666,
  );
  const part = join(
    dirname(path),
    // Names that begin with a dot are not listed.
    `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    const file = await open(part, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameFile(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** On Windows a program that only reads the file keeps it from being replaced for a moment. */
async function renameFile(from: string, to: string) {
  for (let left = 10; ; left--) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (left === 0 || !["EPERM", "EBUSY", "EACCES"].includes(code))
        throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 30);
      });
    }
  }
}
