import { describe, expect, test } from "vitest";
import { iconPaths } from "../../src/ui/iconPaths.js";

describe("iconPaths", () => {
  test("every icon name of ChatKit has a drawing", () => {
    expect(Object.keys(iconPaths)).toHaveLength(64);
    for (const path of Object.values(iconPaths)) expect(path).toMatch(/^!?M/);
  });
});
