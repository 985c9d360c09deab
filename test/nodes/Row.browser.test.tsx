import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import {
  button,
  card,
  col,
  elementAtWidth,
  prose,
  row,
  text,
} from "../helpers/rowNodes.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.dir = "";
});

const names = ["Overview", "Timeline", "Documents", "Attendees", "Settings"];

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

const boxes = Array.from({ length: 4 }, (_, i) => ({
  ...col(text(`Day ${i}`)),
  width: 140,
}));

describe("Row", () => {
  test.for(["ltr", "rtl"])(
    "a Row of nothing but buttons wraps: %s",
    async (dir) => {
      document.documentElement.dir = dir;
      const { container } = await render(
        elementAtWidth(card(row(...names.map(button))), 320),
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

  test.for(
    Object.keys(crowded).flatMap((name) =>
      ["ltr", "rtl"].map((dir) => [name, dir] as const),
    ),
  )("every control of a crowded %s is reached, %s", async ([name, dir]) => {
    document.documentElement.dir = dir;
    const after = text("After");
    const { container } = await render(
      elementAtWidth(card(text("Before"), crowded[name]!, after), 320),
    );
    const box = page.getByText("After").element().previousElementSibling!;
    await expect.poll(() => box.getAttribute("data-more")).toBe("end");
    const surface = container.querySelector(".wr-Card-surface")!;
    expect(
      container.querySelector(".wr-root")!.scrollWidth,
    ).toBeLessThanOrEqual(320);
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
    const { rerender, container } = await render(elementAtWidth(widget, 800));
    const distance = () =>
      page.getByText("After").element().getBoundingClientRect().top -
      page.getByText("Before").element().getBoundingClientRect().top;
    const before = distance();
    const first = () =>
      container.querySelector(".wr-Icon")!.getBoundingClientRect();
    const { left, top } = first();
    const more = () => container.querySelector("[data-more]");
    expect(more()).toBeNull();
    await rerender(elementAtWidth(widget, 320));
    await expect.poll(more).not.toBeNull();
    expect(distance()).toBe(before);
    expect(first()).toMatchObject({ left, top });
    await rerender(elementAtWidth(widget, 800));
    await expect.poll(more).toBeNull();
  });

  test.for([
    ["nodes", ["A"]],
    ["texts", ["A", "B", "C", "D", "E"]],
  ] as const)(
    "a Row becomes crowded, and fits again, as the %s in it change",
    async ([, few]) => {
      const widget = (labels: readonly string[]) =>
        card(row(icon, ...labels.map(button)), text("After"));
      const { container, rerender } = await render(
        elementAtWidth(widget(few), 320),
      );
      const more = () => container.querySelector("[data-more]");
      await rerender(elementAtWidth(widget(names), 320));
      await expect.poll(more).not.toBeNull();
      await rerender(elementAtWidth(widget(few), 320));
      await expect.poll(more).toBeNull();
    },
  );

  test("a crowded Row without a control takes the focus, one with a control does not", async () => {
    const { container } = await render(
      elementAtWidth(card(row(...boxes), row(icon, ...names.map(button))), 320),
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

  test("an overflow of a Row that fits is not cut", async () => {
    const { container } = await render(
      elementAtWidth(
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
        elementAtWidth(
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
});
