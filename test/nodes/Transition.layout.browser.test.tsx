import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import {
  advance,
  finish,
  pauseAnimations,
  running,
  tall,
  text,
  top,
  transition,
  transitionElement,
} from "../helpers/transition.js";
import "../../src/styles/index.css";

beforeEach(pauseAnimations);

afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  // The first Transition loads the code that animates, which takes time.
  await render(transitionElement(text("one", "a")));
  await import("../../src/nodes/Transition/transitionMotion.js");
});

describe("the room of a Transition", () => {
  test("it appears and disappears without a jump of what is below it", async () => {
    const { rerender } = await render(transitionElement(null));
    expect(transition()).toBeNull();
    const without = top("below");
    await rerender(transitionElement(tall("a")));
    advance(0);
    expect(top("below")).toBeCloseTo(without, 1);
    finish();
    await expect.poll(running).toBe(0);
    const within = top("below");
    // Text and text are 4 px apart, Text and Box 8.
    expect(within - without).toBe(8 + 120 + 8 - 4);

    await rerender(transitionElement(null));
    expect(page.getByText("tall a").element()).toBeInTheDocument();
    advance(0);
    expect(top("below")).toBeCloseTo(within, 0);
    advance(0.9999);
    expect(top("below")).toBeCloseTo(without, 1);
    finish();
    await expect.poll(transition).toBeNull();
    expect(top("below")).toBe(without);
  });

  test.each([
    ["a gap", { gap: 5 }, "last"],
    ["no gap", {}, "first"],
    ["a gap, first", { gap: 5 }, "first"],
  ])(
    "with %s: nothing jumps where it is the %s",
    async (_, props, position) => {
      const widget = (child: WidgetNode | null): WidgetNode => {
        const animated: WidgetNode = { type: "Transition", children: child };
        const rest: WidgetNode = { type: "Badge", label: "rest" };
        return {
          type: "Col",
          ...props,
          children: position === "first" ? [animated, rest] : [rest, animated],
        };
      };
      const height = () =>
        document.querySelector(".wr-Col")!.getBoundingClientRect().height;
      const { rerender } = await render(
        <WidgetRenderer widget={widget(null)} />,
      );
      const before = height();
      await rerender(<WidgetRenderer widget={widget(tall("a"))} />);
      advance(0);
      expect(height()).toBeCloseTo(before, 0);
      finish();
      await expect.poll(running).toBe(0);
      await rerender(<WidgetRenderer widget={widget(null)} />);
      advance(0.9999);
      expect(height()).toBeCloseTo(before, 0);
      finish();
      await expect.poll(transition).toBeNull();
      expect(height()).toBe(before);
    },
  );

  test("it is spaced as its child is", async () => {
    const { rerender } = await render(
      transitionElement({ type: "Title", value: "Child" }),
    );
    expect(transition()!.dataset["pair"]).toBe("Text");
    await rerender(transitionElement({ type: "Button", label: "Child" }));
    expect(transition()!.dataset["pair"]).toBe("Button");
    finish();
  });

  test("takes the free room of a row as its child would", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={{
          type: "Row",
          gap: 0,
          width: 300,
          children: [
            { type: "Box", width: 100 },
            {
              type: "Transition",
              children: { type: "Col", flex: 1, children: [text("wide")] },
            },
          ],
        }}
      />,
    );
    const { width } = container
      .querySelector(".wr-Col")!
      .getBoundingClientRect();
    expect(width).toBe(200);
  });
});
