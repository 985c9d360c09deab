// Removes from dist/ the types that nothing exports: tsc writes those of each module.
import { readdirSync, rmSync } from "node:fs";
import { usedFiles } from "./usedFiles.mjs";

const paths = new Set(
  readdirSync("dist", { recursive: true, encoding: "utf8" }).map(
    (path) => `dist/${path.replaceAll("\\", "/")}`,
  ),
);
const used = usedFiles(paths);
for (const path of paths) {
  if (path.endsWith(".d.ts") && !used.has(path)) rmSync(path);
}
