import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { WidgetNode } from "../../src/index.js";
import { causes, failures } from "../helpers/faults.js";
import { renderWidget } from "../helpers/unit.js";

afterEach(() => vi.restoreAllMocks());

const widget: WidgetNode = {
  type: "Form",
  onSubmitAction: { type: "save", loadingBehavior: "self" },
  children: [
    { type: "Input", name: "note", defaultValue: "Hi" },
    { type: "Button", label: "Send", submit: true },
  ],
};

const send = () => fireEvent.click(screen.getByRole("button"));

/** The functions of a host that an action calls. */
describe.each(["sendAction", "validate"])("%s", (name) => {
  describe.each(Object.entries(failures))("that %s", (_, failWith) => {
    test.each(Object.entries(causes))(
      "%s is reported, and the form is as usable as before",
      async (_name, cause) => {
        const handler = vi.fn(() => failWith(cause()));
        const { onError } = renderWidget(widget, { [name]: handler });
        fireEvent.change(screen.getByRole("textbox"), {
          target: { value: "typed" },
        });
        for (const times of [1, 2]) {
          send();
          await waitFor(() => expect(onError).toHaveBeenCalledTimes(times));
          expect(onError.mock.lastCall![0]).toMatchObject({
            code: "action",
            path: "",
            message: expect.stringMatching(/^The action "save" failed: ./),
          });
          expect(handler).toHaveBeenCalledTimes(times);
          expect(screen.getByRole("status")).toBeEmptyDOMElement();
          expect(screen.getByRole("button")).not.toHaveAttribute("aria-busy");
        }
        expect(screen.getByRole("textbox")).toHaveValue("typed");
      },
    );
  });
});

test.each([
  ["a thenable that fulfills twice", (end: () => void) => (end(), end())],
  [
    "a thenable that fulfills and throws",
    (end: () => void) => {
      end();
      throw new Error("too late");
    },
  ],
])("%s is done once", async (_, then) => {
  // oxlint-disable-next-line unicorn/no-thenable -- a handler may return one
  const sendAction = vi.fn(() => ({ then }));
  const { onError } = renderWidget(widget, { sendAction });
  for (const times of [1, 2]) {
    send();
    expect(sendAction).toHaveBeenCalledTimes(times);
    await waitFor(() =>
      expect(screen.getByRole("status")).toBeEmptyDOMElement(),
    );
  }
  expect(onError).not.toHaveBeenCalled();
});

test("a payload that cannot be read is reported, and the form is as usable as before", async () => {
  let isGone = false;
  const payload = {
    get id() {
      if (isGone) throw new Error("no id");
      return 1;
    },
  };
  const sendAction = vi.fn();
  const { onError } = renderWidget(
    { ...widget, onSubmitAction: { type: "save", payload } },
    { sendAction },
  );
  isGone = true;
  send();
  await waitFor(() =>
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        code: "action",
        message: expect.stringContaining("no id"),
      }),
    ),
  );
  expect(sendAction).not.toHaveBeenCalled();
  expect(screen.getByRole("button")).not.toHaveAttribute("aria-busy");
  expect(screen.getByRole("textbox")).toHaveValue("Hi");
});
