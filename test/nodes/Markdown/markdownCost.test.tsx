import { render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import MarkdownBody from "../../../src/nodes/Markdown/MarkdownBody.js";

const renderText = (value: string) =>
  render(<MarkdownBody value={value} streaming={false} node={undefined} />)
    .container;

describe("Markdown that a parser would take minutes for is shown as it is written", () => {
  test.each([
    ["quotes in quotes", ">".repeat(100_000)],
    ["lists in lists", "- ".repeat(100_000)],
    [
      "lists in lists, by lines",
      Array.from({ length: 400 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
    ],
    ["emphasis in emphasis", "*a".repeat(50_000) + "a*".repeat(50_000)],
    ["emphasis that does not end", "*a_ ".repeat(50_000)],
    ["brackets", "[".repeat(100_000) + "]".repeat(100_000)],
    ["links that do not end", "[a](".repeat(50_000)],
    ["items", "- a\n".repeat(40_000)],
    ["rows", "|a|\n|-|\n" + "|b|\n".repeat(40_000)],
    ["headings", "# a\n".repeat(40_000)],
    ["breaks", "a  \n".repeat(40_000)],
    ["breaks by their mark", "a\\\n".repeat(60_000)],
    ["definitions", "[a]: b\n".repeat(20_000)],
    [
      "a table with many columns",
      "|a\n|-\n|b".replaceAll(/\|./g, (cell) => cell.repeat(10_000)),
    ],
  ])("%s", (_, source) => {
    const { firstElementChild, textContent } = renderText(source);
    expect(firstElementChild).toHaveClass("wr-Markdown-source");
    expect(textContent).toBe(source);
  });
});

test.each([
  ["a long list", "- **a**: [b](/c) and `d`\n".repeat(400), "li", 400],
  ["a long table", "|a|b|c|\n|-|-|-|\n" + "|1|2|3|\n".repeat(300), "tr", 301],
  ["quotes in a quote", ">".repeat(10) + " a", "blockquote", 10],
  ["a long text", "word ".repeat(30_000), "p", 1],
  [
    "a text of many paragraphs",
    "A **word** and [a](/b)\n\n".repeat(1_800),
    "p",
    1_800,
  ],
])("%s is parsed", (_, source, element, count) => {
  expect(renderText(source).querySelectorAll(element)).toHaveLength(count);
});

test.each([
  ["paragraphs", "a\n\n", "p"],
  ["tables", "|a|\n|-|\n|b|\n\n", "table"],
  ["emphasis, in many pieces", `${"*a* ".repeat(1_000)}\n\n`, "em"],
  ["links, in many pieces", `${"[a](/b) ".repeat(500)}\n\n`, "a"],
])(
  "of very many %s the first are parsed, and the rest is shown as it is written",
  (_, unit, element) => {
    const source = unit.repeat(200_000 / unit.length).trimEnd();
    const container = renderText(source);
    expect(container.querySelectorAll(element).length).toBeGreaterThan(500);
    expect(container.querySelectorAll("*").length).toBeLessThan(40_000);
    const rest = container.querySelector(".wr-Markdown-source")?.textContent;
    expect(rest?.length).toBeGreaterThan(10_000);
    expect(source.endsWith(rest!)).toBe(true);
  },
);
