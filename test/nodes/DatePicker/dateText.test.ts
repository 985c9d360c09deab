import { expect, test } from "vitest";
import { formatDate } from "../../../src/nodes/DatePicker/dateText.js";

test("a date is written in the user's language and never moved", () => {
  expect(formatDate("2026-01-01", "en-US")).toBe("Jan 1, 2026");
  expect(formatDate("2026-01-01", "de")).toBe("01.01.2026");
  // The calendar shows Gregorian months, so the field does too.
  expect(formatDate("2026-01-01", "th-TH")).toContain("2026");
});
