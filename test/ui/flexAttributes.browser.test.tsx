import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { picture } from "../../stories/picture.js";
import "../../src/styles/index.css";

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
    const node = container.querySelector(`[data-node="${type}"]`)!;
    expect(node.getBoundingClientRect().width).toBeCloseTo(360, 1);
  });
});
