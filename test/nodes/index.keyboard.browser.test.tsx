import { createRef } from "react";
import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetNode,
  type WidgetRendererHandle,
} from "../../src/index.js";
import { nodes } from "../../src/nodes/index.js";
import { button } from "../helpers/queries.js";
import { walks } from "../helpers/keyboardWalks.js";
import { loaded } from "../helpers/loaded.js";
import "../../src/styles/index.css";

const POPUP = ".wr-Popover";

/** These show, and nothing in them takes the focus but their children. */
const SHOWN =
  "Badge Basic Box Caption Col Divider Icon Image Label Row Spacer Table.Cell Table.Row Title Transition".split(
    " ",
  );

test("each node is walked, or takes no keys", () => {
  expect([...Object.keys(walks), ...SHOWN].sort()).toEqual(
    Object.keys(nodes).sort(),
  );
});

const cases = Object.entries(walks).flatMap(([type, list]) =>
  list.map(({ what = "", ...walk }) => [type, what, walk] as const),
);

describe("by keyboard alone", () => {
  test.for(cases)("a %s %s is reached, used and left", async (one) => {
    const [type, , { node, control, keys = [], values, ...walk }] = one;
    const sendAction = vi.fn<ActionHandler>();
    const ref = createRef<WidgetRendererHandle>();
    await render(
      <>
        <button type="button">Before</button>
        <WidgetRenderer
          ref={ref}
          locale="en-US"
          sendAction={sendAction}
          widget={
            {
              type: type === "Card" ? "Basic" : "Card",
              asForm: type === "Form" ? undefined : true,
              children: { type, ...node },
            } as unknown as WidgetNode
          }
        />
        <button type="button">After</button>
      </>,
    );
    await loaded();
    await expect.element(control()).toBeVisible();
    button("Before").element().focus();
    await userEvent.tab();
    await expect.element(control()).toHaveFocus();
    const [first, popup] = [keys].flat();
    if (first) await userEvent.keyboard(first);
    if (popup) {
      await vi.waitFor(() =>
        expect(document.activeElement!.closest(POPUP)).not.toBeNull(),
      );
      await userEvent.keyboard(popup);
    }
    if (values) {
      await vi.waitFor(() =>
        expect(ref.current!.getFormValues()).toEqual(values),
      );
    }
    await vi.waitFor(() =>
      expect(sendAction.mock.calls.map(([{ type }]) => type)).toEqual(
        walk.actions ?? [],
      ),
    );
    await walk.outcome?.();
    // It gives the focus back, and is no trap.
    await vi.waitFor(() => expect(document.querySelector(POPUP)).toBeNull());
    await userEvent.tab();
    await expect.element(button("After")).toHaveFocus();
    // No step further: beyond the page the keys go to the controls of Firefox, in later tests too.
    const before = button("Before").element();
    for (let steps = 0; document.activeElement !== before; steps++) {
      expect(steps).toBeLessThan(5);
      await userEvent.tab({ shift: true });
    }
  });
});
