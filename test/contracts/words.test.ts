// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

/** Words that ARCHITECTURE.md replaces by those of React and of forms. */
const REPLACED =
  /\b(?:draws?|drawn|anew|keepers?|knock(?:s|ed)?|hears?|told|tells?|whoever|of its own)\b/i;

/** Where one of them is the right word. */
const RIGHT: readonly (readonly [file: RegExp, line: RegExp])[] = [
  // The lists themselves.
  [/^(?:ARCHITECTURE\.md|test\/contracts\/words\.test\.ts)$/, /./],
  // What a server says to a user.
  [/^stories\/Forms\.stories\.tsx$/, /Please tell us your name/],
];

const files = [
  ...[
    "src",
    "test",
    "docs",
    "stories",
    "playground",
    "scripts",
    "bench",
  ].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.replaceAll("\\", "/")}`,
    ),
  ),
  ...readdirSync("."),
].filter(
  (path) =>
    /\.(?:tsx?|mjs|css|mdx?)$/.test(path) &&
    !/node_modules|\/fixtures\/|\/jinja2\//.test(path),
);

test.for(files)("%s is in the words of the field", (path) => {
  const found = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) =>
      REPLACED.test(line) &&
      !RIGHT.some(([file, right]) => file.test(path) && right.test(line))
        ? [`${index + 1}: ${line.trim()}`]
        : [],
    );
  expect(found).toEqual([]);
});
