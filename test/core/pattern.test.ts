import { describe, expect, test } from "vitest";
import { matchesPattern } from "../../src/core/pattern.js";

describe("matchesPattern", () => {
  test.each([
    ["\\d+", "123", true],
    ["\\d+", "123a", false],
    // The whole value, each alternative of it.
    ["a|b", "b", true],
    ["a|b", "ab", false],
    ["a\\nb", "a\nb", true],
    ["[a-z]+", "a\nb", false],
    // Correct with `u` only.
    ["[a-z-.]+", "a-b.c", true],
    ["[a-z-.]+", "a b", false],
    // An empty value is what `required` is for.
    ["\\d+", "", true],
    // No pattern at all.
    ["", "x", true],
    ["(", "x", true],
    ["a)|(?:b", "x", true],
  ])("%j on %j: %s", (pattern, value, matches) => {
    expect(matchesPattern(pattern, value)).toBe(matches);
  });
});
