// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** What stands above what: nobody imports from a later line, but types. */
const LAYERS: readonly RegExp[] = [
  /^core\//,
  /^(?:context|given|theme|labels|host|form|focus|beforePaint|useAction|useField|useWidget|isWidget|defineActions|createFetchAction|types)\.tsx?$/,
  /^(?:parts|nodes)\//,
  /^Node\.tsx$/,
  /^Widget\w+\.tsx$/,
  /^index\.ts$/,
];

/** Entries of their own, on `core` or `labels.ts` alone: who does not import them loads none. */
const ENTRIES = /^(?:template|chatkit|labels)\//;

interface Import {
  from: string;
  to: string;
  types: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file));

const imports: Import[] = files.flatMap((from) =>
  Array.from(
    readFileSync(join("src", from), "utf8").matchAll(
      /^(?:import|export)\s(type\s)?(?:[^;"=]*?from\s)?"([^"]+)";/gm,
    ),
    ([, types, target]) => ({
      from,
      to: target!.startsWith(".")
        ? normalize(join(dirname(from), target!)).replaceAll("\\", "/")
        : target!,
      types: types !== undefined,
    }),
  ),
);

const isOurs = (to: string) =>
  files.some((file) => file.replace(/\.tsx?$/, ".js") === to);
const layerOf = (file: string) =>
  LAYERS.findIndex(
    (layer) =>
      layer.test(file) ||
      layer.test(file.replace(/\.js$/, ".ts")) ||
      layer.test(file.replace(/\.js$/, ".tsx")),
  );

test("every file has its place", () => {
  const strays = files.filter(
    (file) => layerOf(file) < 0 && !ENTRIES.test(file),
  );
  expect(strays).toEqual([]);
});

test("nobody imports from above", () => {
  const wrong = imports.filter(
    ({ from, to, types }) =>
      !types &&
      isOurs(to) &&
      !ENTRIES.test(from) &&
      layerOf(to) > layerOf(from),
  );
  expect(wrong).toEqual([]);
});

test("core imports nothing from outside its folder", () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith("core/") && !to.startsWith("core/"),
  );
  expect(wrong).toEqual([]);
});

test("the template entry knows core and its validator, not React", () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith("template/") &&
      !/^(?:core|template)\//.test(to) &&
      to !== "@cfworker/json-schema",
  );
  expect(wrong).toEqual([]);
});

test("the chatkit entry knows core and its parser; React its hooks alone", () => {
  const wrong = imports.filter(
    ({ from, to, types }) =>
      from.startsWith("chatkit/") &&
      !types &&
      !/^(?:core|chatkit)\//.test(to) &&
      to !== "eventsource-parser" &&
      !(to === "react" && from === "chatkit/useChatKitItems.ts"),
  );
  expect(wrong).toEqual([]);
});

test("the strings of a language know those of the default, and nothing else", () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith("labels/") && to !== "labels.js",
  );
  expect(wrong).toEqual([]);
});

test("nobody imports an entry that stands on its own", () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      ENTRIES.test(to) && from.split("/")[0] !== to.split("/")[0],
  );
  expect(wrong).toEqual([]);
});

test("nodes are drawn: they do not draw", () => {
  const wrong = imports.filter(
    ({ from, to }) => /^(?:nodes|parts)\//.test(from) && to === "Node.js",
  );
  expect(wrong).toEqual([]);
});

test("no module imports css", () => {
  expect(imports.filter(({ to }) => to.endsWith(".css"))).toEqual([]);
});
