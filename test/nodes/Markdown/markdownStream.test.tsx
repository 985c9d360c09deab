import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import { describe, expect, test } from "vitest";
import { markdownBlocks } from "../../../src/nodes/Markdown/markdownBlocks.js";
import { remarkPlugins } from "../../../src/nodes/Markdown/markdownCjk.js";
import { closeMarks } from "../../../src/nodes/Markdown/markdownStream.js";
import { LONG, cpuTime } from "../../helpers/cpuTime.js";

const text = `# Trip

Two **days** in *Porto*, ~~no~~ some \`code\`, [a link](https://example.com) and
![a picture](https://example.com/a.png) here.

- one **bold**
- two
  - nested
- three

1. first
2. second

- [ ] open
- [x] done

| A | B |
|---|:-:|
| 1 | **2** |

\`\`\`js
const a = b[0] * c;
\`\`\`

## End

***both*** and __strong__ words`;

const known = new Map<string, HTMLElement>();

/** A block as it is rendered, code left out. */
function textOf(source: string): string {
  let element = known.get(source);
  if (!element) {
    element = document.createElement("div");
    element.innerHTML = renderToStaticMarkup(
      <Markdown remarkPlugins={remarkPlugins}>{source}</Markdown>,
    );
    for (const code of element.querySelectorAll("pre")) code.remove();
    known.set(source, element);
  }
  return element.textContent;
}

describe("closeMarks", () => {
  test("at no moment does a growing text show its marks, or take back a word", () => {
    let shown = "";
    for (let length = 1; length <= text.length; length++) {
      const grown = text.slice(0, length);
      const blocks = markdownBlocks(grown);
      const words = [...blocks.slice(0, -1), closeMarks(blocks.at(-1)!)]
        .map(textOf)
        .join(" ")
        .replace(/\s+/g, " ")
        .trim();
      expect(words, grown).not.toMatch(/[*_~`[\]|#]|https:|streamdown/);
      // Of the last word it is not known yet what it is.
      const kept = shown.slice(0, Math.max(0, shown.lastIndexOf(" ")));
      expect(words.startsWith(kept), `${kept} → ${words}`).toBe(true);
      shown = words;
    }
  });

  test.each([
    ["The answer is\n42", "The answer is\n42"],
    ["1. one\n2", "1. one\n"],
    ["a | b", "a | b"],
    ["| a | b |\n|--", ""],
    ["| a | b |\n|--|--|\n", "| a | b |\n|--|--|\n"],
    ["```js\nconst a = **b", "```js\nconst a = **b"],
    ["```js\nlet a;\n``", "```js\nlet a;\n"],
    ["- a\n\n  ```\n  **b", "- a\n\n  ```\n  **b"],
    ["**a\n\nb **c", "**a\n\nb **c**"],
    ["costs $$5 or 2~3", "costs $$5 or 2~3"],
    ["- > 25", "- > 25"],
    ["Done!", "Done!"],
    ["see list[0]", "see list[0]"],
    ["![a][b]\n\n[b]: https://example.c", "![a][b]\n\n"],
    ["![a][b]\n\n[b]:\n  https://example.c", "![a][b]\n\n"],
    ["![a][b]\n\n> [b]: <https://example.c", "![a][b]\n\n"],
    ["![a][b]\n\n- [b\\]]:", "![a][b]\n\n"],
    ["[a\nb]: https://example.c", "[a\n"],
    ['[b]: https://example.com "A ti', '[b]: https://example.com "A ti'],
    ["a[^1]\n\n[^1]: Not", "a[^1]\n\n[^1]: Not"],
  ])("%j is completed to %j", (source, closed) => {
    expect(closeMarks(source)).toBe(closed);
  });

  test.each([
    "*",
    "[",
    "![",
    "`",
    "**a ",
    "\n",
    "> ",
    "[a](b",
    "|",
    "_a ",
    "- ",
    "[a]: ",
    "]:",
  ])("a long run of %j takes no time", (piece) => {
    const source = piece.repeat(200_000 / piece.length);
    const seconds = cpuTime(() => {
      closeMarks(source);
      closeMarks(source.slice(0, 9_999));
    });
    expect(seconds).toBeLessThan(LONG);
  });
});
