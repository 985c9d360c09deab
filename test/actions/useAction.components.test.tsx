import { act, fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  useAction,
  type ActionConfig,
  type WidgetNode,
} from "../../src/index.js";

interface RateProps {
  label: string;
  onRate?: ActionConfig | null;
}

/** What `useAction` gave each component last. */
const runs = new Map<string, () => void>();

function Rate({ label, onRate }: RateProps) {
  const { run, pending } = useAction(onRate, "self");
  runs.set(label, run);
  return (
    <button type="button" onClick={run} aria-busy={pending}>
      {label}
    </button>
  );
}

const rate = (label: string, onRate: ActionConfig | null = { type: "rate" }) =>
  ({ type: "Rate", key: "rate", label, onRate }) as unknown as WidgetNode;
const col = (...children: WidgetNode[]): WidgetNode => ({
  type: "Col",
  children,
});

/** A widget whose actions run until `end` is called. */
function renderSlow(first: WidgetNode) {
  const ends: (() => void)[] = [];
  const sendAction = vi.fn(
    () => new Promise<void>((resolve) => ends.push(resolve)),
  );
  const onError = vi.fn();
  const element = (widget: WidgetNode) => (
    <WidgetRenderer
      widget={widget}
      components={{ Rate }}
      sendAction={sendAction}
      onError={onError}
    />
  );
  const { rerender } = render(element(first));
  return {
    sendAction,
    onError,
    update: (widget: WidgetNode) => rerender(element(widget)),
    end: () => act(async () => ends.forEach((end) => end())),
  };
}

const press = (label: string) =>
  fireEvent.click(screen.getByRole("button", { name: label }));
const busy = () =>
  screen
    .getAllByRole("button")
    .filter((button) => button.getAttribute("aria-busy") === "true")
    .map((button) => button.textContent);

describe("an action of a component that runs", () => {
  test.each<[string, WidgetNode]>([
    ["in another container", col({ type: "Row", children: [rate("Rate")] })],
    ["beside a new text", col({ type: "Text", value: "New" }, rate("Rate"))],
    ["with other words", col(rate("Rate now"))],
  ])("is still that of the component %s", async (_, after) => {
    const widget = renderSlow(col(rate("Rate")));
    press("Rate");
    expect(busy()).toEqual(["Rate"]);
    widget.update(after);
    const label = screen.getByRole("button").textContent;
    expect(busy()).toEqual([label]);
    press(label);
    expect(widget.sendAction).toHaveBeenCalledTimes(1);
    await widget.end();
    expect(busy()).toEqual([]);
    press(label);
    expect(widget.sendAction).toHaveBeenCalledTimes(2);
    expect(widget.onError).not.toHaveBeenCalled();
  });

  test("is not that of another one with the same action, there before or new", async () => {
    const widget = renderSlow(col(rate("One"), rate("Two")));
    press("Two");
    expect(busy()).toEqual(["Two"]);
    widget.update(col(rate("One"), rate("Two"), rate("Three")));
    expect(busy()).toEqual(["Two"]);
    await widget.end();
    expect(busy()).toEqual([]);
  });

  test("is not that of one with another action, or none, that replaces it", async () => {
    const widget = renderSlow(col(rate("Rate")));
    press("Rate");
    widget.update(
      col({
        type: "Row",
        children: [rate("Other", { type: "other" }), rate("None", null)],
      }),
    );
    expect(busy()).toEqual([]);
    press("None");
    press("Other");
    expect(busy()).toEqual(["Other"]);
    expect(widget.sendAction).toHaveBeenCalledTimes(2);
    await widget.end();
    expect(busy()).toEqual([]);
    expect(widget.onError).not.toHaveBeenCalled();
  });
});

test("a component that is gone starts nothing", () => {
  const stays = rate("Stays");
  const widget = renderSlow(
    col(rate("Rate"), { type: "Row", children: stays }),
  );
  widget.update(col({ type: "Row", children: stays }));
  runs.get("Rate")!();
  expect(widget.sendAction).not.toHaveBeenCalled();
});
