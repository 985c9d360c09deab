// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLabels } from "../../src/core/labels.js";

const statement = readFileSync("ACCESSIBILITY.md", "utf8");

/** Rows, items and paragraphs, each in one line. */
const claims = statement
  .replaceAll(/\n(?=[^\n#|-])/g, " ")
  .split("\n")
  .map((line) => line.trim())
  .filter(
    (line) => line !== "" && !/^#|^\| (?:WCAG|---)|^Beyond AA:/.test(line),
  );

/** WCAG 2.2, levels A and AA. */
const CRITERIA =
  "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3".split(
    " ",
  );

const read = (path: string) => readFileSync(path, "utf8");

const filesOf = (folder: string, end: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => end.test(path))
    .map((path) => `${folder}/${path}`);

const packageJson = JSON.parse(read("package.json")) as { bugs: string };

const nodeLines = JSON.parse(read("src/schema/nodes.json")) as string[];

const source = filesOf("src", /\.tsx?$|\.css$/)
  .map(read)
  .join("\n");

/** The properties that the format gives a node. */
function propsOf(type: string): string[] {
  const start = nodeLines.findIndex((line) => line.startsWith(`@node ${type}`));
  const end = nodeLines.findIndex(
    (line, index) => index > start && line.startsWith("@node"),
  );
  return nodeLines.slice(start + 1, end).map((line) => line.split(/[! ]/)[0]!);
}

describe("the statement on accessibility", () => {
  test("each claim has a test that is there", () => {
    expect(claims.length).toBeGreaterThan(45);
    expect(
      claims.filter((claim) => {
        const tests = Array.from(
          claim.matchAll(/\]\(([^):#]+)\)/g),
          ([, path]) => path!,
        );
        return tests.length === 0 || !tests.every((path) => existsSync(path));
      }),
    ).toEqual([]);
  });

  test("CI runs these tests, and a violation that axe finds fails a story", () => {
    expect(read(".github/workflows/ci.yml")).toContain("run: npm test");
    expect(read(".storybook/preview.ts")).toContain('a11y: { test: "error" }');
    const config = read("vitest.config.ts");
    expect(config).toContain('include: ["test/**/*.test.{ts,tsx}"]');
    expect(config).toContain('["test/**/*.browser.test.{ts,tsx}"]');
    expect(config).toContain('elsewhere("firefox"');
    expect(config).toContain('elsewhere("webkit"');
  });

  test("each criterion of levels A and AA is met, lacking, or another's, once", () => {
    const found = Array.from(
      statement.matchAll(/\b(\d\.\d\.\d{1,2}) [A-Z]/g),
      ([, number]) => number!,
    );
    expect(found.sort()).toEqual([...CRITERIA].sort());
  });

  test("it counts right", () => {
    const widgets = filesOf("stories/widgets", /\.widget$/).length;
    const trees = readdirSync("test/stories/accessibility");
    expect(statement).toContain(`in ${widgets} widgets`);
    expect(trees.filter((name) => /^[\w-]+\.txt$/.test(name))).toHaveLength(
      widgets,
    );
    expect(
      trees.filter((name) => /^[\w-]+\.[\w-]+\.txt$/.test(name)),
    ).toHaveLength(4);
  });

  test("what the format lacks is still not in it", () => {
    expect(propsOf("Button")).toContain("iconStart");
    expect(
      propsOf("Button").filter((prop) =>
        /pressed|selected|^aria|title|^name$/i.test(prop),
      ),
    ).toEqual([]);
    expect(
      propsOf("ListViewItem").filter((prop) => /selected|current/.test(prop)),
    ).toEqual([]);
    for (const type of ["Select", "DatePicker"]) {
      expect(propsOf(type)).toContain("placeholder");
      expect(propsOf(type)).not.toContain("required");
    }
    expect(propsOf("Input")).toContain("required");
  });

  test("nothing plays, is dragged, has a shortcut, or asks for an orientation", () => {
    expect(source).toContain("onPointerMove");
    expect(
      source.match(
        /<(?:audio|video|marquee|blink)\b|draggable|onDrag|touchmove|devicemotion|accessKey|accesskey|\(orientation/g,
      ),
    ).toBeNull();
    // A listener of keys outside the control that has the focus.
    expect(source.match(/document\.addEventListener\(\s*"key\w+"/g)).toBeNull();
  });

  test("no text of the library relies on a shape, a colour or a side", () => {
    expect(
      Object.values(defaultLabels).filter((label) =>
        /\b(?:left|right|above|below|round|square|red|green|blue)\b/i.test(
          label,
        ),
      ),
    ).toEqual([]);
  });

  test("no test claims assistive technology that the statement says was not used", () => {
    const names = /NVDA|JAWS|Narrator|VoiceOver|TalkBack|Orca/;
    expect(statement).toMatch(names);
    expect(
      filesOf("test", /\.browser\.test\.tsx?$|\.txt$/).filter((path) =>
        names.test(read(path)),
      ),
    ).toEqual([]);
    expect(read("README.md")).not.toMatch(names);
  });

  test("barriers are reported where the package says", () => {
    expect(statement).toContain(`(${packageJson.bugs})`);
  });

  test("README links to it", () => {
    expect(read("README.md")).toContain("/ACCESSIBILITY.md)");
  });
});
