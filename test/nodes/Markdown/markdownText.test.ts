import { describe, expect, test } from "vitest";
import { markdownText } from "../../../src/nodes/Markdown/markdownText.js";
import { LONG, cpuTime } from "../../helpers/cpuTime.js";

describe("markdownText", () => {
  test.each([
    ["# Trip to **Porto**", "Trip to Porto"],
    ["Two\nlines", "Two\nlines"],
    ["- one\n- [x] two\n  * three", "• one\n• two\n• three"],
    ["> said `he`", "said he"],
    [
      "[a link](https://example.com) and ![a picture](/a.png)",
      "a link and a picture",
    ],
    ["a\n\n---\n\nb", "a\n\n\nb"],
    ["| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"],
    ["```js\nconst a = **b;\n```\nc", "const a = **b;\nc"],
    ["\\*not\\* that", "*not* that"],
    ["2 * 3 ~ 6_000", "2 * 3 ~ 6_000"],
  ])("%j reads %j", (source, text) => {
    expect(markdownText(source)).toBe(text);
  });

  test.each(["[", "![a](", "*", "`", " ", "> ", "|", "- "])(
    "a long run of %j takes no time",
    (piece) => {
      const source = piece.repeat(200_000 / piece.length);
      expect(cpuTime(() => markdownText(source))).toBeLessThan(LONG);
    },
  );
});
