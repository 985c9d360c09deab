import { memo } from "react";
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
import { cdp, page, server, userEvent } from "vitest/browser";
import { Transition, type WidgetNode } from "../../src/index.js";
import {
  advance,
  finish,
  pauseAnimations,
  running,
  tall,
  text,
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

describe("Transition", () => {
  test("the first child appears at once", async () => {
    await render(transitionElement(text("one", "a")));
    await expect.element(page.getByText("one")).toBeVisible();
    expect(running()).toBe(0);
  });

  test("another key is another child: the old one fades, inert and unread", async () => {
    const { rerender } = await render(transitionElement(text("one", "a")));
    await rerender(transitionElement(tall("b")));
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
    const { rerender } = await render(transitionElement(before));
    const element = page.getByText("one").element();
    await rerender(transitionElement(after));
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

  test("what the user typed stays when the same child changes", async () => {
    const field = (placeholder: string): WidgetNode => ({
      type: "Input",
      key: "field",
      name: "note",
      placeholder,
    });
    const { rerender } = await render(transitionElement(field("Note")));
    await userEvent.type(page.getByRole("textbox"), "typed");
    await rerender(transitionElement(field("Your note")));
    await expect.element(page.getByRole("textbox")).toHaveValue("typed");
    await expect.element(page.getByRole("textbox")).toHaveFocus();
  });

  test("an interrupted transition goes on from where it is, and leaves nothing behind", async () => {
    const { rerender } = await render(transitionElement(text("one", "a")));
    const first = page.getByText("one").element();
    await rerender(transitionElement(tall("b")));
    advance(0.5);
    const { height } = transition()!.getBoundingClientRect();
    const opacity = Number(
      getComputedStyle(first.closest(".wr-Transition-item")!).opacity,
    );
    // Back to the first, which is still there.
    await rerender(transitionElement(text("one", "a")));
    expect(page.getByText("one").element()).toBe(first);
    advance(0);
    expect(transition()!.getBoundingClientRect().height).toBeCloseTo(height, 0);
    const item = first.closest<HTMLElement>(".wr-Transition-item")!;
    expect(Number(getComputedStyle(item).opacity)).toBeCloseTo(opacity, 2);
    expect(item.inert).toBe(false);
    // And on to a third: one leaves, the one before it is gone.
    await rerender(transitionElement(tall("c")));
    await expect.element(page.getByText("tall b")).not.toBeInTheDocument();
    finish();
    await expect.element(page.getByText("one")).not.toBeInTheDocument();
    await expect.poll(running).toBe(0);
    expect(transition()!.children).toHaveLength(1);
    expect(transition()!.getBoundingClientRect().height).toBe(120);
  });

  test("runs by itself, and leaves nothing behind", async () => {
    vi.restoreAllMocks();
    const { rerender } = await render(transitionElement(text("one", "a")));
    await rerender(transitionElement(text("two", "b")));
    await rerender(transitionElement(null));
    await expect.poll(transition).toBeNull();
  });

  // Only in Chromium a test can set what the user prefers.
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
      const { rerender } = await render(transitionElement(text("one", "a")));
      await rerender(transitionElement(text("two", "b")));
      expect(page.getByText("one").elements()).toHaveLength(0);
      await rerender(transitionElement(null));
      expect(transition()).toBeNull();
      expect(animate).not.toHaveBeenCalled();
      await prefer("");
    },
  );
});
