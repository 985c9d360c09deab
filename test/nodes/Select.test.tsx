import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderWidget, testInvalidProps } from "../helpers/unit.js";

describe("Select", () => {
  testInvalidProps([
    [{ type: "Select", name: "n" }, "/options", /missing/],
    [{ type: "Select", name: "n", options: ["A"] }, "/options/0", /"A"/],
    [
      {
        type: "Select",
        name: "n",
        defaultValue: "Red",
        options: [
          { value: "r", label: "Red" },
          { value: 2, label: "Two" },
        ],
      },
      "/defaultValue",
      /"Red".*Allowed: r, 2\. The nearest is "r"/,
    ],
    [
      { type: "Select", name: "n", defaultValue: 1, options: [] },
      "/defaultValue",
      /the value of an option/,
    ],
  ]);

  // A host's tests find every option by its name.
  test.each([false, true])(
    "without a layout all of many options are rendered, searched: %s",
    async (searchable) => {
      const options = Array.from({ length: 120 }, (_, i) => ({
        value: i,
        label: `Option ${i}`,
      }));
      renderWidget({ type: "Select", name: "n", options, searchable });
      fireEvent.click(screen.getByRole("combobox"));
      await screen.findByRole("listbox");
      fireEvent.click(screen.getByText("Option 119"));
      expect(screen.getByRole("combobox").textContent).toBe("Option 119");
    },
  );
});
