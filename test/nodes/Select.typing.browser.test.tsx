import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { keysComeAt } from "../helpers/press.js";
import {
  field,
  focusField,
  option,
  renderField,
  value,
} from "../helpers/select.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("typing in a Select", () => {
  test("typing on the closed field changes the value, as on a native select", async () => {
    keysComeAt(5_000);
    const sendAction = vi.fn();
    await renderField(
      {
        options: [
          { value: 1, label: "New York" },
          { value: 2, label: "New Delhi" },
          { value: 3, label: "Århus" },
        ],
        onChangeAction: { type: "changed" },
      },
      { sendAction },
    );
    await focusField();
    await userEvent.keyboard("new d");
    await expect.element(field()).toHaveTextContent("New Delhi");
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
    expect(value()).toBe("2");
    expect(sendAction).toHaveBeenCalledTimes(2);
    // After a pause another word begins.
    keysComeAt(6_000);
    await userEvent.keyboard("n");
    await expect.element(field()).toHaveTextContent("New York");
  });

  test("typing in the open list moves to what begins so", async () => {
    await renderField({});
    await focusField();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(option("Starter")).toHaveFocus();
    await userEvent.keyboard("b");
    await expect.element(option("Business")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveTextContent("Business");
  });
});
