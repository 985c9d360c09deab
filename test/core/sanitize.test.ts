import { describe, expect, test } from "vitest";
import { safeCss, safeUrl } from "../../src/core/sanitize.js";

describe("safeUrl", () => {
  test.each([
    ["https://example.com/a", true],
    ["HTTP://example.com", true],
    ["mailto:a@example.com", true],
    ["tel:+4912345", true],
    ["sms:123", true],
    ["/orders/1", true],
    ["#top", true],
    ["javascript:alert(1)", false],
    ["JaVaScRiPt:alert(1)", false],
    ["java\nscript:alert(1)", false],
    ["\u0001javascript:alert(1)", false],
    ["data:text/html,<script>", false],
    ["vbscript:x", false],
    ["file:///etc/passwd", false],
    ["javascript:alert('https:')", false],
    ["x-https://example.com", false],
  ])("link %j: %s", (url, allowed) => {
    expect(safeUrl("link", url) !== undefined).toBe(allowed);
  });

  test.each([
    ["https://example.com/a.png", true],
    ["data:image/svg+xml,<svg/>", true],
    ["blob:https://example.com/1", true],
    ["/pam.png", true],
    ["data:text/html,<script>", false],
    ["javascript:alert(1)", false],
    ["mailto:a@example.com", false],
    ["javascript:alert('https:')", false],
    ["text:data:image/png", false],
    ["x-blob:https://example.com/1", false],
  ])("image %j: %s", (url, allowed) => {
    expect(safeUrl("image", url) !== undefined).toBe(allowed);
  });

  test.each([
    [" https://example.com/a \n", "https://example.com/a"],
    ["https://exam\tple.com/\u007fa", "https://example.com/a"],
    ["  /orders/1 ", "/orders/1"],
    // A colon alone makes no scheme.
    ["/at/12:30", "/at/12:30"],
    ["1:2", "1:2"],
    ["", ""],
    [7, undefined],
    [null, undefined],
    [{ href: "https://example.com" }, undefined],
    [["https://example.com"], undefined],
  ])("%j becomes %j", (url, clean) => {
    expect(safeUrl("link", url)).toBe(clean);
    expect(safeUrl("image", url)).toBe(clean);
  });
});

describe("safeCss", () => {
  test.each([
    ["red", "red"],
    ["  calc(1px + 2px) ", "calc(1px + 2px)"],
    ["rgb(0 0 0 / 50%)", "rgb(0 0 0 / 50%)"],
    ["var(--host)", "var(--host)"],
    ["linear-gradient(red, blue)", "linear-gradient(red, blue)"],
    // A name that only ends like a function that loads.
    ["curl", "curl"],
    ["a".repeat(512), "a".repeat(512)],
    ["", ""],
  ])("%j becomes %j", (value, css) => {
    expect(safeCss(value)).toBe(css);
  });

  test.each([
    "a".repeat(513),
    "red; color: blue",
    "a:b",
    "red}",
    "{red",
    String.raw`\75rl(x)`,
    "red/*",
    // It would win over what the host says.
    "red !important",
    // In a server's HTML it would contain the declarations after it.
    "rgb(1 2 3",
    "calc((1px + 2px)",
    "red)",
    ")red(",
    '"red',
    "'red",
    "[red",
    "red]",
    ...[
      "url",
      "src",
      "image",
      "image-set",
      "cross-fade",
      "element",
      "expression",
      "paint",
      "attr",
      "env",
    ].flatMap((name) => [
      `${name}(x)`,
      `${name.toUpperCase()} \n(x)`,
      `linear-gradient(red, ${name}(x))`,
      `-webkit-${name}(x)`,
    ]),
  ])("%j is refused", (value) => {
    expect(safeCss(value)).toBeUndefined();
  });
});
