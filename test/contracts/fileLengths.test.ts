// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

function filesIn(folder: string, name: RegExp) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => name.test(path));
}

/** A longer file is about more than one subject, and can be split by them. */
test.for([
  ["src", /\.tsx?$/, 400],
  ["test", /\.test\.tsx?$/, 300],
] as const)(
  "no file of %s with a name like %s has more than %i lines",
  ([folder, name, limit]) => {
    const files = filesIn(folder, name);
    expect(files).not.toEqual([]);
    const tooLong = files.flatMap((path) => {
      const lines = readFileSync(path, "utf8").trimEnd().split("\n").length;
      return lines > limit ? [`${path}: ${lines}`] : [];
    });
    expect(tooLong).toEqual([]);
  },
);
