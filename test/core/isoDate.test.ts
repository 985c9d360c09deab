import { describe, expect, test } from "vitest";
import { dateRange, isoDate } from "../../src/core/isoDate.js";

describe("dates as text", () => {
  test.each([
    ["2026-11-12", "2026-11-12"],
    [" 2026-11-12 ", "2026-11-12"],
    ["2025-01-02T03:04:00", "2025-01-02"],
    ["2025-01-02 23:59", "2025-01-02"],
    ["2025-12-31T23:59:59-12:00", "2025-12-31"],
    ["2024-02-29", "2024-02-29"],
    ["0099-01-01", "0099-01-01"],
    ["2026-02-29", undefined],
    ["2026-13-01", undefined],
    ["2026-1-1", undefined],
    ["12.11.2026", undefined],
    ["2026-11-1234", undefined],
    ["12026-11-12", undefined],
    ["due 2026-11-12", undefined],
    ["2026-11-12 \n", "2026-11-12"],
    ["2026-11-12, or later", undefined],
    ["", undefined],
    [20261112, undefined],
    [null, undefined],
  ])("the date in %j is %j", (value, date) => {
    expect(isoDate(value)).toBe(date);
  });

  test.each([
    ["2026-01-01", "2026-01-02", "2026-01-01", "2026-01-02"],
    ["2026-01-02", "2026-01-01T10:00", "2026-01-01", "2026-01-02"],
    ["2026-01-01", "2026-01-01", "2026-01-01", "2026-01-01"],
    ["never", "2026-01-01", undefined, "2026-01-01"],
    ["2026-01-01", "never", "2026-01-01", undefined],
    [null, null, undefined, undefined],
  ])("the range from %j to %j is %j to %j", (from, to, min, max) => {
    expect(dateRange(from, to)).toEqual({ min, max });
  });
});
