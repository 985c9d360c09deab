import { describe, expect, test } from "vitest";
import { numberFormat } from "../../../src/nodes/Chart/numberFormat.js";

describe("numberFormat", () => {
  test.each([
    [1234.5678, "1,234.568"],
    [0, "0"],
    [0.000123, "0.000123"],
    [-12, "-12"],
    [1e21, "1E21"],
  ])("%d is written %s", (value, text) => {
    expect(numberFormat("en")(value)).toBe(text);
  });
});
