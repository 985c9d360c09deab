import { StrictMode, memo } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { cdp, page, server, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  Transition,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import "../../src/styles/index.css";

const text = (value: string, key?: string): WidgetNode => ({
  type: "Text",
  key,
  value,
});
const tall = (key: string): WidgetNode => ({
  type: "Box",
  key,
  height: 120,
  children: { type: "Text", value: `tall ${key}` },
});

const draw = (child: WidgetNode | null) => (
  <StrictMode>
    <WidgetRenderer
      widget={{
        type: "Col",
        children: [
          { type: "Text", value: "above" },
          { type: "Transition", children: child },
          { type: "Text", value: "below" },
        ],
      }}
    />
  </StrictMode>
);

const transition = () => document.querySelector<HTMLElement>(".wr-Transition");
const running = () =>
  transition()?.getAnimations({ subtree: true }).length ?? 0;
const top = (name: string) =>
  page.getByText(name, { exact: true }).element().getBoundingClientRect().top;

/** Where everything stands after `part` of the animations has run. */
function advance(part: number) {
  for (const animation of transition()!.getAnimations({ subtree: true })) {
    const { duration } = animation.effect!.getComputedTiming();
    animation.currentTime = Number(duration) * part;
  }
}

function finish() {
  for (const animation of transition()!.getAnimations({ subtree: true })) {
    animation.finish();
  }
}

/** Animations wait for the test: what it sees must not depend on when it looks. */
function pauseAnimations() {
  const { animate } = Element.prototype;
  vi.spyOn(Element.prototype, "animate").mockImplementation(function (
    this: Element,
    ...args
  ) {
    const animation = animate.apply(this, args);
    animation.pause();
    return animation;
  });
}

beforeEach(pauseAnimations);
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  // The first Transition loads what animates, in its own time.
  await render(draw(text("one", "a")));
  await import("../../src/nodes/Transition/transitionMotion.js");
});

test("the first child is there at once", async () => {
  await render(draw(text("one", "a")));
  await expect.element(page.getByText("one")).toBeVisible();
  expect(running()).toBe(0);
});

test("another key is another child: the old one fades, inert and unread", async () => {
  const { rerender } = await render(draw(text("one", "a")));
  await rerender(draw(tall("b")));
  expect(running()).toBe(3);
  const old = page.getByText("one").element();
  const item = old.closest<HTMLElement>(".wr-Transition-item")!;
  expect(item.inert).toBe(true);
  expect(item).toHaveAttribute("aria-hidden", "true");
  advance(0);
  expect(transition()!.getBoundingClientRect().height).toBeCloseTo(24, 0);
  expect(getComputedStyle(item).opacity).toBe("1");
  advance(0.9999);
  expect(transition()!.getBoundingClientRect().height).toBeCloseTo(120, 0);
  expect(Number(getComputedStyle(item).opacity)).toBeLessThan(0.01);
  finish();
  await expect.element(page.getByText("one")).not.toBeInTheDocument();
  await expect.poll(running).toBe(0);
  expect(transition()!.getBoundingClientRect().height).toBe(120);
  expect(transition()!.dataset["moving"]).toBeUndefined();
});

test.each<[string, WidgetNode, WidgetNode, boolean]>([
  ["key", text("one", "a"), text("two", "b"), true],
  ["id", { ...text("one"), id: "a" }, { ...text("two"), id: "b" }, true],
  ["type", text("one"), { type: "Title", value: "two" }, true],
  ["value alone", text("one"), text("two"), false],
  ["value, key kept", text("one", "a"), text("two", "a"), false],
])("a new %s", async (_, before, after, moves) => {
  const { rerender } = await render(draw(before));
  const element = page.getByText("one").element();
  await rerender(draw(after));
  await expect.element(page.getByText("two")).toBeInTheDocument();
  expect(running() > 0).toBe(moves);
  expect(element.textContent).toBe(moves ? "one" : "two");
  finish();
});

test("written in JSX, another component is another child", async () => {
  const A = memo(() => <p>one</p>);
  const B = memo(() => <p>two</p>);
  const { rerender } = await render(
    <Transition>
      <A />
    </Transition>,
  );
  await rerender(
    <Transition>
      <B />
    </Transition>,
  );
  expect(running()).toBe(3);
  await expect.element(page.getByText("one")).toBeInTheDocument();
  finish();
  await expect.element(page.getByText("one")).not.toBeInTheDocument();
});

test("what the reader typed stays when the same child changes", async () => {
  const field = (placeholder: string): WidgetNode => ({
    type: "Input",
    key: "field",
    name: "note",
    placeholder,
  });
  const { rerender } = await render(draw(field("Note")));
  await userEvent.type(page.getByRole("textbox"), "typed");
  await rerender(draw(field("Your note")));
  await expect.element(page.getByRole("textbox")).toHaveValue("typed");
  await expect.element(page.getByRole("textbox")).toHaveFocus();
});

test("it appears and disappears without a jump of what stands below", async () => {
  const { rerender } = await render(draw(null));
  expect(transition()).toBeNull();
  const without = top("below");
  await rerender(draw(tall("a")));
  advance(0);
  expect(top("below")).toBeCloseTo(without, 1);
  finish();
  await expect.poll(running).toBe(0);
  const within = top("below");
  // Text and text are 4 px apart, Text and Box 8.
  expect(within - without).toBe(8 + 120 + 8 - 4);

  await rerender(draw(null));
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
])("with %s: nothing jumps where it is the %s", async (_, props, place) => {
  const widget = (child: WidgetNode | null): WidgetNode => {
    const held: WidgetNode = { type: "Transition", children: child };
    const rest: WidgetNode = { type: "Badge", label: "rest" };
    return {
      type: "Col",
      ...props,
      children: place === "first" ? [held, rest] : [rest, held],
    };
  };
  const height = () =>
    document.querySelector(".wr-Col")!.getBoundingClientRect().height;
  const { rerender } = await render(<WidgetRenderer widget={widget(null)} />);
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
});

test("interrupted, it goes on from where it is and ends clean", async () => {
  const { rerender } = await render(draw(text("one", "a")));
  const first = page.getByText("one").element();
  await rerender(draw(tall("b")));
  advance(0.5);
  const { height } = transition()!.getBoundingClientRect();
  const opacity = Number(
    getComputedStyle(first.closest(".wr-Transition-item")!).opacity,
  );
  // Back to the first, which is still there.
  await rerender(draw(text("one", "a")));
  expect(page.getByText("one").element()).toBe(first);
  advance(0);
  expect(transition()!.getBoundingClientRect().height).toBeCloseTo(height, 0);
  const item = first.closest<HTMLElement>(".wr-Transition-item")!;
  expect(Number(getComputedStyle(item).opacity)).toBeCloseTo(opacity, 2);
  expect(item.inert).toBe(false);
  // And on to a third: one leaves, the one before it is gone.
  await rerender(draw(tall("c")));
  await expect.element(page.getByText("tall b")).not.toBeInTheDocument();
  finish();
  await expect.element(page.getByText("one")).not.toBeInTheDocument();
  await expect.poll(running).toBe(0);
  expect(transition()!.children).toHaveLength(1);
  expect(transition()!.getBoundingClientRect().height).toBe(120);
});

test("runs by itself, and leaves nothing behind", async () => {
  vi.restoreAllMocks();
  const { rerender } = await render(draw(text("one", "a")));
  await rerender(draw(text("two", "b")));
  await rerender(draw(null));
  await expect.poll(transition).toBeNull();
});

test("it is spaced as what it holds", async () => {
  const { rerender } = await render(draw({ type: "Title", value: "held" }));
  expect(transition()!.dataset["pair"]).toBe("Text");
  await rerender(draw({ type: "Button", label: "held" }));
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
  const { width } = container.querySelector(".wr-Col")!.getBoundingClientRect();
  expect(width).toBe(200);
});

// Only in Chromium a test can set what the reader prefers.
test.skipIf(server.browser !== "chromium")(
  "with reduced motion it changes at once",
  async () => {
    const session = cdp() as unknown as {
      send(method: string, params: object): Promise<void>;
    };
    const prefer = (value: string) =>
      session.send("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-reduced-motion", value }],
      });
    await prefer("reduce");
    const animate = vi.mocked(Element.prototype.animate);
    const { rerender } = await render(draw(text("one", "a")));
    await rerender(draw(text("two", "b")));
    expect(page.getByText("one").elements()).toHaveLength(0);
    await rerender(draw(null));
    expect(transition()).toBeNull();
    expect(animate).not.toHaveBeenCalled();
    await prefer("");
  },
);
