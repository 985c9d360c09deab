import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.dir = "";
});

const widths = [320, 390, 560, 800];

const draw = (widget: unknown, width: number) => (
  <div style={{ width }}>
    <WidgetRenderer
      widget={widget as WidgetNode}
      sendAction={() => Promise.resolve()}
      onError={() => undefined}
    />
  </div>
);

const text = (value: string, props?: object) => ({
  type: "Text",
  value,
  ...props,
});
const row = (...children: object[]) => ({ type: "Row", children });
const col = (...children: object[]) => ({ type: "Col", children });
const card = (...children: object[]) => ({
  type: "Card",
  size: "full",
  children,
});
const button = (label: string) => ({
  type: "Button",
  label,
  onClickAction: { type: "go" },
});

const prose =
  "Leave at the front door of the yellow house behind the second bakery";
const url = `https://www.example.com/${"orders/archive_of_2024_".repeat(5)}`;
const address = "accounts.receivable@wholesale-traders.example";

/** The words of `element`, each with the lines that it stands on. */
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

test.for(
  Object.keys(whole).flatMap((name) =>
    widths.map((width) => [name, width] as const),
  ),
)("words stay whole: %s, %i px", async ([name, width]) => {
  const { container } = await render(draw(whole[name], width));
  await expect.poll(() => container.textContent).toContain("bakery");
  expect(broken(container)).toEqual([]);
  const surface = container.querySelector("[class$=-surface]")!;
  if (name !== "a Table") expect(outside(container, surface)).toEqual([]);
  expect(container.querySelector(".wr-root")!.scrollWidth).toBeLessThanOrEqual(
    width,
  );
});

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

test.for(
  Object.keys(long).flatMap((name) =>
    widths.map((width) => [name, width] as const),
  ),
)("a word without end breaks alone: %s, %i px", async ([name, width]) => {
  const { container } = await render(draw(long[name], width));
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
  "an address breaks only after its neighbours gave way: %s",
  async ([, widget]) => {
    const { container, rerender } = await render(
      draw(card(widget as object), 560),
    );
    expect(broken(container)).toEqual([]);
    await rerender(draw(card(widget as object), 320));
    expect(broken(container)).toEqual([address]);
  },
);

test("a truncated text gives way to a whole one, in a Col and below", async () => {
  const cut = text(`${prose}, ${prose}`, { truncate: true });
  const { container } = await render(
    draw(
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

const names = ["Overview", "Timeline", "Documents", "Attendees", "Settings"];

test.for(["ltr", "rtl"])(
  "a Row of nothing but buttons wraps: %s",
  async (dir) => {
    document.documentElement.dir = dir;
    const { container } = await render(
      draw(card(row(...names.map(button))), 320),
    );
    const surface = container.querySelector(".wr-Card-surface")!;
    const { left, right } = surface.getBoundingClientRect();
    for (const name of names) {
      const box = page
        .getByRole("button", { name })
        .element()
        .getBoundingClientRect();
      expect(box.left).toBeGreaterThan(left);
      expect(box.right).toBeLessThan(right);
    }
    expect(container.querySelector("[data-more]")).toBeNull();
  },
);

const icon = { type: "Icon", name: "star" };
const crowded: Record<string, object> = {
  Row: row(icon, ...names.map(button)),
  "centred Row": { ...row(icon, ...names.map(button)), justify: "center" },
  "Row with a look": {
    ...row(icon, ...names.map(button)),
    padding: 2,
    background: "surface-secondary",
    radius: "md",
  },
  "Box as a row": {
    type: "Box",
    direction: "row",
    children: [icon, ...names.map(button)],
  },
  "Row that may not wrap": { ...row(...names.map(button)), wrap: "nowrap" },
  "Row of Cards": row(...names.map((name) => card(text(prose), button(name)))),
  "Row of sized boxes": row(
    ...names.map((name) => ({ ...col(button(name)), width: 180 })),
  ),
};

/** Whether all of `element` and of its focus ring is in sight in `row`. */
function isInSight(element: Element, around: Element) {
  const box = element.getBoundingClientRect();
  const room = around.getBoundingClientRect();
  const ring = 2;
  return (
    box.left - ring >= room.left &&
    box.right + ring <= room.right &&
    box.top - ring >= room.top &&
    box.bottom + ring <= room.bottom
  );
}

test.for(
  Object.keys(crowded).flatMap((name) =>
    ["ltr", "rtl"].map((dir) => [name, dir] as const),
  ),
)("every control of a crowded %s is reached, %s", async ([name, dir]) => {
  document.documentElement.dir = dir;
  const after = text("After");
  const { container } = await render(
    draw(card(text("Before"), crowded[name]!, after), 320),
  );
  const box = page.getByText("After").element().previousElementSibling!;
  await expect.poll(() => box.getAttribute("data-more")).toBe("end");
  const surface = container.querySelector(".wr-Card-surface")!;
  expect(container.querySelector(".wr-root")!.scrollWidth).toBeLessThanOrEqual(
    320,
  );
  // No room for a scrollbar, and nothing moves below.
  expect(box.getBoundingClientRect().bottom - box.clientHeight).toBeCloseTo(
    box.getBoundingClientRect().top,
    0,
  );
  for (const label of names) {
    const control = page.getByRole("button", { name: label }).element();
    (control as HTMLElement).focus();
    await expect.poll(() => isInSight(control, box)).toBe(true);
    expect(isInSight(control, surface)).toBe(true);
  }
  box.scrollLeft = dir === "rtl" ? -10_000 : 10_000;
  await expect.poll(() => box.getAttribute("data-more")).toBe("start");
  (
    page.getByRole("button", { name: names[2]! }).element() as HTMLElement
  ).focus();
  await expect.poll(() => box.getAttribute("data-more")).toBe("both");
});

test("a crowded Row is as high, and as far from the others, as one that fits", async () => {
  const widget = card(
    text("Before"),
    row(icon, ...names.map(button)),
    text("After"),
  );
  const { rerender, container } = await render(draw(widget, 800));
  const distance = () =>
    page.getByText("After").element().getBoundingClientRect().top -
    page.getByText("Before").element().getBoundingClientRect().top;
  const before = distance();
  const first = () =>
    container.querySelector(".wr-Icon")!.getBoundingClientRect();
  const { left, top } = first();
  const more = () => container.querySelector("[data-more]");
  expect(more()).toBeNull();
  await rerender(draw(widget, 320));
  await expect.poll(more).not.toBeNull();
  expect(distance()).toBe(before);
  expect(first()).toMatchObject({ left, top });
  await rerender(draw(widget, 800));
  await expect.poll(more).toBeNull();
});

test("a Row becomes crowded, and fits again, as what it contains changes", async () => {
  const widget = (...labels: string[]) =>
    card(row(icon, ...labels.map(button)), text("After"));
  const { container, rerender } = await render(draw(widget("A"), 320));
  const more = () => container.querySelector("[data-more]");
  await rerender(draw(widget(...names), 320));
  await expect.poll(more).not.toBeNull();
  await rerender(draw(widget("A"), 320));
  await expect.poll(more).toBeNull();
});

const boxes = Array.from({ length: 4 }, (_, i) => ({
  ...col(text(`Day ${i}`)),
  width: 140,
}));

test("a crowded Row without a control takes the focus, one with a control does not", async () => {
  const { container } = await render(
    draw(card(row(...boxes), row(icon, ...names.map(button))), 320),
  );
  const rows = () =>
    Array.from(container.querySelectorAll("[data-more]"), (element) =>
      element.getAttribute("tabindex"),
    );
  await expect.poll(rows).toEqual(["0", null]);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard("{Tab}");
  const first = container.querySelector("[data-more]")!;
  expect(document.activeElement).toBe(first);
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(() => first.scrollLeft).toBeGreaterThan(0);
});

test("a press on a crowded Row in a ListViewItem is one on the item", async () => {
  let actions = 0;
  const { container } = await render(
    <div style={{ width: 320 }}>
      <WidgetRenderer
        widget={
          {
            type: "ListView",
            children: [
              {
                type: "ListViewItem",
                onClickAction: { type: "open" },
                children: [col(row(...boxes))],
              },
            ],
          } as WidgetNode
        }
        sendAction={() => {
          actions++;
        }}
      />
    </div>,
  );
  await expect
    .poll(() =>
      container.querySelector("[data-more]")?.getAttribute("tabindex"),
    )
    .toBe("0");
  await userEvent.click(page.getByText("Day 0"));
  await expect.poll(() => actions).toBe(1);
});

test("what reaches out of a Row that fits is not cut", async () => {
  const { container } = await render(
    draw(
      card(
        row(col(text(prose)), {
          type: "Image",
          flush: true,
          src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        }),
        row(text("Name"), {
          type: "Text",
          value: "Ada",
          editable: { name: "n" },
        }),
      ),
      320,
    ),
  );
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(container.querySelector("[data-more]")).toBeNull();
});

test.for(["end", "center"])(
  "a cut text leaves room for its ellipsis, one that fits does not: %s",
  async (textAlign) => {
    await render(
      draw(
        card(
          text(`${prose} one`, { textAlign, maxLines: 1 }),
          text(`${prose} two`, { textAlign, maxLines: 2 }),
          text("It fits", { textAlign, maxLines: 2 }),
        ),
        240,
      ),
    );
    const styleOf = (words: string | RegExp) =>
      getComputedStyle(page.getByText(words).element());
    expect(styleOf(/ one$/)).toMatchObject({
      textOverflow: "ellipsis",
      whiteSpace: "nowrap",
    });
    expect(styleOf("It fits").paddingInlineEnd).toBe("0px");
    // Firefox has no scroll timelines, and moves the line by itself.
    if (CSS.supports("animation-timeline: scroll(self)")) {
      await expect
        .poll(() => parseFloat(styleOf(/ two$/).paddingInlineEnd))
        .toBeGreaterThan(0);
    }
  },
);

test.for([
  [1, 26],
  [98, 26],
  [100, 36],
  [2024, 44],
  [123456, 60],
])("the numbers of a list from %i on have room", async ([start, room]) => {
  const { container } = await render(
    draw(
      { type: "Markdown", value: `${start}. First\n${start! + 1}. Second` },
      320,
    ),
  );
  await expect.poll(() => container.querySelector("ol")).not.toBeNull();
  const list = container.querySelector("ol")!;
  expect(
    parseFloat(getComputedStyle(list).paddingInlineStart),
  ).toBeGreaterThanOrEqual(room!);
});
