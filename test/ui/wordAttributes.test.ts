import { expect, test } from "vitest";
import { wordAttributes } from "../../src/ui/wordAttributes.js";

const url = "https://example.com/a-page-with-a-long-name";

test.each([
  ["a short text", "A short text", undefined],
  ["words of a language", "Words of a language, none of them long", undefined],
  ["an address", url, "word"],
  ["an address among words", `See ${url} for more`, "words"],
  ["an address of a thousand characters", url.padEnd(1000, "x"), "word"],
  // One of them may have a long word after its beginning.
  ["a long text", "word ".repeat(200), "words"],
  ["a long text in Chinese", "\u4e00".repeat(1000), "words"],
])("the words of %s", (_, text, long) => {
  expect(wordAttributes(text)["data-long"]).toBe(long);
});
