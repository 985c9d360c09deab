import { describe, expect, test } from "vitest";
import "../../src/styles/index.css";

/** Every selector, a nested one with its parents instead of `&`. */
function selectorsOf(rules: CSSRuleList, parents: string[]): string[] {
  return Array.from(rules).flatMap((rule) => {
    // Rules for browsers that lack something cost this one nothing.
    if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) {
      return [];
    }
    // In newer browsers a style rule is a group as well.
    if (!(rule instanceof CSSStyleRule)) {
      return rule instanceof CSSGroupingRule
        ? selectorsOf(rule.cssRules, parents)
        : [];
    }
    // As a browser reads it: a list of parents is one in `:is()`.
    const parent =
      parents.length === 1 ? parents[0]! : `:is(${parents.join(", ")})`;
    const selectors = split(rule.selectorText, ",").map((selector) =>
      selector.replaceAll("&", () => parent),
    );
    return [...selectors, ...selectorsOf(rule.cssRules, selectors)];
  });
}

function isFound(selector: string): boolean {
  const compounds = split(selector, " ").filter(
    (part) => !/^[>+~]$/.test(part),
  );
  return compounds.some(isNamed);
}

/** Whether it names a class or an attribute, itself or in a `:where()` of one. */
function isNamed(compound: string): boolean {
  const outermost = compound.replaceAll(
    /:[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g,
    "",
  );
  if (/[.[]/.test(outermost)) return true;
  return Array.from(
    compound.matchAll(
      /:(?:is|where)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g,
    ),
  ).some(([, inner]) => {
    const [only, ...others] = split(inner!, ",");
    return others.length === 0 && isNamed(split(only!, " ").at(-1)!);
  });
}

/** Cuts at a character outside brackets. */
function split(text: string, at: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (/[([]/.test(character)) depth++;
    if (/[)\]]/.test(character)) depth--;
    if (character === at && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

describe("selectors", () => {
  /**
   * A browser sorts rules by what the last compound of a selector names: a class or
   * an attribute. One that names neither, or a list of them in `:is()`, is tried on
   * every element of the page, those of the host as well, unless what is to its
   * left excludes them at once.
   */
  test("every rule is found by a class, an attribute, or its parent", () => {
    const rules = Array.from(document.styleSheets)
      .flatMap((sheet) => selectorsOf(sheet.cssRules, []))
      // The page of the test has some as well.
      .filter((selector) => /wr-|data-|:root/.test(selector));
    expect(rules.length).toBeGreaterThan(300);
    expect(rules.filter((selector) => !isFound(selector))).toEqual([
      // The tokens.
      ":where(:root, :host)",
      ":where(:root, :host, .wr-themed)",
    ]);
  });

  test.each([
    [".wr-Text", true],
    [".wr-Text:where([data-size=sm], .a)", true],
    [":where(.wr-Text)", true],
    [":where(.a > [data-size=sm])", true],
    ["[data-size=sm]", true],
    [".wr-root > *", true],
    [":is(.wr-Text, .wr-Title)", false],
    [":where(.wr-Text, .wr-Title):where(:hover, [data-size=sm])", false],
    [":where(.a *)", false],
    ["*", false],
  ])("%s is found: %s", (selector, found) => {
    expect(isFound(selector)).toBe(found);
  });
});
