// @vitest-environment node
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInputs } from "../../src/cli/inputs.js";
import { folderOf } from "../helpers/commandLine.js";

const text = { type: "Text", value: "Hello" };

/** The files below a folder that are read, and those that cannot be. */
async function namesIn(folder: string, paths: readonly string[] = [folder]) {
  const { inputs, failures } = await readInputs(paths, {});
  const name = ({ file }: { file: string }) => file.slice(folder.length + 1);
  return {
    read: inputs.map(name),
    failed: failures.map((failure) => [name(failure), failure.message]),
  };
}

test("a folder may have pipes, links to folders, and links that lead nowhere", async () => {
  const folder = folderOf({ "a.widget.json": text, "deep/b.txt": "" });
  // It would be waited for.
  execFileSync("mkfifo", [join(folder, "pipe.json")]);
  symlinkSync(join(folder, "deep"), join(folder, "folder.json"));
  symlinkSync(join(folder, "none"), join(folder, "lost.json"));
  symlinkSync(
    join(folder, "a.widget.json"),
    join(folder, "deep/c.widget.json"),
  );
  expect(await namesIn(folder)).toEqual({
    read: ["a.widget.json", join("deep", "c.widget.json")],
    failed: [["lost.json", "There is no such file or folder."]],
  });
});

test("a file that is named in several ways is read once", async () => {
  const folder = folderOf({ "deep/a.json": text });
  const file = join(folder, "deep", "a.json");
  const paths = [folder, file, `${folder}/deep//a.json`, file];
  expect(await namesIn(folder, paths)).toEqual({
    read: [join("deep", "a.json")],
    failed: [],
  });
});
