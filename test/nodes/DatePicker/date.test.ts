import { describe, expect, test } from "vitest";
import {
  fromLocal,
  toLocal,
  weekStart,
} from "../../../src/nodes/DatePicker/date.js";

describe("dates of the calendar", () => {
  test("a date survives the way to the user's midnight and back", () => {
    for (const date of ["2026-03-29", "2018-11-04", "0099-12-31"]) {
      expect(fromLocal(toLocal(date))).toBe(date);
    }
  });

  test.each([
    ["en-US", 0],
    ["de", 1],
    ["ar-EG", 6],
    ["pt-BR", 0],
    ["fr", 1],
  ])("weeks in %s start on day %i", (locale, day) => {
    expect(weekStart(locale)).toBe(day);
  });
});
