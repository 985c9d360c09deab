import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterAll, afterEach, expect, test } from "vitest";
import { WidgetRenderer, type Action } from "../../src/index.js";
import { createWidgetStream, type Part } from "../../src/stream/index.js";
import { nodeElements } from "../helpers/nodeElements.js";
import { partsOf, replies, textOf } from "../helpers/replies.js";

afterEach(cleanup);

function Widgets(props: {
  parts: readonly Part[];
  onAction: (action: Action) => void;
}) {
  return props.parts.map(
    (part, i) =>
      part.type === "widget" && (
        <WidgetRenderer
          key={i}
          widget={part.widget}
          growing={!part.complete}
          onError={() => undefined}
          onAction={props.onAction}
        />
      ),
  );
}

/** The actions in JSON: in a property whose name says so, or in a footer. */
function actionsIn(json: unknown): Action[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]: [string, unknown]) =>
    /action$/i.test(name) && typeof value === "object" && value !== null
      ? [value as Action]
      : actionsIn(value),
  );
}

/** Whether `action` is the `written` one; in a form, its payload has the values of the fields as well. */
function isWhole(action: Action, written: Action) {
  const payload = action.payload as Record<string, unknown> | undefined;
  return (
    action.type === written.type &&
    Object.entries(written.payload ?? {}).every(
      ([name, value]) =>
        JSON.stringify(payload?.[name]) === JSON.stringify(value),
    )
  );
}

let sends = 0;
afterAll(() => expect(sends).toBeGreaterThan(500));

test.each(replies.map((reply) => [reply.name, reply] as const))(
  "%s: at every cut what is there stays, and a click sends a whole action or none",
  (_, reply) => {
    const whole = actionsIn(partsOf(reply));
    const stream = createWidgetStream();
    const sent: Action[] = [];
    let shown: readonly Part[] = [];
    let before: Element[] = [];
    const { container, rerender } = render(null);
    const show = () => {
      const { parts } = stream.getSnapshot();
      if (parts === shown) return;
      shown = parts;
      rerender(
        <Widgets parts={parts} onAction={(action) => void sent.push(action)} />,
      );
      for (const node of before) {
        expect(node.isConnected, node.outerHTML).toBe(true);
      }
      before = nodeElements(container);
      // A text that is not complete may still become a field.
      if (before.at(-1)?.matches("div.wr-Text")) before.pop();
      for (const button of container.querySelectorAll(
        "button:not([aria-expanded], [role])",
      )) {
        fireEvent.click(button);
      }
    };
    for (const char of textOf(reply)) {
      stream.push(char);
      show();
    }
    stream.end();
    show();
    for (const action of sent) {
      expect(
        whole.some((one) => isWhole(action, one)),
        JSON.stringify(action),
      ).toBe(true);
    }
    sends += sent.length;
  },
);
