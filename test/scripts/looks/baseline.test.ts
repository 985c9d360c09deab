// @vitest-environment node
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  openBaseline,
  whyIncomparable,
} from "../../../scripts/looks/baseline.mjs";

const here = { platform: "linux", chromium: "156.0.8078.108" };

test.for<[string, Partial<typeof here> | undefined, RegExp | undefined]>([
  ["the same browser", {}, undefined],
  ["a later patch of it", { chromium: "156.0.9000.1" }, undefined],
  ["the next version", { chromium: "157.0.1.2" }, /Chromium 156.*157/],
  ["another system", { platform: "darwin" }, /on linux.*on darwin/],
  ["no baseline", undefined, /nothing has been accepted/],
])("what %s renders is compared, or it says why not", ([, other, reason]) => {
  const accepted = other && here;
  const why = whyIncomparable(accepted, { ...here, ...other });
  if (reason) expect(why).toMatch(reason);
  else expect(why).toBeUndefined();
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "looks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a baseline keeps its sheets and the browser that rendered them", () => {
  const baseline = openBaseline(join(folder, "looks"));
  expect([baseline.ids, baseline.browser]).toEqual([[], undefined]);
  baseline.write("nodes-badge--sizes", Buffer.from("a"));
  baseline.write("nodes-badge--colors", Buffer.from("b"));
  baseline.remove("nodes-badge--sizes");
  baseline.writeBrowser(here);
  const again = openBaseline(join(folder, "looks"));
  expect([again.ids, again.browser]).toEqual([["nodes-badge--colors"], here]);
  expect(readdirSync(join(folder, "looks")).sort()).toEqual([
    "browser.json",
    "nodes-badge--colors.webp",
  ]);
});
