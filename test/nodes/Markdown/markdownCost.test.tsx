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
])("%s is parsed", (_, source, element, count) => {
  expect(renderText(source).querySelectorAll(element)).toHaveLength(count);
});
