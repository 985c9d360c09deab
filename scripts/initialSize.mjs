import { gzipSync } from "node:zlib";

/**
 * Bytes of what a built app loads at first, gzipped: its entry with all that it
 * imports, without what loads lazily.
 * @param {Awaited<ReturnType<typeof import("vite").build>>} built
 */
export function initialSize(built) {
  const { output } = /** @type {import("vite").Rolldown.RolldownOutput} */ (
    built
  );
  const chunks = new Map(
    output.flatMap((file) =>
      file.type === "chunk" ? [[file.fileName, file]] : [],
    ),
  );
  /** @type {Set<string>} */
  const initial = new Set();
  /** @param {string} fileName */
  const add = (fileName) => {
    const chunk = chunks.get(fileName);
    if (!chunk || initial.has(fileName)) return;
    initial.add(fileName);
    chunk.imports.forEach(add);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) add(chunk.fileName);
  return [...initial].reduce(
    (sum, fileName) => sum + gzipSync(chunks.get(fileName)?.code ?? "").length,
    0,
  );
}
