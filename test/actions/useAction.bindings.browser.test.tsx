import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  WidgetRenderer,
  type Action,
  type WidgetError,
} from "../../src/index.js";
import {
  bindingCases,
  first,
  second,
  type BindingCase,
  type Loading,
} from "../helpers/bindingCases.js";
import { rootElement } from "../helpers/queries.js";
import { slowHandler } from "../helpers/slowHandler.js";
import "../../src/styles/index.css";

/** Handlers by what they do; `end` lets what runs come to its end. */
const handlers = {
  "answers at once": () => ({
    handler: vi.fn<(action: Action) => void>(),
    end: undefined,
    fails: false,
  }),
  "answers later": () => slowHandler(false),
  fails: () => slowHandler(true),
};

/** Everything that says that something runs. */
function shown() {
  const nodes = [
    ...rootElement().querySelectorAll("[data-pending], [aria-busy]"),
  ].filter(
    (node) =>
      node.hasAttribute("data-pending") &&
      node.getAttribute("aria-busy") === "true",
  );
  return {
    pending: nodes.map((node) => /^wr-(\w+)/.exec(node.className)?.[1]),
    said: page.getByRole("status").element().textContent,
    root: {
      busy: rootElement().hasAttribute("data-busy"),
      ariaBusy: rootElement().getAttribute("aria-busy"),
      inert: rootElement().inert,
    },
  };
}

function expected(binding: BindingCase, loading: Loading) {
  const busy = loading === "container";
  return {
    pending: loading === "none" ? [] : binding.shows[loading],
    said: loading === "none" ? "" : "Loading",
    root: { busy, ariaBusy: busy ? "true" : null, inert: busy },
  };
}

describe.each(Object.entries(bindingCases))("%s", (_, binding) => {
  describe.each([undefined, "auto", "self", "container", "none"] as const)(
    "loadingBehavior %s",
    (loadingBehavior) => {
      test.each(Object.entries(handlers))(
        "a handler that %s",
        async (_, on) => {
          const { handler, end, fails } = on();
          const errors: WidgetError[] = [];
          const loading =
            loadingBehavior === undefined || loadingBehavior === "auto"
              ? binding.auto
              : loadingBehavior;
          const action = (value: string) => ({
            type: "go",
            payload: { id: 7, ...binding.values(value) },
          });
          await render(
            <WidgetRenderer
              locale="en-US"
              sendAction={handler}
              onError={(error) => errors.push(error)}
              widget={binding.widget({
                type: "go",
                payload: { id: 7 },
                ...(loadingBehavior && { loadingBehavior }),
              })}
            />,
          );
          const sent = () => handler.mock.calls.map(([call]) => call);
          await expect.element(page.getByRole("status")).toBeInTheDocument();
          const idle = expected(binding, "none");

          await binding.act(first);
          expect(sent()).toEqual([action(first)]);
          if (!end) {
            // A handler that returns no promise is done at once.
            expect(shown()).toEqual(idle);
            await binding.act(second);
            expect(sent()).toEqual([action(first), action(second)]);
            expect(errors).toEqual([]);
            return;
          }

          await vi.waitFor(() =>
            expect(shown()).toEqual(expected(binding, loading)),
          );
          // The user cannot reach what is inert.
          if (loading !== "container") {
            await binding.act(second);
            expect(handler).toHaveBeenCalledTimes(1);
            expect(shown()).toEqual(expected(binding, loading));
          }
          end();
          if (loading !== "container" && binding.queues) {
            await vi.waitFor(() =>
              expect(sent()).toEqual([action(first), action(second)]),
            );
            end();
          }
          await vi.waitFor(() => expect(shown()).toEqual(idle));
          const calls = handler.mock.calls.length;
          await vi.waitFor(() =>
            expect(errors.map(({ code }) => code)).toEqual(
              fails ? Array(calls).fill("action") : [],
            ),
          );
          await expect.element(binding.target()).toHaveFocus();

          // And once more, as if nothing had been.
          const value = binding.queues && calls === 1 ? second : first;
          await binding.act(value);
          await vi.waitFor(() =>
            expect(handler).toHaveBeenCalledTimes(calls + 1),
          );
          expect(sent().at(-1)).toEqual(action(value));
          end();
          await vi.waitFor(() => expect(shown()).toEqual(idle));
        },
      );
    },
  );

  test("nothing that a user does acts while it is read-only", async () => {
    const handler = vi.fn<(action: Action) => void>();
    const { container } = await render(
      <WidgetRenderer
        locale="en-US"
        interactive={false}
        onAction={handler}
        sendAction={handler}
        widget={binding.widget({ type: "go" })}
      />,
    );
    await expect.element(page.getByRole("status")).toBeInTheDocument();
    const key = { key: "Enter", bubbles: true, cancelable: true };
    const click = { bubbles: true, cancelable: true };
    for (const element of container.querySelectorAll("*")) {
      element.dispatchEvent(new MouseEvent("click", click));
      if (element instanceof HTMLElement) element.focus();
      element.dispatchEvent(new KeyboardEvent("keydown", key));
      element.dispatchEvent(new KeyboardEvent("keyup", key));
    }
    for (const form of container.querySelectorAll("form")) form.requestSubmit();
    expect(page.getByRole("listbox").elements()).toEqual([]);
    expect(page.getByRole("dialog").elements()).toEqual([]);
    expect(handler).not.toHaveBeenCalled();
  });
});
