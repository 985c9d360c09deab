import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetRendererProps,
} from "../../src/index.js";
import "../../src/styles/index.css";

function widget(
  value: string,
  props: Partial<WidgetRendererProps> = {},
  streaming?: boolean,
) {
  return (
    <div style={{ width: 400 }}>
      <WidgetRenderer
        {...props}
        widget={{ type: "Markdown", value, streaming: streaming ?? null }}
      />
    </div>
  );
}

async function draw(
  value: string,
  props?: Partial<WidgetRendererProps>,
  streaming?: boolean,
) {
  const screen = await render(widget(value, props, streaming));
  // The first one waits for its chunk.
  await vi.waitFor(() => {
    expect(document.querySelector(".wr-Markdown")).not.toBeNull();
    expect(document.querySelector(".wr-Markdown-source")).toBeNull();
  });
  return screen;
}

const find = (selector: string) =>
  document.querySelector<HTMLElement>(selector)!;
const style = (selector: string) => getComputedStyle(find(selector));

test("what GitHub's Markdown knows is drawn as what it is", async () => {
  await draw(`# One

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
  await expect.element(page.getByRole("deletion")).toHaveTextContent("struck");
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
    await draw(value, { headingLevel });
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
  await draw(value);
  const headings = [...document.querySelectorAll(".wr-Markdown-heading")];
  expect(headings.map(({ tagName }) => tagName)).toEqual(tags);
});

test("links out of the page open in a tab of their own, without a trace", async () => {
  await draw(
    "[web](https://example.com/a) [mail](mailto:a@b.c) [here](/orders) www.example.com",
  );
  const link = (name: string) => page.getByRole("link", { name });
  await expect.element(link("web")).toHaveAttribute("target", "_blank");
  await expect
    .element(link("web"))
    .toHaveAttribute("rel", "noopener noreferrer");
  await expect
    .element(link("www.example.com"))
    .toHaveAttribute("target", "_blank");
  await expect.element(link("mail")).not.toHaveAttribute("target");
  await expect.element(link("here")).toHaveAttribute("href", "/orders");
});

test.each([
  "tel:+49301234",
  "sms:+49301234",
  "mailto:a@b.c",
  "HTTPS://example.com",
])("a link to %s may be followed", async (url) => {
  await draw(`[go](${url})`);
  await expect
    .element(page.getByRole("link", { name: "go" }))
    .toHaveAttribute("href", url);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "&#106;avascript:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "file:///etc/passwd",
  "blob:https://example.com/x",
])("a link to %s is plain text, and told", async (url) => {
  const onError = vi.fn<(error: WidgetError) => void>();
  await draw(
    `Go [**there**](${url}) ![picture](${url.replace("blob:", "about:")})`,
    {
      onError,
    },
  );
  await expect.element(page.getByText("Go there picture")).toBeVisible();
  expect(document.querySelectorAll("a, img")).toHaveLength(0);
  expect(
    onError.mock.calls.map(([{ code, path }]) => [code, path]),
  ).toContainEqual(["blocked-url", ""]);
});

test.each(["java&Tab;script:alert(1)", "java&#10;script:alert(1)"])(
  "%s is an address within the page's site",
  async (url) => {
    await draw(`[go](${url})`);
    await expect.element(page.getByRole("link", { name: "go" })).toBeVisible();
    expect(document.querySelector("a")!.protocol).toBe(location.protocol);
  },
);

test("HTML is text", async () => {
  await draw(
    '<img src=x onerror=alert(1)> a <b onclick="x()">b</b>\n\n<script>c</script>',
  );
  await expect.element(page.getByText("<script>c</script>")).toBeVisible();
  expect(find(".wr-Markdown").querySelectorAll("img, b, script")).toHaveLength(
    0,
  );
});

const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

test("the host's policy holds for every link and picture", async () => {
  const transformUrl = vi.fn((url: string, { kind }: { kind: string }) =>
    kind === "image"
      ? url.startsWith("data:")
        ? url
        : null
      : `/out?to=${url}`,
  );
  await draw(
    `[a](https://a.example) ![dot](${dot}) ![gone](https://tracker.example/p.png)`,
    { transformUrl, onError: () => {} },
  );
  await expect
    .element(page.getByRole("link", { name: "a" }))
    .toHaveAttribute("href", "/out?to=https://a.example");
  const image = page.getByRole("img");
  await expect.element(image).toHaveAttribute("alt", "dot");
  await expect.element(image).toHaveAttribute("loading", "lazy");
  await expect.element(image).toHaveAttribute("referrerpolicy", "no-referrer");
  await expect.element(page.getByText("gone")).toBeVisible();
  expect(transformUrl).toHaveBeenCalledWith(
    "https://a.example",
    expect.objectContaining({ kind: "link", prop: "value" }),
  );
});

test("tasks are named, and cannot be ticked", async () => {
  await draw("- [x] Pack **everything**\n- [ ] Go\n  - [ ] by train");
  const box = (name: string) =>
    page.getByRole("checkbox", { name, exact: true });
  await expect.element(box("Pack everything")).toBeChecked();
  await expect.element(box("Pack everything")).toBeDisabled();
  await expect.element(box("Go")).not.toBeChecked();
  await expect.element(box("by train")).not.toBeChecked();
});

const wide = `| ${"Column | ".repeat(12)}\n|${"---|".repeat(12)}\n| ${"value | ".repeat(12)}`;

test("what is too wide scrolls by itself, and the keyboard reaches it", async () => {
  await draw(`${wide}\n\n\`\`\`\n${"long ".repeat(40)}\n\`\`\``);
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

test("what fits is no stop for the keyboard", async () => {
  await draw("| a |\n|---|\n| b |\n\n```\nc\n```\n\n[d](/d)");
  await userEvent.tab();
  await expect.element(page.getByRole("link", { name: "d" })).toHaveFocus();
  expect(document.querySelectorAll('[role="region"]')).toHaveLength(0);
});

test("long words wrap", async () => {
  await draw(`${"a".repeat(300)}\n\n- ${"b".repeat(300)}`);
  const root = find(".wr-Markdown");
  expect(root.scrollWidth).toBe(root.clientWidth);
});

test("nothing stands above the first block or below the last", async () => {
  await draw("## Heading\n\ntext\n\n```\ncode\n```");
  const root = find(".wr-Markdown").getBoundingClientRect();
  expect(find(".wr-Markdown-heading").getBoundingClientRect().top).toBe(
    root.top,
  );
  expect(find("pre").getBoundingClientRect().bottom).toBe(root.bottom);
});

test("a growing text shows no half-open marks, and the link only when it is whole", async () => {
  const onError = vi.fn<(error: WidgetError) => void>();
  const { rerender } = await draw("Take the **train", { onError }, true);
  expect(find(".wr-Markdown")).toHaveAttribute("data-streaming");
  await expect.element(page.getByRole("strong")).toHaveTextContent("train");
  const strong = find("strong");
  await rerender(widget("Take the **train** [to Por", { onError }, true));
  await expect
    .poll(() => find(".wr-Markdown").textContent)
    .toBe("Take the train to Por");
  await rerender(
    widget("Take the **train** [to Porto](https://exa", { onError }, true),
  );
  await expect
    .poll(() => find(".wr-Markdown").textContent)
    .toBe("Take the train to Porto");
  expect(document.querySelector("a")).toBeNull();
  await rerender(
    widget("Take the **train** [to Porto](https://example.com)", { onError }),
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
    await draw("# a\n\nb\n\n- c *d* **e** [f](/f)\n\n1. g");
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
