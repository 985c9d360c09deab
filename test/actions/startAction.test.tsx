import { act, fireEvent, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { describe, expect, test } from "vitest";
import {
  Button,
  WidgetProvider,
  WidgetRenderer,
  type ActionConfig,
  type WidgetNode,
} from "../../src/index.js";

/** A handler whose actions run until `end` is called. */
function slowHost() {
  const ends: (() => void)[] = [];
  const types: string[] = [];
  return {
    types,
    sendAction: (action: { type: string }) => {
      types.push(action.type);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    end: () => act(async () => ends.forEach((end) => end())),
  };
}

const save: ActionConfig = { type: "save" };
const pay = (label: string, action: ActionConfig = { type: "pay" }) =>
  ({ type: "Button", label, onClickAction: action }) as const;
const note: WidgetNode = { type: "Text", value: "Note" };
const col = (...children: WidgetNode[]): WidgetNode => ({
  type: "Col",
  children,
});

const isPending = (name: string | RegExp) =>
  screen.getByRole("button", { name }).hasAttribute("data-pending");

describe("a pending action", () => {
  test.each<[string, WidgetNode, WidgetNode]>([
    [
      "when its label changes",
      col(pay("Pay")),
      col({ ...pay("Pay"), label: "Pay now" }),
    ],
    ["when a text comes before it", col(pay("Pay")), col(note, pay("Pay"))],
    [
      "when its container changes and it has a key",
      col({ ...pay("Pay"), key: "pay" }),
      col({ type: "Row", children: [{ ...pay("Pay"), key: "pay" }] }),
    ],
    [
      "when its action changes in place",
      col(pay("Pay")),
      col(pay("Pay", { type: "pay", payload: { id: 2 } })),
    ],
  ])("stays on its button %s", async (_, before, after) => {
    const host = slowHost();
    const { rerender } = render(<WidgetRenderer widget={before} {...host} />);
    fireEvent.click(screen.getByRole("button", { name: /Pay/ }));
    expect(isPending(/Pay/)).toBe(true);
    rerender(<WidgetRenderer widget={after} {...host} />);
    expect(isPending(/Pay/)).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: /Pay/ }));
    expect(host.types).toEqual(["pay"]);
    await host.end();
    expect(isPending(/Pay/)).toBe(false);
  });

  test("shows on the pressed one of two buttons that share an action", async () => {
    const host = slowHost();
    const widget = (first: string) => col(pay(first, save), pay("Two", save));
    const { rerender } = render(
      <WidgetRenderer widget={widget("One")} {...host} />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Two" }));
    rerender(<WidgetRenderer widget={widget("First")} {...host} />);
    expect(isPending("First")).toBe(false);
    expect(isPending("Two")).toBe(true);
    await host.end();
    expect(isPending("Two")).toBe(false);
  });

  test("that nothing shows is no second action either", async () => {
    const host = slowHost();
    const quiet = pay("Pay", { type: "pay", loadingBehavior: "none" });
    render(<WidgetRenderer widget={col(quiet)} {...host} />);
    fireEvent.click(screen.getByRole("button"));
    fireEvent.click(screen.getByRole("button"));
    expect(host.types).toEqual(["pay"]);
    expect(isPending("Pay")).toBe(false);
    await host.end();
    fireEvent.click(screen.getByRole("button"));
    expect(host.types).toEqual(["pay", "pay"]);
  });

  test("renders its node, and no sibling with a state", () => {
    const host = slowHost();
    const rendered: string[] = [];
    const Sibling = () => (
      <Profiler id="sibling" onRender={(id) => rendered.push(id)}>
        <i />
      </Profiler>
    );
    const widget = col(pay("Pay"), { type: "Sibling" } as never);
    render(
      <WidgetRenderer widget={widget} components={{ Sibling }} {...host} />,
    );
    rendered.length = 0;
    fireEvent.click(screen.getByRole("button"));
    expect(isPending("Pay")).toBe(true);
    expect(rendered).toEqual([]);
  });

  test("shows on a button that is written in JSX, and on no other", async () => {
    const host = slowHost();
    render(
      <WidgetProvider {...host}>
        <Button label="One" onClickAction={save} />
        <Button label="Two" onClickAction={save} />
      </WidgetProvider>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Two" }));
    expect(isPending("One")).toBe(false);
    expect(isPending("Two")).toBe(true);
    await host.end();
    expect(isPending("Two")).toBe(false);
  });
});
