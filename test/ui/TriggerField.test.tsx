import { describe, expect, test } from "vitest";
import { renderOnServer } from "../helpers/unit.js";

describe("a field that opens a popover", () => {
  test.each([
    [
      "the chosen option",
      {
        type: "Select",
        options: [{ value: 2, label: "Two" }],
        defaultValue: 2,
      },
      "Two",
      "2",
    ],
    [
      "a placeholder",
      {
        type: "Select",
        options: [],
        placeholder: "Pick",
        defaultValue: "none",
      },
      "Pick",
      undefined,
    ],
    [
      "a date",
      { type: "DatePicker", defaultValue: "2026-11-12T23:00:00-11:00" },
      "Nov 12, 2026",
      "2026-11-12",
    ],
    ["no date", { type: "DatePicker" }, "Select date…", undefined],
  ] as const)(
    "a field shows and sends %s before it can act",
    (_, props, text, sent) => {
      const element = renderOnServer({
        ...props,
        name: "field",
        id: "f",
        size: "sm",
        clearable: true,
      });
      const node = element.querySelector(`.wr-${props.type}`);
      expect(node).toHaveAttribute("data-node-id", "f");
      expect(node).toHaveAttribute("data-size", "sm");
      expect(node).toHaveTextContent(text);
      // It looks as if it could act.
      expect(node).not.toHaveAttribute("data-disabled");
      expect(node?.hasAttribute("data-clearable")).toBe(sent !== undefined);
      expect(node?.querySelector("button")).toBeEnabled();
      expect(
        node?.querySelector<HTMLInputElement>('input[name="field"]')?.value,
      ).toBe(sent);
    },
  );
});
