// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { parse, type Container, type Rule } from "postcss";
import { describe, expect, test } from "vitest";

const SRC = resolve("src");
const INDEX = "styles/index.css";
const read = (file: string) => readFileSync(resolve(SRC, file), "utf8");

const all = readdirSync(SRC, { recursive: true, encoding: "utf8" }).sort();
const files = all.filter((file) => file.endsWith(".css"));
const imported = Array.from(
  read(INDEX).matchAll(/@import "(.+?)"/g),
  ([, path]) => relative(SRC, resolve(SRC, "styles", path!)),
);
const inNodes = (file: string) => file.startsWith("nodes/");

/** `"Table"` → `["Table", "TableCell", …]`: the names that classes of a folder have. */
const namesIn = (folder: string) =>
  all
    .filter((file) => dirname(file) === folder && file.endsWith(".tsx"))
    .map((file) => basename(file, ".tsx"));
const types = all
  .filter((file) => dirname(dirname(file)) === "nodes")
  .map((file) => basename(dirname(file)));

/** The rules of a file that are in no other rule; keyframes are none. */
function rulesOf(file: string): Rule[] {
  const rules: Rule[] = [];
  const collect = (container: Container) =>
    container.each((child) => {
      if (child.type === "rule") rules.push(child);
      else if (child.type === "atrule" && child.name !== "keyframes") {
        collect(child);
      }
    });
  collect(parse(read(file)));
  return rules;
}

/** `".wr-Card-body:where(.wr-Basic > *)"` → `["Card", "Basic"]` */
const namesOf = (selector: string) =>
  Array.from(selector.matchAll(/\.wr-([A-Z]\w*)/g), ([, name]) => name!);

/** Rules of a node's file in which a selector does not name the node. */
function strangers(names: readonly string[], rules: readonly Rule[]) {
  return rules
    .flatMap(({ selectors }) => selectors)
    .filter((selector) => !namesOf(selector).some((n) => names.includes(n)));
}

/** Shared rules whose selectors all begin with the class of the same node. */
function unshared(rules: readonly Rule[]) {
  return rules
    .filter(({ selectors }) => {
      const first = selectors.map(
        (selector) => /^(?::where\()?\.wr-([A-Z]\w*)/.exec(selector)?.[1],
      );
      return types.includes(first[0]!) && new Set(first).size === 1;
    })
    .map(({ selector }) => selector);
}

describe("styles/index.css", () => {
  test("imports each file once", () => {
    const entries = [INDEX, "styles/layered.css"];
    expect(imported.toSorted()).toEqual(
      files.filter((file) => !entries.includes(file)),
    );
  });

  test("imports what nodes share before the nodes, and these by their names", () => {
    const nodes = imported.filter(inNodes);
    const start = imported.findIndex(inNodes);
    expect(imported.slice(start, start + nodes.length)).toEqual(nodes);
    expect(nodes.map(dirname)).toEqual(nodes.map(dirname).toSorted());
  });
});

describe("a css file holds the rules of what it is named after", () => {
  test.each(files.filter(inNodes))("%s", (file) => {
    const names = namesIn(dirname(file));
    expect(names).toContain(basename(file, ".css"));
    expect(strangers(names, rulesOf(file))).toEqual([]);
  });

  test.each(files.filter((file) => file.startsWith("ui/")))("%s", (file) => {
    expect(unshared(rulesOf(file))).toEqual([]);
  });

  test("a rule of another node is found", () => {
    const { nodes } = parse(
      ".wr-Badge {} .wr-Spinner:where(.wr-Badge > *) {} .wr-BadgeList, .wr-Card {}",
    );
    expect(strangers(["Badge"], nodes as Rule[])).toEqual([
      ".wr-BadgeList",
      ".wr-Card",
    ]);
  });

  test("a shared rule of one node is found", () => {
    const { nodes } = parse(
      ".wr-Badge {} :where(.wr-Badge) {} .wr-Badge, .wr-Button {} .wr-Popover {}",
    );
    expect(unshared(nodes as Rule[])).toEqual([
      ".wr-Badge",
      ":where(.wr-Badge)",
    ]);
  });
});

test("no selector lists the kinds of fields: each has wr-Field", () => {
  const fields =
    /\.wr-(?:Input|Textarea|Select|DatePicker|Checkbox|RadioGroup)(?![\w-])/g;
  const lists = files.flatMap((file) =>
    rulesOf(file)
      .filter(({ selector }) => new Set(selector.match(fields)).size > 3)
      .map(({ selector }) => `${file}: ${selector}`),
  );
  expect(lists).toEqual([]);
});
