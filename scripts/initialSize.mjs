import { gzipSync } from "node:zlib";

/**
 * Bytes of what a built app loads at first, gzipped.
 * @param {Awaited<ReturnType<typeof import("vite").build>>} built
 */
export function initialSize(built) {
  return initialChunks(built).reduce(
    (sum, { code }) => sum + gzipSync(code).length,
    0,
  );
}

/**
 * The chunks that a built app loads at first: its entry with all that it imports,
 * without what loads lazily.
 * @param {Awaited<ReturnType<typeof import("vite").build>>} built
 */
export function initialChunks(built) {
  const { output } = /** @type {import("vite").Rolldown.RolldownOutput} */ (
    built
  );
  const chunks = new Map(
    output.flatMap((file) =>
      file.type === "chunk" ? [[file.fileName, file]] : [],
    ),
  );
  /** @type {Set<import("vite").Rolldown.OutputChunk>} */
  const initial = new Set();
  /** @param {string} fileName */
  const add = (fileName) => {
    const chunk = chunks.get(fileName);
    if (!chunk || initial.has(chunk)) return;
    initial.add(chunk);
    chunk.imports.forEach(add);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) add(chunk.fileName);
  return [...initial];
}
