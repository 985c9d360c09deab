import { describe, expect, test } from "vitest";
import { safeUrl } from "../../src/core/sanitize.js";

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
  ])("image %j: %s", (url, allowed) => {
    expect(safeUrl("image", url) !== undefined).toBe(allowed);
  });
});
