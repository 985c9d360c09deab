import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, server, userEvent } from "vitest/browser";
import type { WidgetError, WidgetNode } from "../../src/index.js";
import { radio } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

describe("RadioGroup", () => {
  test("a RadioGroup by keyboard: one stop, arrows move past what is disabled", async () => {
    const sendAction = vi.fn();
    await render(
      widgetElement(
        {
          type: "RadioGroup",
          name: "seat",
          required: true,
          onChangeAction: { type: "seat" },
          options: [
            { value: "a", label: "Aisle" },
            { value: "m", label: "Middle", disabled: true },
            { value: "w", label: "Window" },
          ],
        },
        { sendAction },
      ),
    );
    const group = page.getByRole("radiogroup", { name: "seat" });
    await expect.element(group).toHaveAttribute("aria-required", "true");
    await expect.element(radio("Middle")).toBeDisabled();
    await userEvent.keyboard("{Tab}");
    await expect.element(radio("Aisle")).toHaveFocus();
    await userEvent.keyboard(" {ArrowRight}");
    await expect.element(radio("Window")).toHaveFocus();
    await expect.element(radio("Window")).toBeChecked();
    // In WebKit arrows end at the last one.
    const back = server.browser === "webkit" ? "{ArrowLeft}" : "{ArrowRight}";
    await userEvent.keyboard(back);
    await expect.element(radio("Aisle")).toBeChecked();
    expect(sendAction).toHaveBeenCalledTimes(3);
    expect(sendAction.mock.calls.map(([action]) => action)).toEqual([
      { type: "seat", payload: { seat: "a" } },
      { type: "seat", payload: { seat: "w" } },
      { type: "seat", payload: { seat: "a" } },
    ]);
  });

  test("options of the same value can each be chosen", async () => {
    await render(
      widgetElement({
        type: "RadioGroup",
        name: "a",
        defaultValue: "1",
        options: [
          { value: "1", label: "One" },
          { value: "1", label: "Uno" },
          { value: 2, label: "Two" },
        ],
      }),
    );
    await expect.element(radio("One")).toBeChecked();
    await radio("Uno").click();
    await expect.element(radio("Uno")).toBeChecked();
    await expect.element(radio("One")).not.toBeChecked();
    await radio("Two").click();
    await radio("One").click();
    await expect.element(radio("One")).toBeChecked();
  });

  test.each([
    ["missing", undefined, 0, []],
    ["null", null, 0, []],
    ["a text", "abc", 0, ["/options"]],
    [
      "a list of anything",
      [null, 1, "x", {}, { value: "v" }, { label: 2 }],
      2,
      [
        "/options/1",
        "/options/2",
        "/options/3/label",
        "/options/3/value",
        "/options/4/label",
        "/options/5/value",
      ],
    ],
  ])("options: %s", async (_, options, count, paths) => {
    const onError = vi.fn();
    const widget = { type: "RadioGroup", name: "a", options };
    await render(widgetElement(widget as WidgetNode, { onError }));
    await expect.element(page.getByRole("radiogroup")).toBeInTheDocument();
    expect(page.getByRole("radio").elements()).toHaveLength(count);
    const errors = onError.mock.calls.map(([error]) => error as WidgetError);
    expect(errors.map(({ path }) => path)).toEqual(paths);
  });

  test("an option whose value is empty is chosen by the user, not by default", async () => {
    await render(
      widgetElement({
        type: "RadioGroup",
        name: "a",
        options: [
          { value: "", label: "Any" },
          { value: "1", label: "One" },
        ],
      }),
    );
    await expect.element(radio("Any")).not.toBeChecked();
    await radio("Any").click();
    await expect.element(radio("Any")).toBeChecked();
  });
});
