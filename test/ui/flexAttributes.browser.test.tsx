import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { picture } from "../../stories/picture.js";
import "../../src/styles/index.css";

const containers = ["Row", "Col", "Box", "Form", "Basic", "ListViewItem"];

describe("flexAttributes", () => {
  test.each([
    ["Box", {}],
    ["Image", { src: picture() }],
    ["Chart", { data: [], series: [] }],
    ["Transition", { children: { type: "Box", flex: 1 } }],
    ["Transition", { children: { type: "Image", src: picture(), flex: 1 } }],
  ])("a %s with flex 1 takes the room that is free", async (type, json) => {
    const { container } = await render(
      <div style={{ width: 400 }}>
        <WidgetRenderer
          widget={
            {
              type: "Row",
              gap: 0,
              children: [
                { type, flex: 1, ...json },
                { type: "Box", size: 40 },
              ],
            } as WidgetNode
          }
        />
      </div>,
    );
    const node = container.querySelector(`.wr-${type}`)!;
    expect(node.getBoundingClientRect().width).toBeCloseTo(360, 1);
  });

  test.each(containers)(
    "a gap of a %s is what the author says",
    async (type) => {
      const gaps = [0, "1", 1.5, 2, 3, 4, 5, 7, "10px"];
      const { container } = await render(
        <WidgetRenderer
          widget={{
            type: "Col",
            children: gaps.map((gap) => ({ type, gap }) as WidgetNode),
          }}
        />,
      );
      const nodes = container.querySelectorAll(
        type === "ListViewItem"
          ? ".wr-ListViewItem-content"
          : `.wr-Col > .wr-${type}`,
      );
      const px = Array.from(nodes, (element) =>
        parseFloat(getComputedStyle(element).rowGap),
      );
      expect(px).toEqual([0, 4, 6, 8, 12, 16, 20, 28, 10]);
    },
  );

  test("usual containers have no style attribute, and so share a computed style", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={{
          type: "Row",
          gap: 3,
          flex: 1,
          children: {
            type: "Col",
            gap: 1,
            flex: 1,
            children: { type: "Text", value: "Text" },
          },
        }}
      />,
    );
    expect(container.querySelectorAll(".wr-Row, .wr-Col")).toHaveLength(2);
    // The ruler of the root, whose code comes later, has one.
    expect(container.querySelector("[class^=wr-][style]")).toBeNull();
  });
});
