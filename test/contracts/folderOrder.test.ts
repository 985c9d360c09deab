// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  importsOf,
  readFiles,
  violations,
} from "../../scripts/folderOrder.mjs";

/** A tree in which all is well. */
const TREE: Readonly<Record<string, readonly string[]>> = {
  "index.ts": ["./nodes/Badge/Badge.js", "./renderer/WidgetRenderer.js"],
  "types.ts": ["./nodes/index.js", "./context/settings.js"],
  "core/json.ts": [],
  "core/index.ts": ["./json.js"],
  "context/settings.ts": ["react", "../core/json.js", "../types.js"],
  "forms/useField.ts": ["../context/settings.js"],
  "actions/useAction.ts": ["../forms/useField.js", "../types.js"],
  "ui/Icon.tsx": ["../context/settings.js"],
  "ui/ButtonView.tsx": ["./Icon.js"],
  "nodes/load.ts": ["lazy ./Badge/dots.js"],
  "nodes/load.server.ts": ["./Badge/dots.js"],
  "nodes/Badge/dots.ts": [],
  "nodes/index.ts": [
    "./Badge/Badge.js",
    "./Button/Button.js",
    "./Card/Card.js",
  ],
  "nodes/Badge/Badge.tsx": ["../load.js"],
  "nodes/Button/Button.tsx": ["../../ui/ButtonView.js"],
  "nodes/Card/Card.tsx": ["../../ui/ButtonView.js", "./fold.js"],
  "nodes/Card/fold.ts": ["../../actions/useAction.js"],
  "renderer/renderNode.tsx": [],
  "renderer/WidgetRenderer.tsx": [
    "../nodes/index.js",
    "../actions/useAction.js",
  ],
  "chatkit/index.ts": ["./client.js", "./useItems.js"],
  "chatkit/client.ts": ["../core/json.js", "../types.js"],
  "chatkit/useItems.ts": ["react", "../context/settings.js"],
  "labels/de.ts": ["../types.js"],
  "cli/index.ts": ["node:fs", "./check.js", "../chatkit/index.js"],
  "cli/check.ts": [],
  "template/sampleData.ts": [],
  "storybook/preset.ts": [
    "storybook/preview-api",
    "../index.js",
    "../cli/check.js",
    "../template/sampleData.js",
  ],
};

function check(changes: Readonly<Record<string, readonly string[]>>) {
  const files = new Map(Object.entries(TREE));
  for (const [path, imports] of Object.entries(changes)) {
    files.set(path, [...(files.get(path) ?? []), ...imports]);
  }
  return violations(files);
}

/** What the files of a folder of src import, as written. */
function importsIn(folder: string): string[] {
  return [...readFiles("src")].flatMap(([path, specifiers]) =>
    path.startsWith(`${folder}/`)
      ? specifiers.map((specifier) => specifier.replace("lazy ", ""))
      : [],
  );
}

function isPackage(specifier: string): boolean {
  return !specifier.startsWith(".");
}

describe("the order of folders", () => {
  test("a tree in order has no violations", () => {
    expect(check({})).toEqual([]);
  });

  test.for<[string, Record<string, string[]>, string[]]>([
    [
      "a folder imports from a later one",
      { "forms/useField.ts": ["../ui/Icon.js"] },
      ["forms/useField.ts imports ui/Icon.tsx: forms comes before ui"],
    ],
    [
      "the command line imports what no entry exports",
      { "cli/check.ts": ["../core/json.js", "../chatkit/client.js"] },
      [
        "cli/check.ts imports core/json.ts: a program knows entries alone",
        "cli/check.ts imports chatkit/client.ts: a program knows entries alone",
      ],
    ],
    [
      "the addon imports parts of the main entry",
      { "storybook/preset.ts": ["../nodes/index.js", "../types.js"] },
      [
        "storybook/preset.ts imports nodes/index.ts: a program knows entries alone",
      ],
    ],
    [
      "core imports from outside",
      { "core/json.ts": ["react", "../types.js"] },
      [
        "core/json.ts imports react: core needs no package",
        "core/json.ts imports types.ts: core knows core alone",
      ],
    ],
    [
      "a node renders its children itself",
      { "nodes/Badge/Badge.tsx": ["../../renderer/renderNode.js"] },
      [
        "nodes/Badge/Badge.tsx imports renderer/renderNode.tsx: nodes comes before renderer",
      ],
    ],
    ["a file is at the root", { "theme.ts": [] }, ["theme.ts is in no folder"]],
    [
      "a node has no folder",
      { "nodes/Text.tsx": [], "nodes/Title/text.ts": [] },
      [
        "nodes/Text.tsx is in no folder of a node",
        "nodes/Title/text.ts is in a folder without nodes/Title/Title.tsx",
      ],
    ],
    [
      "an entry imports more than core",
      { "chatkit/client.ts": ["react", "../context/settings.js"] },
      [
        "chatkit/client.ts imports react: hooks of an entry alone do",
        "chatkit/client.ts imports context/settings.ts: an entry knows core alone",
      ],
    ],
    [
      "an entry is imported",
      { "renderer/WidgetRenderer.tsx": ["../chatkit/client.js"] },
      [
        "renderer/WidgetRenderer.tsx imports chatkit/client.ts, which belongs to another entry",
      ],
    ],
    [
      "a module imports css",
      { "nodes/Badge/Badge.tsx": ["./Badge.css"] },
      ["nodes/Badge/Badge.tsx imports ./Badge.css: styles/index.css does that"],
    ],
    [
      "one node alone uses a file of ui",
      { "ui/dots.ts": [], "nodes/Badge/Badge.tsx": ["../../ui/dots.js"] },
      ["ui/dots.ts serves nodes/Badge alone: it belongs there"],
    ],
    [
      "one node alone uses it through another file",
      {
        "ui/dots.ts": [],
        "ui/dot.ts": ["./dots.js"],
        "nodes/Badge/Badge.tsx": ["../../ui/dot.js"],
      },
      [
        "ui/dots.ts serves nodes/Badge alone: it belongs there",
        "ui/dot.ts serves nodes/Badge alone: it belongs there",
      ],
    ],
    [
      "nothing uses a file of ui",
      { "ui/dots.ts": [] },
      ["ui/dots.ts serves nothing"],
    ],
    [
      "a node uses the private file of another",
      { "nodes/Button/Button.tsx": ["../Card/fold.js"] },
      [
        "nodes/Card/fold.ts also serves nodes/Button/Button.tsx: it belongs in ui/",
      ],
    ],
    [
      "files import each other",
      {
        "core/a.ts": ["./b.js"],
        "core/b.ts": ["./c.js", "./a.js"],
        "core/c.ts": ["./a.js"],
      },
      ["a circle: core/a.ts → core/b.ts → core/a.ts"],
    ],
  ])("%s", ([, changes, expected]) => {
    expect(check(changes)).toEqual(expected);
  });

  test("a node may use another node", () => {
    expect(check({ "nodes/Card/Card.tsx": ["../Badge/Badge.js"] })).toEqual([]);
  });

  test("imports are read in every form", () => {
    const text = `
    import { a } from "./value.js";
    import type { B } from "./type.js";
    export * from "./star.js";
    const load = () => import("./lazy.js");
    type C = import("./inline.js").C;
    // import { d } from "./comment.js";
  `;
    expect(importsOf(text).sort()).toEqual([
      "./inline.js",
      "./star.js",
      "./type.js",
      "./value.js",
      "lazy ./lazy.js",
    ]);
  });

  test("what is loaded later may import what loads it", () => {
    const files = {
      "nodes/Card/Card.tsx": ["lazy ./Body.js"],
      "nodes/Card/Body.tsx": ["./Card.js"],
    };
    expect(check(files)).toEqual([]);
  });

  test("src is in order", () => {
    expect(violations(readFiles("src"))).toEqual([]);
  });

  test.for([
    ["template", ["@cfworker/json-schema"]],
    ["chatkit", ["eventsource-parser", "react"]],
    ["labels", []],
  ] as const)("%s imports no packages but %j", ([entry, packages]) => {
    expect([...new Set(importsIn(entry).filter(isPackage))].sort()).toEqual(
      packages,
    );
  });

  test("a language imports the default labels and nothing else", () => {
    expect([...new Set(importsIn("labels"))].sort()).toEqual([
      "../core/labels.js",
    ]);
  });
});
