import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { WidgetError } from "../../src/index.js";
import { markdownElement, renderMarkdown, style } from "../helpers/markdown.js";
import { find } from "../helpers/queries.js";
import "../../src/styles/index.css";

const wide = `| ${"Column | ".repeat(12)}\n|${"---|".repeat(12)}\n| ${"value | ".repeat(12)}`;

describe("Markdown", () => {
  test("each construct of GitHub's Markdown is rendered as its element", async () => {
    await renderMarkdown(`# One

Some **strong**, *stressed*, ~~struck~~ and \`code\`; 2~3 stays.

- a
- b

3. c

> d

| E | F |
| - | -: |
| g | h |

---

\`\`\`js
const i = "j";
\`\`\`

k[^1]

[^1]: l`);
    await expect
      .element(page.getByRole("heading", { name: "One" }))
      .toBeVisible();
    await expect.element(page.getByRole("strong")).toHaveTextContent("strong");
    await expect
      .element(page.getByRole("emphasis"))
      .toHaveTextContent("stressed");
    await expect
      .element(page.getByRole("deletion"))
      .toHaveTextContent("struck");
    await expect.element(page.getByText("2~3 stays")).toBeVisible();
    expect(find("ol")).toHaveAttribute("start", "3");
    await expect.element(page.getByRole("blockquote")).toHaveTextContent("d");
    await expect
      .element(page.getByRole("columnheader", { name: "F" }))
      .toBeVisible();
    await expect.element(page.getByRole("cell", { name: "h" })).toBeVisible();
    await expect.element(page.getByRole("separator")).toBeVisible();
    expect(find("pre")).toHaveTextContent('const i = "j";');
    await expect
      .element(page.getByRole("heading", { name: "Footnotes" }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole("link", { name: "Back to the text" }))
      .toHaveAttribute("href", `#${find("sup a").id}`);
  });

  test.each([
    [1, ["H1", "H2", "H3", "H4", "H5", "H6"]],
    [3, ["H3", "H4", "H5", "H6", "H6", "H6"]],
    [6, ["H6", "H6", "H6", "H6", "H6", "H6"]],
  ] as const)(
    "headings begin at the host's level %i",
    async (headingLevel, tags) => {
      const value = [1, 2, 3, 4, 5, 6]
        .map((n) => `${"#".repeat(n)} Level ${n}`)
        .join("\n");
      await renderMarkdown(value, { headingLevel });
      const headings = [...document.querySelectorAll(".wr-Markdown-heading")];
      expect(headings.map(({ tagName }) => tagName)).toEqual(tags);
      // They look as the author meant them all the same.
      expect(headings.map((el) => getComputedStyle(el).fontSize)).toEqual([
        "28px",
        "24px",
        "20px",
        "16px",
        "16px",
        "16px",
      ]);
    },
  );

  test.each([
    ["### A\n\ntext\n\n#### B\n\n### C", ["H3", "H4", "H3"]],
    ["A\n---\n\n### B", ["H3", "H4"]],
    ["## A\n\n```\n# code\n```\n\n# B", ["H4", "H3"]],
  ])("headings of %j leave no level out", async (value, tags) => {
    await renderMarkdown(value);
    const headings = [...document.querySelectorAll(".wr-Markdown-heading")];
    expect(headings.map(({ tagName }) => tagName)).toEqual(tags);
  });

  test("HTML is text", async () => {
    await renderMarkdown(
      '<img src=x onerror=alert(1)> a <b onclick="x()">b</b>\n\n<script>c</script>',
    );
    await expect.element(page.getByText("<script>c</script>")).toBeVisible();
    expect(
      find(".wr-Markdown").querySelectorAll("img, b, script"),
    ).toHaveLength(0);
  });

  test("tasks are named, and cannot be ticked", async () => {
    await renderMarkdown(
      "- [x] Pack **everything**\n- [ ] Go\n  - [ ] by train",
    );
    const box = (name: string) =>
      page.getByRole("checkbox", { name, exact: true });
    await expect.element(box("Pack everything")).toBeChecked();
    await expect.element(box("Pack everything")).toBeDisabled();
    await expect.element(box("Go")).not.toBeChecked();
    await expect.element(box("by train")).not.toBeChecked();
  });

  test("what is too wide scrolls in itself, and the keyboard reaches it", async () => {
    await renderMarkdown(`${wide}\n\n\`\`\`\n${"long ".repeat(40)}\n\`\`\``);
    const table = page.getByRole("region", { name: "Table" });
    const code = page.getByRole("region", { name: "Code" });
    await expect.element(table).toBeVisible();
    await userEvent.tab();
    await expect.element(table).toHaveFocus();
    await userEvent.tab();
    await expect.element(code).toHaveFocus();
    const root = find(".wr-Markdown");
    expect(root.scrollWidth).toBe(root.clientWidth);
  });

  test("what fits is no tab stop", async () => {
    await renderMarkdown("| a |\n|---|\n| b |\n\n```\nc\n```\n\n[d](/d)");
    await userEvent.tab();
    await expect.element(page.getByRole("link", { name: "d" })).toHaveFocus();
    expect(document.querySelectorAll('[role="region"]')).toHaveLength(0);
  });

  test("long words wrap", async () => {
    await renderMarkdown(`${"a".repeat(300)}\n\n- ${"b".repeat(300)}`);
    const root = find(".wr-Markdown");
    expect(root.scrollWidth).toBe(root.clientWidth);
  });

  test("there is no space above the first block or below the last", async () => {
    await renderMarkdown("## Heading\n\ntext\n\n```\ncode\n```");
    const root = find(".wr-Markdown").getBoundingClientRect();
    expect(find(".wr-Markdown-heading").getBoundingClientRect().top).toBe(
      root.top,
    );
    expect(find("pre").getBoundingClientRect().bottom).toBe(root.bottom);
  });

  test("a growing text shows no half-open marks, and the link only when it is whole", async () => {
    const onError = vi.fn<(error: WidgetError) => void>();
    const { rerender } = await renderMarkdown(
      "Take the **train",
      { onError },
      true,
    );
    expect(find(".wr-Markdown")).toHaveAttribute("data-streaming");
    await expect.element(page.getByRole("strong")).toHaveTextContent("train");
    const strong = find("strong");
    await rerender(
      markdownElement("Take the **train** [to Por", { onError }, true),
    );
    await expect
      .poll(() => find(".wr-Markdown").textContent)
      .toBe("Take the train to Por");
    await rerender(
      markdownElement(
        "Take the **train** [to Porto](https://exa",
        { onError },
        true,
      ),
    );
    await expect
      .poll(() => find(".wr-Markdown").textContent)
      .toBe("Take the train to Porto");
    expect(document.querySelector("a")).toBeNull();
    await rerender(
      markdownElement("Take the **train** [to Porto](https://example.com)", {
        onError,
      }),
    );
    await expect
      .element(page.getByRole("link", { name: "to Porto" }))
      .toBeVisible();
    expect(find("strong")).toBe(strong);
    expect(onError).not.toHaveBeenCalled();
  });

  test("the reset of a host does not undo it", async () => {
    const reset = document.createElement("style");
    reset.textContent =
      "ul, ol { list-style: none; padding: 0 } h1, h2, h3 { font-size: inherit; margin: 0 } p { margin: 0 } a { text-decoration: none } em { font-style: normal } strong { font-weight: inherit }";
    document.head.append(reset);
    try {
      await renderMarkdown("# a\n\nb\n\n- c *d* **e** [f](/f)\n\n1. g");
      expect(style("h3").fontSize).toBe("28px");
      expect(style("ul").listStyleType).toBe("disc");
      expect(style("ol").listStyleType).toBe("decimal");
      expect(style("p").marginBlockEnd).toBe("16px");
      expect(style("a").textDecorationLine).toBe("underline");
      expect(style("em").fontStyle).toBe("italic");
      expect(style("strong").fontWeight).toBe("600");
    } finally {
      reset.remove();
    }
  });
});
