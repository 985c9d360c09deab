import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import "../../src/styles/index.css";

/** The data of lucide's icons comes when the test lets it. */
const { asked, gate } = vi.hoisted(() => {
  const closed = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { opened, open };
  };
  return { asked: closed(), gate: closed() };
});

vi.mock("virtual:lucide", async (importOriginal) => {
  const { default: groups } =
    await importOriginal<typeof import("virtual:lucide")>();
  return {
    default: groups.map(({ first, load }) => ({
      first,
      async load() {
        asked.open();
        await gate.opened;
        return load();
      },
    })),
  };
});

describe("Icon", () => {
  test("an icon of lucide keeps its size while it loads", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={{
          type: "Row",
          children: [
            { type: "Icon", name: "lucide:rocket", size: "3xl" },
            { type: "Text", value: "Launch" },
          ],
        }}
      />,
    );
    const boxes = () =>
      [...container.querySelectorAll('[class^="wr-"], svg')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
    const atFirst = boxes();
    expect(atFirst).toContainEqual(
      expect.objectContaining({ width: 32, height: 32 }),
    );
    await asked.opened;
    expect(boxes()).toEqual(atFirst);
    expect(container.querySelector("svg path")).toBeNull();
    gate.open();
    await expect.poll(() => container.querySelector("svg path")).not.toBeNull();
    expect(boxes()).toEqual(atFirst);
  });
});
