import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { picture } from "../../stories/picture.js";
import "../../src/styles/index.css";

const text: WidgetNode = { type: "Text", value: "Text" };

const title: WidgetNode = { type: "Title", value: "Title" };

const caption: WidgetNode = { type: "Caption", value: "Caption" };

const badge: WidgetNode = { type: "Badge", label: "Badge" };

const button: WidgetNode = { type: "Button", label: "Button" };

const buttons: WidgetNode = { type: "Row", children: [button, button] };

const row: WidgetNode = { type: "Row", children: [text, button] };

const label: WidgetNode = { type: "Label", value: "Label", fieldName: "a" };

const input: WidgetNode = { type: "Input", name: "a" };

const textarea: WidgetNode = { type: "Textarea", name: "b" };

const checkbox: WidgetNode = { type: "Checkbox", name: "c", label: "Box" };

const editable: WidgetNode = {
  type: "Text",
  value: "Text",
  editable: { name: "d" },
};

const image: WidgetNode = { type: "Image", src: picture(), size: 40 };

const divider: WidgetNode = { type: "Divider" };

const spacer: WidgetNode = { type: "Spacer" };

const inTransition = (child: WidgetNode | null): WidgetNode => ({
  type: "Transition",
  children: child,
});

/** Nodes that show nothing, and so separate nothing. */
const nothing: WidgetNode[] = [
  { type: "Icon", name: "no-such-icon" },
  { type: "Text", value: "" },
  { type: "Image", src: "data:image/png,broken" },
  inTransition(null),
];

const card = (children: WidgetNode[]): WidgetNode => ({
  type: "Card",
  children,
});

const basic = (children: WidgetNode[]): WidgetNode => ({
  type: "Basic",
  children,
});

const form = (children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  children,
});

const col = (children: WidgetNode[]): WidgetNode => ({ type: "Col", children });

const box = (children: WidgetNode[]): WidgetNode => ({ type: "Box", children });

const rowOf = (children: WidgetNode[]): WidgetNode => ({
  type: "Row",
  children,
});

const boxRow = (children: WidgetNode[]): WidgetNode => ({
  type: "Box",
  direction: "row",
  children,
});

const item = (children: WidgetNode[]): WidgetNode => ({
  type: "ListView",
  children: [{ type: "ListViewItem", children }],
});

type Parent = (children: WidgetNode[]) => WidgetNode;

/** Parents × a pair → px from the end of the first to the start of the last. */
const table: [name: string, Parent[], WidgetNode[], number][] = [
  ["any in a wide column", [card, basic, form], [text, badge], 12],
  ["any in a narrow column", [col, box], [text, badge], 8],
  ["any in a row", [rowOf, boxRow], [badge, text], 8],
  ["any in a list row", [item], [badge, text], 12],
  ["an image in a column", [card], [image, text], 12],

  ["title, text", [card, basic, form, col, box], [title, text], 4],
  ["text, caption", [card, basic, form, col, box], [text, caption], 4],
  ["caption, title", [card, col], [caption, title], 4],
  ["caption, caption", [col], [caption, caption], 4],
  ["title, editable text", [col, form], [title, editable], 4],

  ["button in a wide column", [card, basic, form], [text, button], 16],
  ["button in a narrow column", [col, box], [text, button], 12],
  ["buttons in a wide column", [card, basic, form], [text, buttons], 16],
  ["buttons in a narrow column", [col, box], [badge, buttons], 12],
  ["a row that also has text", [card], [text, row], 12],
  ["containers in a wide column", [card, basic, form], [row, col([text])], 12],
  ["a form in a narrow column", [col, box], [text, form([input])], 8],
  ["after a button", [card], [button, text], 12],

  ["label, input", [card, form, col, box], [label, input], 6],
  ["label, textarea", [form], [label, textarea], 6],
  ["label, checkbox", [form], [label, checkbox], 6],
  ["label, editable text", [form], [label, editable], 6],
  ["input, label", [card, form, col, box], [input, label], 16],
  ["checkbox, label", [form], [checkbox, label], 16],
  ["editable text, label", [form], [editable, label], 16],
  ["input, input", [form], [input, textarea], 12],

  ["before a divider, wide", [card, basic, form], [text, divider], 12],
  ["before a divider, narrow", [col, box], [text, divider], 8],
  ["after a divider, wide", [card, basic, form], [divider, text], 12],
  ["after a divider, narrow", [col, box], [divider, text], 8],
  ["divider, button", [card], [divider, button], 12],
  ["divider, buttons", [card], [divider, buttons], 12],
  ["divider, button, narrow", [col], [divider, button], 8],
  ["divider in a row", [rowOf], [text, divider], 8],
  [
    "divider with a spacing",
    [card, col],
    [text, { type: "Divider", spacing: 5 }],
    20,
  ],
  [
    "after a divider with a spacing",
    [card, col],
    [{ type: "Divider", spacing: 5 }, button],
    20,
  ],
  [
    "divider without spacing",
    [card],
    [{ type: "Divider", spacing: 0 }, text],
    0,
  ],
  [
    "divider with a spacing in a row",
    [rowOf],
    [text, { type: "Divider", spacing: 5 }],
    20,
  ],

  ["spacer in a row", [rowOf, boxRow], [text, { ...spacer, minSize: 10 }], 0],
  ["spacer in a list row", [item], [text, { ...spacer, minSize: 10 }], 0],
  ["after a spacer in a row", [rowOf], [{ ...spacer, minSize: 10 }, text], 0],
  ["spacer between, no height", [col], [badge, spacer, badge], 8],
  ["spacer between in a card", [card], [badge, spacer, button], 16],

  [
    "text in a Transition after text",
    [card, col],
    [text, inTransition(text)],
    4,
  ],
  [
    "text after text in a Transition",
    [card, col],
    [inTransition(title), text],
    4,
  ],
  ["button in a Transition", [card], [text, inTransition(button)], 16],
  ["badge in a Transition", [col], [text, inTransition(badge)], 8],
  ["text around nothing", [col], [title, ...nothing, text], 4],
  ["others around nothing", [card], [badge, ...nothing, text], 12],
];

const cases = table.flatMap(([name, parents, children, px]) =>
  parents.map((parent) => {
    const widget = parent(children);
    return {
      name: `${widget.type}: ${name} → ${px} px`,
      parent: widget,
      children,
      px,
    };
  }),
);

const resets: HTMLElement[] = [];

afterEach(() => {
  for (const reset of resets.splice(0)) reset.remove();
});

/** Renders a container of `count` children, and returns those at its ends. */
async function rendered(widget: WidgetNode, count: number) {
  expect(count).toBeGreaterThan(1);
  const { container, unmount } = await render(
    <WidgetRenderer onError={() => undefined} widget={widget} />,
  );
  const parent = container.querySelector<HTMLElement>(
    ".wr-Card-body, .wr-ListViewItem-content, .wr-root > .wr-horizontal, .wr-root > .wr-vertical",
  )!;
  return {
    first: () => parent.firstElementChild!,
    last: () => parent.lastElementChild!,
    inRow: parent.matches(".wr-horizontal"),
    unmount,
  };
}

function between(first: Element, last: Element, inRow: boolean): number {
  const a = first.getBoundingClientRect();
  const b = last.getBoundingClientRect();
  return inRow ? b.left - a.right : b.top - a.bottom;
}

describe("spacing", () => {
  test.each(cases)("$name", async ({ parent, children, px }) => {
    const { first, last, inRow } = await rendered(parent, children.length);
    await expect.poll(() => between(first(), last(), inRow)).toBeCloseTo(px, 1);
  });

  test.each([
    ["nothing first", [...nothing, badge]],
    ["a spacer first", [spacer, badge]],
    ["a spacer last", [badge, spacer]],
  ])("%s adds no space at the ends", async (_, children) => {
    const { container } = await render(
      <WidgetRenderer onError={() => undefined} widget={col(children)} />,
    );
    const column = container.querySelector(".wr-Col")!;
    await expect
      .poll(() => column.getBoundingClientRect().height)
      .toBeCloseTo(20, 1);
  });

  test("a gap, 0 as well, turns it off", async () => {
    for (const gap of [0, 3]) {
      const { first, last, unmount } = await rendered(
        { type: "Col", gap, children: [text, button] },
        2,
      );
      expect(between(first(), last(), false)).toBeCloseTo(gap * 4, 1);
      await unmount();
    }
  });

  test("a margin of the author wins", async () => {
    const { first, last } = await rendered(
      card([text, { type: "Row", margin: { top: 7 }, children: [badge] }]),
      2,
    );
    expect(between(first(), last(), false)).toBeCloseTo(28, 1);
  });

  test("the reset of a host does not undo it", async () => {
    const reset = document.createElement("style");
    reset.textContent =
      "*, ::before, ::after { margin: 0; padding: 0 } h3, p, hr { margin: 0 }";
    document.head.append(reset);
    resets.push(reset);
    const { first, last } = await rendered(card([title, divider]), 2);
    expect(between(first(), last(), false)).toBeCloseTo(12, 1);
  });
});
