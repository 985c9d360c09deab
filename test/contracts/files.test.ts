// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { parse } from "node:path";
import { expect, test } from "vitest";

function filesIn(folder: string, name: RegExp) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => name.test(path) && !path.includes("node_modules"));
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

/** `Badge`, and `Badge.colors`: what comes after the subject is the topic. */
test("a test has the folder and the name of what it tests", () => {
  const files = filesIn("test", /\.test\.tsx?$/).filter(
    (path) => !/^test\/(?:contracts|runners)\//.test(path),
  );
  const strays = files.filter((path) => {
    const { dir, base } = parse(path.replace("test/", ""));
    const [subject] = base.split(".");
    const paths = [
      `src/${dir}/${subject}`,
      `${dir}/${subject}`,
      // Several files about one subject, or one about a whole folder.
      `src/${dir}.ts`,
      `src/${dir}/../${subject}`,
    ];
    return !paths.some((path) =>
      ["", ".ts", ".tsx", ".css", ".mjs", ".md"].some((end) =>
        existsSync(path + end),
      ),
    );
  });
  expect(files.length).toBeGreaterThan(100);
  expect(strays).toEqual([]);
});

/** A value that one file alone uses is no concern of another. */
test("every exported value is used by another file", () => {
  const code = [
    "src",
    "test",
    "stories",
    "playground",
    "scripts",
    "bench",
    ".storybook",
  ]
    .flatMap((folder) => filesIn(folder, /\.(?:tsx?|m?js|mdx)$/))
    .concat("vite.config.ts", "vitest.config.ts")
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
  // Names in braces, of imports and of modules that are loaded later, and those of `messages.noNode`.
  const used = new Set(
    code.flatMap(({ text }) => {
      const braces = text.match(/\{[^{}]*\}(?= from |\) => |\s*=\s*await )/g);
      const modules = text.matchAll(/import \* as (\w+)/g);
      return [
        ...(braces ?? []).join().split(/\W+/),
        ...(text.match(/(?<=\bmodule\.)\w+/g) ?? []),
        ...Array.from(modules, ([, name]) =>
          text.match(new RegExp(`(?<=\\b${name}\\.)\\w+`, "g")),
        ).flat(),
      ];
    }),
  );
  const exported = code.flatMap(({ path, text }) =>
    // Storybook itself calls what a preset exports.
    /^(?:src(?!\/storybook\/preset\.ts)|playground|scripts(?!\/consumers\/apps)|test\/helpers|stories\/(?!.*\.stories\.))/.test(
      path,
    )
      ? Array.from(
          text.matchAll(
            /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm,
          ),
          ([, name = ""]) => ({ path, name }),
        )
      : [],
  );
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter(({ name }) => !used.has(name))).toEqual([]);
});
