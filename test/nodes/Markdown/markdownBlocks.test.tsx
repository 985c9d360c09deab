import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import { describe, expect, test } from "vitest";
import { markdownBlocks } from "../../../src/nodes/Markdown/markdownBlocks.js";
import { remarkPlugins } from "../../../src/nodes/Markdown/markdownCjk.js";
import { LONG, cpuTime } from "../../helpers/cpuTime.js";

function html(source: string): string {
  return renderToStaticMarkup(
    <Markdown remarkPlugins={remarkPlugins}>{source}</Markdown>,
  );
}

/** Source → how many pieces it is cut into. */
const sources: [string, number][] = [
  ["", 0],
  ["one line", 1],
  ["\n\n  \n", 1],
  ["# A\n\nb\nc\n\nd", 3],
  ["# A\n# B\nc", 1],
  ["\n\na\n\n\n\nb\n\n", 2],
  ["a\r\n\r\nb\r\rc", 3],
  ["\uFEFFa\n\n\uFEFFb", 1],
  // Fences.
  ["```js\na\n\nb\n```\n\nc", 2],
  ["~~~\n\n```\n\n~~~\n\nc", 2],
  ["````\n```\n\na\n````\n\nb", 2],
  ["```\na\n\nb", 1],
  ["a\n\n``` x ` y\n\nb", 3],
  ["    code\n\n    more\n\na", 2],
  ["```\n[a]: /b\n```\n\nc", 2],
  // Lists: a blank line may make all of their items loose.
  ["- a\n\n- b\n\nc\n\n- d", 3],
  ["- a\n- b\n\n  c\n\nd", 2],
  ["1. a\n\n   ```\n   b\n\n   c\n   ```\n\n2. d\n\ne", 2],
  ["1. a\n\n```\nb\n\n- c\n```\n\nd", 3],
  ["- ```\n  a\n\n  b\n  ```\n\nc", 2],
  ["- ```\n  a\n\nb\n\nc", 1],
  ["- a\nb\n  ```\n\nc\n\nd", 1],
  ["-\n\n  ```\n\na\n\nb", 1],
  ["a\n2. b\n\n   ```\n\nc\n\nd", 1],
  ["- a\n\n* * *\n\nb", 3],
  ["* a\n\n+ b", 1],
  ["- a\n  - b\n\n    c\n\nd", 2],
  ["10) a\n\n    b\n\nc", 2],
  ["-\ta\n\n\tb\n\nc", 2],
  ["- [ ] a\n- [x] b\n\nc", 2],
  ["> a\n\n> b\n\nc", 3],
  ["> - a\n\n- b\n\nc", 3],
  ["> ```\n\na\n```\n\nb", 2],
  ["      a\n\n2. b", 1],
  ["\u00a0- a\n\n\u00a0```\n\nb", 3],
  // Tables.
  ["| a | b |\n|---|---|\n| 1 | 2 |\n\nc", 2],
  ["a | b\n-|-\n\n1 | 2", 2],
  // HTML, which is shown as text.
  ["<div>\n\na\n\n</div>\n\nb", 4],
  ["a\n\n<!-- b\n\nc -->\n\nd", 2],
  ["<pre>\n\na\n\n</pre>", 1],
  ["<div>\n```\n</div>\n\n```\na\n\nb\n```", 1],
  ["- <!-- a\n\nb\n\nc", 1],
  // Definitions reach everywhere.
  ["[a]\n\nb\n\n[a]: /c", 1],
  ["[a]\n\nb\n\n> [a]: /c", 1],
  ["[a\nb]\n\nc\n\n[a\nb]: /c", 1],
  ["a[^1]\n\nb\n\n[^1]: c\n\n    d", 1],
  // Emphasis ends with its paragraph.
  ["**a\n\nb**\n\n`c\n\nd`", 4],
  ["a\n\n===\n\n---\n\nb", 4],
];

const pieces =
  "- a|* b|1. d|2. e|10. g|-|1.|  - h|   i|    k|\tm|text|# H|===|---|* * *|> q|> - r|>|```|```js|~~~|  ```|    ```|- ```|1. ```|<div>|</div>|<!-- c|-->|<pre>|- <!-- f|| a | b |||---|---||a | b|- [ ] t|`code|>     c".split(
    /(?<!\|)\|(?!\|| )/,
  );
const ends = ["\n", "\n", "\n\n", "\n\n", "\n \n", "\r\n\r\n", "\n\n\n"];

describe("markdownBlocks", () => {
  test.each(sources)("%j is cut into %i pieces", (source, count) => {
    const blocks = markdownBlocks(source);
    expect(blocks).toHaveLength(count);
    expect(blocks.join("")).toBe(source);
    expect(blocks.map(html).join("\n")).toBe(html(source));
  });

  test("random mixtures look the same, cut or not", () => {
    let seed = 7;
    const pick = (list: readonly string[]) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return list[Math.floor((seed / 2147483648) * list.length)]!;
    };
    let cut = 0;
    for (let i = 0; i < 120; i++) {
      const source = Array.from(
        { length: 7 },
        () => pick(pieces) + pick(ends),
      ).join("");
      const blocks = markdownBlocks(source);
      expect(blocks.join("")).toBe(source);
      if (blocks.length > 1) {
        cut++;
        expect(blocks.map(html).join("\n"), JSON.stringify(source)).toBe(
          html(source),
        );
      }
    }
    expect(cut).toBeGreaterThan(50);
  });

  test("earlier pieces stay the same while a text grows", () => {
    const text = "# A\n\nb **c** d\n\n- e\n\n- f\n\n```\ng\n\nh\n```\n\ni";
    let before: string[] = [];
    for (let length = 1; length <= text.length; length++) {
      const blocks = markdownBlocks(text.slice(0, length));
      expect(blocks.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      before = blocks;
    }
    expect(before).toHaveLength(5);
  });

  test.each(["- ", "> ", "\n", "```\n", "1. ", "<", "]: ", " ", "\t- a\n\n"])(
    "a long run of %j takes no time",
    (piece) => {
      const source = piece.repeat(200_000 / piece.length);
      let blocks: string[] = [];
      const seconds = cpuTime(() => (blocks = markdownBlocks(source)));
      expect(seconds).toBeLessThan(LONG);
      expect(blocks.join("")).toBe(source);
    },
  );
});
