import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { picture } from "../../stories/picture.js";
import "../../src/styles/index.css";

const text: WidgetNode = { type: "Text", value: "Text" };

const line: WidgetNode = { type: "Divider", flush: true };

const image: WidgetNode = {
  type: "Image",
  src: picture(),
  flush: true,
  height: 50,
};

const card = (...children: WidgetNode[]): WidgetNode => ({
  type: "Card",
  children,
});

const col = (...children: WidgetNode[]): WidgetNode => ({
  type: "Col",
  children,
});

const row = (...children: WidgetNode[]): WidgetNode => ({
  type: "Row",
  children,
});

const form = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  children,
});

const inTransition = (child: WidgetNode): WidgetNode => ({
  type: "Transition",
  children: child,
});

afterEach(() => {
  document.documentElement.dir = "";
});

/** How far from the inner edges of the surface: 0 where it touches. */
async function insets(widget: WidgetNode) {
  const { container } = await render(<WidgetRenderer widget={widget} />);
  const surface = container
    .querySelector(".wr-Card-surface, .wr-ListView-surface")!
    .getBoundingClientRect();
  const flush = container
    .querySelector("[data-flush]")!
    .getBoundingClientRect();
  return {
    top: flush.top - surface.top - 1,
    right: surface.right - flush.right - 1,
    bottom: surface.bottom - flush.bottom - 1,
    left: flush.left - surface.left - 1,
  };
}

const sideways = { left: 0, right: 0 };

describe("flush", () => {
  test.each<[string, WidgetNode, object]>([
    [
      "Card > Divider",
      card(text, line, text),
      { ...sideways, top: 16 + 24 + 12 },
    ],
    [
      "Card > Form > Col > Divider",
      card(form(col(text, line, text))),
      { ...sideways, top: 16 + 24 + 8 },
    ],
    ["Card > Image first", card(image, text), { ...sideways, top: 0 }],
    ["Card > Image last", card(text, image), { ...sideways, bottom: 0 }],
    ["Card > Image alone", card(image), { ...sideways, top: 0, bottom: 0 }],
    [
      "Card > Image in the middle",
      card(text, image, text),
      { ...sideways, top: 52, bottom: 52 },
    ],
    [
      "Card > Form > Col > Image first",
      card(form(col(image, text)), text),
      { ...sideways, top: 0 },
    ],
    [
      "first in a Col that is not",
      card(text, col(image, text)),
      { ...sideways, top: 52 },
    ],
    [
      "last in a Col that is not",
      card(col(text, image), text),
      { ...sideways, bottom: 52 },
    ],
    [
      "Transition > Image",
      card(inTransition(image), text),
      { ...sideways, top: 0 },
    ],
    [
      "only the nearest padding counts",
      card({ type: "Box", padding: { x: 3, top: 2 }, children: [line, text] }),
      { left: 16, right: 16, top: 16 },
    ],
    [
      "containers with other sides",
      { type: "Card", padding: { left: 10, right: 1 }, children: [line] },
      sideways,
    ],
    [
      "CSS as padding",
      { type: "Card", padding: "1rem 24px", children: [text, line] },
      { bottom: 0 },
    ],
    [
      "no padding",
      { type: "Card", padding: 0, children: [image, text] },
      { ...sideways, top: 0 },
    ],
    [
      "above the buttons of a card",
      {
        ...(card(text, image) as WidgetNode<"Card">),
        confirm: { label: "OK", action: { type: "ok" } },
      },
      { ...sideways, bottom: 16 + 36 + 16 },
    ],
    [
      "first in a Row",
      card(row({ ...image, width: 60, height: null }, text)),
      { left: 0, top: 0, bottom: 0 },
    ],
    [
      "between others in a Row",
      card(row(text, line, text)),
      { top: 0, bottom: 0 },
    ],
    [
      "in a list row",
      {
        type: "ListView",
        children: [
          {
            type: "ListViewItem",
            children: [{ ...image, height: null }, text],
          },
        ],
      },
      { left: 0, top: 0, bottom: 0 },
    ],
  ])("%s", async (_, widget, expected) => {
    const found = await insets(widget);
    for (const [side, px] of Object.entries(expected)) {
      expect(found[side as keyof typeof found], side).toBeCloseTo(px, 1);
    }
  });

  test("an image does not cover what is beside it in a row", async () => {
    const { container } = await render(
      <WidgetRenderer widget={card(row({ ...image, width: 60 }, text))} />,
    );
    const picture = container.querySelector("img")!.getBoundingClientRect();
    const beside = container.querySelector(".wr-Text")!.getBoundingClientRect();
    expect(beside.left - picture.right).toBeCloseTo(8, 1);
  });

  test("right to left a row begins at the right", async () => {
    document.documentElement.dir = "rtl";
    const found = await insets(card(row({ ...image, width: 60 }, text)));
    expect(found.right).toBeCloseTo(0, 1);
    expect(found.left).toBeGreaterThan(100);
  });

  test("corners belong to the container; without flush nothing bleeds", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={card(
          { ...image, radius: "xl" },
          { ...image, flush: false },
          { ...image, flush: "false" as never, width: "100%" },
          { ...image, width: "100%" },
        )}
      />,
    );
    const widths = Array.from(
      container.querySelectorAll("img"),
      (img) => img.getBoundingClientRect().width,
    );
    expect(widths).toEqual([438, 406, 406, 438]);
    const [first, second] = container.querySelectorAll("img");
    expect(getComputedStyle(first!).borderRadius).toBe("0px");
    expect(getComputedStyle(second!).borderRadius).toBe("8px");
  });
});
