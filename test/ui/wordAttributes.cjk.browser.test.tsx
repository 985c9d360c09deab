import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { form, send } from "../helpers/builders.js";
import { card, elementAtWidth, row, text } from "../helpers/rowNodes.js";
import { button } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

/** How many lines each word of the text with `start` has. */
function linesOf(container: Element, start: string) {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.textContent!.startsWith(start)) continue;
    return Array.from(
      node.textContent!.matchAll(/\S+/g),
      ({ 0: word, index }) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = Array.from(range.getClientRects(), ({ top }) =>
          Math.round(top),
        );
        return new Set(tops).size;
      },
    );
  }
  return undefined;
}

const korean =
  "새로운 기능과 할인 소식을 매주 받아 보시고 혜택도 먼저 누려 보세요";

const koreanWord = "배송지주소";

/** What shows a text that may take several lines. */
const kinds: Record<string, (value: string) => object> = {
  Title: (value) => ({ type: "Title", value, size: "sm" }),
  Text: (value) => text(value),
  "Text of several lines": (value) => text(value, { maxLines: 9 }),
  Caption: (value) => ({ type: "Caption", value }),
  Label: (value) => ({ type: "Label", value, fieldName: "f" }),
  Checkbox: (label) => ({ type: "Checkbox", name: "c", label }),
  RadioGroup: (label) => ({
    type: "RadioGroup",
    name: "r",
    options: [{ value: "a", label }],
  }),
  Markdown: (value) => ({ type: "Markdown", value }),
  "heading of a Markdown": (value) => ({
    type: "Markdown",
    value: `### ${value}`,
  }),
  "list of a Markdown": (value) => ({ type: "Markdown", value: `- ${value}` }),
  "table of a Markdown": (value) => ({
    type: "Markdown",
    value: `| ${value} | 浙江省杭州市西湖区文三路四百七十八号 |\n|-|-|\n| A | B |`,
  }),
};

const statuses: Record<string, (value: string) => object> = {
  "status of a Card": (value) => ({
    ...card(text("A")),
    status: { text: value },
  }),
  "status of a ListView": (value) => ({
    type: "ListView",
    status: { text: value },
    children: [{ type: "ListViewItem", children: [text("A")] }],
  }),
};

const widgets = {
  ...Object.fromEntries(
    Object.entries(kinds).map(([kind, node]) => [
      kind,
      (value: string) => card(node(value)),
    ]),
  ),
  ...statuses,
};

const widths = [150, 165, 180, 195, 210];

describe("words of Chinese, Japanese and Korean", () => {
  test.for(Object.keys(widgets))(
    "Korean words stay whole: %s",
    async (kind) => {
      for (const width of widths) {
        const { container, unmount } = await render(
          elementAtWidth(widgets[kind]!(korean), width),
        );
        await expect
          .poll(() => linesOf(container, "새로운"))
          .toEqual(korean.split(" ").map(() => 1));
        await unmount();
      }
    },
  );

  test.for(
    Object.keys(kinds).flatMap((kind) =>
      ["配送先住所", "送货地址", koreanWord].map(
        (word) => [kind, word] as const,
      ),
    ),
  )(
    "a short label stays whole beside a long text: %s, %s",
    async ([kind, word]) => {
      const { container } = await render(
        elementAtWidth(
          card(
            row(
              kinds[kind]!(word),
              text("浙江省杭州市西湖区文三路四百七十八号华星时代广场二十层"),
            ),
          ),
          220,
        ),
      );
      await expect.poll(() => linesOf(container, word)).toEqual([1]);
    },
  );

  test.for([
    "这家餐厅的招牌菜是김치찌개，也供应其他地道的韩国料理和饮品",
    "このレストランの看板料理は김치찌개で、ほかの韓国料理もあります",
  ])("a text that names a Korean word fills its lines: %s", async (value) => {
    const { container } = await render(
      elementAtWidth(
        card(
          text(value),
          { type: "Markdown", value },
          { type: "Checkbox", name: "c", label: value },
        ),
        190,
      ),
    );
    for (const selector of [".wr-Text", ".wr-Markdown", ".wr-Checkbox-label"]) {
      const element = container.querySelector(selector)!;
      expect(getComputedStyle(element).wordBreak).toBe("normal");
    }
  });

  test("Korean options, and the message of a field, keep their words", async () => {
    await render(
      widgetAtWidth(
        150,
        form(
          {
            type: "Select",
            name: "size",
            options: [{ value: "a", label: korean, description: korean }],
          },
          send,
        ),
        { ...recordingHost(), validate: () => ({ size: korean }) },
      ),
    );
    await button("Send").click();
    const message = page.getByRole("alert");
    await expect.element(message).toBeVisible();
    const shown: Element[] = [message.element()];
    await page.getByRole("combobox").click();
    await expect.element(page.getByRole("option")).toBeVisible();
    shown.push(...document.querySelectorAll(".wr-Select-content > *"));
    expect(shown).toHaveLength(3);
    for (const element of shown) {
      expect(getComputedStyle(element).wordBreak).toBe("keep-all");
    }
  });
});
