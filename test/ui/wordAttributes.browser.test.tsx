import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  address,
  button,
  card,
  col,
  elementAtWidth,
  prose,
  row,
  text,
  url,
} from "../helpers/rowNodes.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.dir = "";
});

const widths = [320, 390, 560, 800];

/** The words of `element`, each with the lines that it is on. */
function words(element: Element) {
  const found: { word: string; lines: number; boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    for (const { 0: word, index } of node.textContent!.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const boxes = Array.from(range.getClientRects()).filter(
        ({ width }) => width > 0,
      );
      const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
      found.push({ word, lines, boxes });
    }
  }
  return found;
}

const broken = (element: Element) =>
  words(element).flatMap(({ word, lines }) => (lines > 1 ? [word] : []));

/** The words that reach out of `surface`. */
function outside(element: Element, surface: Element) {
  const { left, right } = surface.getBoundingClientRect();
  return words(element).flatMap(({ word, boxes }) =>
    boxes.some((box) => box.left < left - 1 || box.right > right + 1)
      ? [word]
      : [],
  );
}

const whole: Record<string, unknown> = {
  "a Row of texts": card(row(text("Ship to"), { type: "Spacer" }, text(prose))),
  "a Col in a Row": card(
    row(col(text(prose, { weight: "semibold" })), text("€2,450.00")),
  ),
  "a Box in a Row": card(
    row(
      { type: "Box", padding: 2, children: [text("18°C")] },
      { type: "Markdown", value: prose },
    ),
  ),
  "a Box as a row": card({
    type: "Box",
    direction: "row",
    children: [text("Weather"), text(prose, { textAlign: "end" })],
  }),
  "a Row in a Row": card(
    row(row({ type: "Icon", name: "star" }, text("Rating")), text(prose)),
  ),
  "a Transition in a Row": card(
    row({ type: "Transition", children: text("Delivered") }, text(prose)),
  ),
  "a Title, a Caption and a Label": card(
    row(
      { type: "Title", value: "14:35" },
      { type: "Caption", value: "Berlin" },
      { type: "Label", value: "Seat", fieldName: "s" },
      text(prose),
    ),
  ),
  "columns that share a Row": card(
    row(
      { ...col(text("Departure"), text("Lisbon")), flex: 1 },
      { ...col(text("Arrival"), text(prose)), flex: 1 },
    ),
  ),
  "a text of two lines at most": card(
    row(text("Reservation", { maxLines: 2 }), text(prose, { maxLines: 3 })),
  ),
  "a Checkbox and a RadioGroup": card(
    row({ type: "Checkbox", name: "c", label: "Subscribe" }, text(prose)),
    row(
      {
        type: "RadioGroup",
        name: "r",
        options: [{ value: "a", label: "Overnight" }],
      },
      text(prose),
    ),
  ),
  "a Badge and a Button": card(
    row(text(prose), { type: "Badge", label: "Delivered" }, button("Track")),
  ),
  "a ListViewItem": {
    type: "ListView",
    children: [
      {
        type: "ListViewItem",
        onClickAction: { type: "open" },
        children: [
          { type: "Icon", name: "suitcase" },
          text(prose),
          { type: "Spacer" },
          text("€2,450.00"),
        ],
      },
    ],
  },
  "a Table": card({
    type: "Table",
    children: [
      {
        type: "Table.Row",
        children: [
          {
            type: "Table.Cell",
            children: row(text("Ship to"), text(prose)),
          },
          { type: "Table.Cell", children: text("€2,450.00") },
        ],
      },
    ],
  }),
};

const long: Record<string, unknown> = {
  "beside a text": card(row(text("Site"), text(url))),
  "in a Col beside a text": card(row(col(text(url)), text("Confirmation"))),
  "in a text": card(row(text("Site"), text(`${prose} ${url}`))),
  "in a Markdown": card(
    row({ type: "Markdown", value: `See ${url}` }, text("Site")),
  ),
  "three of them": card(row(text(url), text(url), text(url))),
  "in a centred column": card({ ...col(text(url)), align: "center" }),
  "in a Checkbox": card(
    row({ type: "Checkbox", name: "c", label: url }, text("Terms")),
  ),
  "in a RadioGroup": card({
    type: "RadioGroup",
    name: "r",
    options: [{ value: "a", label: url }],
  }),
  "in a ListViewItem": {
    type: "ListView",
    children: [{ type: "ListViewItem", children: [text("Site"), text(url)] }],
  },
  alone: card(text(url), { type: "Title", value: "w".repeat(90) }),
};

/** A label, and what is long beside it, in scripts that break between characters. */
const cjk = [
  ["价格", "浙江省杭州市西湖区文三路四百七十八号华星时代广场二十层"],
  ["お届け先", "大阪府大阪市北区梅田三丁目一番地三号ノースゲートビル"],
  ["가격", "부산광역시 해운대구 센텀중앙로 구십칠번지 센텀스카이비즈"],
] as const;

describe("words in a Row", () => {
  test.each(cjk)(
    "%s stays whole, and what is beside it takes lines",
    async (label, long) => {
      const { container } = await render(
        elementAtWidth(
          card(row(text(label), text("¥1,299.00"), text(long))),
          320,
        ),
      );
      const words = long.includes(" ") ? [] : [long];
      expect(broken(container)).toEqual(words);
      const surface = container.querySelector("[class$=-surface]")!;
      expect(outside(container, surface)).toEqual([]);
    },
  );

  test.for(
    Object.keys(whole).flatMap((name) =>
      widths.map((width) => [name, width] as const),
    ),
  )("words stay whole: %s, %i px", async ([name, width]) => {
    const { container } = await render(elementAtWidth(whole[name], width));
    await expect.poll(() => container.textContent).toContain("bakery");
    expect(broken(container)).toEqual([]);
    const surface = container.querySelector("[class$=-surface]")!;
    if (name !== "a Table") expect(outside(container, surface)).toEqual([]);
    expect(
      container.querySelector(".wr-root")!.scrollWidth,
    ).toBeLessThanOrEqual(width);
  });

  test.for(
    Object.keys(long).flatMap((name) =>
      widths.map((width) => [name, width] as const),
    ),
  )("only a word that is too long breaks: %s, %i px", async ([name, width]) => {
    const { container } = await render(elementAtWidth(long[name], width));
    await expect.poll(() => container.textContent).toMatch(/orders|See/);
    const surface = container.querySelector("[class$=-surface]")!;
    expect(outside(container, surface)).toEqual([]);
    expect(broken(container).filter((word) => word.length < 25)).toEqual([]);
    expect(container.querySelector("[data-more]")).toBeNull();
  });

  test.for([
    ["as a text", row(text(address), text(prose))],
    ["in a Col", row(col(text("Contact"), text(address)), text(prose))],
    ["after the other", row(text(prose), text(address))],
  ])(
    "an address breaks only after its neighbours have wrapped: %s",
    async ([, widget]) => {
      const { container, rerender } = await render(
        elementAtWidth(card(widget as object), 560),
      );
      expect(broken(container)).toEqual([]);
      await rerender(elementAtWidth(card(widget as object), 320));
      expect(broken(container)).toEqual([address]);
    },
  );

  test("a truncated text shrinks before a whole one, in a Col and below", async () => {
    const cut = text(`${prose}, ${prose}`, { truncate: true });
    const { container } = await render(
      elementAtWidth(
        card(
          row(cut, text("€2,450.00")),
          row(
            col(cut, row(cut, { type: "Badge", label: "New" })),
            text("€2,450.00"),
          ),
        ),
        320,
      ),
    );
    const surface = container.querySelector(".wr-Card-surface")!;
    const { right } = surface.getBoundingClientRect();
    for (const price of page.getByText("€2,450.00").elements()) {
      expect(price.getBoundingClientRect().right).toBeLessThan(right);
      expect(broken(price)).toEqual([]);
    }
    expect(container.querySelector("[data-more]")).toBeNull();
  });
});
