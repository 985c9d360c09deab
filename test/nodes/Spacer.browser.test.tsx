import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import type { WidgetNode } from "../../src/index.js";
import { boxOf } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Spacer", () => {
  test("takes the free room of a row", async () => {
    const { container } = await render(
      widgetAtWidth(200, {
        type: "Row",
        gap: 0,
        children: [
          { type: "Box", size: 40 },
          { type: "Spacer" },
          { type: "Box", size: 40 },
        ],
      }),
    );
    expect(boxOf(container.querySelector(".wr-Spacer")!).width).toBe(120);
  });

  test("is never smaller than minSize", async () => {
    const { container } = await render(
      widgetAtWidth(200, {
        type: "Row",
        gap: 0,
        children: [
          { type: "Box", width: 190, height: 40 },
          { type: "Spacer", minSize: 30 },
        ],
      }),
    );
    expect(
      boxOf(container.querySelector(".wr-Spacer")!).width,
    ).toBeGreaterThanOrEqual(30);
  });

  const box = { type: "Box", width: 120, height: 40 };
  const list = (...children: object[]) => ({
    type: "ListView",
    children: [{ type: "ListViewItem", children }],
  });
  const as =
    (props: object) =>
    (...children: object[]) => ({
      ...props,
      children,
    });

  test.for<[string, (...children: object[]) => object, object, number]>([
    ["in a Row", as({ type: "Row" }), {}, 8],
    ["in a Box", as({ type: "Box", direction: "row" }), {}, 8],
    ["in a ListViewItem", list, {}, 12],
    ["with a minSize", as({ type: "Row" }), { minSize: 30 }, 30],
    ["with a small minSize", as({ type: "Row" }), { minSize: 2 }, 8],
    [
      "with the default written out",
      as({ type: "Row" }),
      { minSize: "auto" },
      8,
    ],
    ["in a Row without a gap", as({ type: "Row", gap: 0 }), {}, 0],
  ])(
    "leaves the space of a pair where no room is free: %s",
    async ([, around, props, space]) => {
      for (const dir of ["ltr", "rtl"]) {
        const spacer = { type: "Spacer", ...props };
        const { container, unmount } = await render(
          <div dir={dir}>
            {widgetAtWidth(
              200,
              around(box, spacer, box) as unknown as WidgetNode,
            )}
          </div>,
        );
        const [a, b] = Array.from(
          container.querySelectorAll("[data-sized]"),
          boxOf,
        );
        const distance =
          dir === "ltr" ? b!.left - a!.right : a!.left - b!.right;
        expect(distance).toBeCloseTo(space, 1);
        await unmount();
      }
    },
  );

  test("shares the free room equally with others", async () => {
    const spacer = { type: "Spacer" };
    const small = { ...box, width: 20 };
    const { container } = await render(
      widgetAtWidth(200, {
        type: "Row",
        children: [spacer, small, spacer, small, spacer],
      } as unknown as WidgetNode),
    );
    const row = boxOf(container.querySelector(".wr-Row")!);
    const [a, b] = Array.from(container.querySelectorAll(".wr-Box"), boxOf);
    for (const room of [
      a!.left - row.left,
      b!.left - a!.right,
      row.right - b!.right,
    ]) {
      expect(room).toBeCloseTo(160 / 3, 1);
    }
  });
});
