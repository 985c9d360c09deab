import { describe, expect, test } from "vitest";
import { testedLength } from "../../src/core/testedLength.js";

describe("testedLength", () => {
  test.each([
    ["[a-z]+", 10_000],
    ["\\d{4}-\\d\\d", 10_000],
    ["a|b", 10_000],
    ["https?://[\\w.]+", 10_000],
    // A group alone, however long it is, and whatever is in it.
    ["(abc)+", 10_000],
    ["(\\p{Lu}x)+b", 10_000],
    ["[ab+*]", 10_000],
    ["[\\]+*]", 10_000],
    ["[+*]", 10_000],
    // What follows a group is not repeated with it.
    ["(a)\\d+b?", 10_000],
    ["(a)(?:\\d+,)+b?", 10_000],
    ["a?".repeat(12), 10_000],
    // Whole addresses.
    ["[\\w.+-]+@([\\w-]+\\.)+[a-z]{2,}", 70],
    ["[^@\\s]+@[^@\\s]+\\.[^@\\s]+", 310],
    ["(?:\\d{3},)*\\d{1,3}", 5_000],
    ["(?=.*[A-Z])(?=.*\\d).{8,}", 310],
    ["\\+?\\d{1,3}[ -]?\\(?\\d+\\)?", 5_000],
  ])("%s is tested on usual values", (pattern, least) => {
    expect(testedLength(pattern, "u")).toBeGreaterThanOrEqual(least);
  });

  test.each([
    "(a+)+b",
    "(a*)*",
    "(?:a|a)*b",
    "(a|aa)+",
    "((a+)b?)+",
    "(?:(?:a)*)*c",
    "([a-z]+)*1",
    "(a+){10,20}b",
    "(.*,){11}x",
    "([\\]a]+b)+",
    // What ends the group is one of its characters.
    "([\\w.]+\\.)+x",
    "(?:[^,]+-)+x",
    "a?".repeat(30) + "a".repeat(30),
    // Longer than any that an author writes: to read it would take minutes.
    `[${"(?:[".repeat(1_000_000)}]`,
  ])("%s, which may take exponential time, on short ones", (pattern) => {
    expect(testedLength(pattern, "v")).toBe(20);
  });

  test("repetitions one after the other are tested on shorter values the more there are", () => {
    const lengths = [1, 2, 3, 4].map((n) =>
      testedLength(".*".repeat(n) + "x", "v"),
    );
    expect(lengths.map(Math.floor)).toEqual([10_000, 5_477, 310, 74]);
    expect(Math.floor(testedLength("a{10,}b{2,}", "v"))).toBe(5_477);
  });
});
