import { describe, expect, test, vi } from "vitest";
import {
  invalidProp,
  renderInCard,
  testInvalidProps,
} from "../helpers/unit.js";

describe("DatePicker", () => {
  testInvalidProps([
    [{ type: "DatePicker", name: "n", min: "tomorrow" }, "/min", /date/],
  ]);

  test("a range whose ends have changed places is reported, with what applies", async () => {
    const { reports, container } = renderInCard({
      type: "DatePicker",
      name: "n",
      defaultValue: "2026-11-12",
      min: "2026-12-01",
      max: "2026-11-01",
    });
    const native = container.querySelector("input[type=date]");
    expect(native).toHaveAttribute("min", "2026-11-01");
    expect(native).toHaveAttribute("max", "2026-12-01");
    await vi.waitFor(() =>
      expect(reports()).toEqual(
        invalidProp("/min", /later than "max".*from 2026-11-01 to 2026-12-01/),
      ),
    );
  });
});
