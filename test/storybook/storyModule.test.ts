// @vitest-environment node
import { basename, join } from "node:path";
import { loadCsf } from "storybook/internal/csf-tools";
import { describe, expect, test } from "vitest";
import { storyModuleOf } from "../../src/storybook/storyModule.js";
import type { WidgetSource } from "../../src/storybook/widgetFile.js";
import { folderOf } from "../helpers/commandLine.js";

const template = { version: "1.0", template: '{"type":"Text","value":"a"}' };

const stub = `const widgetStories = (source) => ({
  source,
  argsOf: (story) => story,
  parametersOf: () => ({}),
});`;

/** Runs the module of a file, with another `widgetStories`, which shows what it is called with. */
async function load(file: string, files: Record<string, unknown>) {
  const made = await storyModuleOf(join(folderOf(files), file), {
    preview: "preview.js",
  });
  const code = `${made.code.replace(/^import .*$/m, stub)}export { file };`;
  const exports = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as Record<string, unknown> & { file: { source: WidgetSource } };
  return { ...made, source: exports.file.source, exports };
}

describe("the module of a widget's file", () => {
  test.each([
    "plain.widget",
    'it\'s "so" \\ `${x}`.widget',
    "größe 大雨 v1.2.widget",
    "!!!.widget",
  ])("is read by Storybook and runs: %s", async (file) => {
    const { code, exports } = await load(file, {
      [file]: template,
      [`${basename(file, ".widget")}.a "b" 'c'.data.json`]: {},
    });
    const csf = loadCsf(code, {
      fileName: file,
      makeTitle: (title) => title ?? "auto",
    }).parse();
    const stories = ["Default", "ABC"];
    expect(csf.stories.map(({ id }) => id.replace(/^.*--/, ""))).toEqual([
      "default",
      "abc",
    ]);
    expect(csf.meta.title).toBe(file === "!!!.widget" ? "Widget" : "auto");
    expect(exports["__namedExportsOrder"]).toEqual(stories);
    expect(exports["ABC"]).toMatchObject({ args: "ABC" });
  });

  test("carries texts as they are, whatever is in them", async () => {
    const text = `{"__proto__":{"a":1},"b":"\`\${process.exit()}\u2028 </script> import.meta.url"}`;
    const { source } = await load("a.widget", {
      "a.widget": `\ufeff${text}`,
      "a.bad.data.json": "{ not json",
    });
    expect(source.text).toBe(text);
    expect(source.data).toEqual([
      { story: "Bad", file: "a.bad.data.json", text: "{ not json" },
    ]);
  });

  test("names the files of which it is made, so that a change of each is seen", async () => {
    const { files } = await load("a.widget", {
      "a.widget": template,
      "a.data.json": {},
      "a.one.data.json": {},
      "b.data.json": {},
    });
    expect(files.map((file) => basename(file))).toEqual([
      "a.widget",
      "a.data.json",
      "a.one.data.json",
    ]);
  });

  test.each([
    ["a stylesheet", "/styles.css", 'import "/styles.css";'],
    ["none", undefined, undefined],
  ])("imports %s", async (_, styles, line) => {
    const { code } = await storyModuleOf(
      join(folderOf({ "a.widget": template }), "a.widget"),
      { preview: "preview.js", styles },
    );
    expect(/^import ".*$/m.exec(code)?.[0]).toBe(line);
  });
});
