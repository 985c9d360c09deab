// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { reviewPage } from "../../../scripts/looks/reviewPage.mjs";

/** The values of an attribute, in their order in the page. */
function valuesOf(html: string, name: string) {
  const values: string[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node) => {
    if ("attrs" in node) {
      const found = node.attrs.find((attribute) => attribute.name === name);
      if (found) values.push(found.value);
    }
    if ("childNodes" in node) node.childNodes.forEach(look);
  };
  look(parse(html));
  return values;
}

test("the page shows before, what differs and after, of what there is", () => {
  const folder = mkdtempSync(join(tmpdir(), "review-"));
  for (const name of ["a.before", "a.diff", "a.after", "b.after", "c.before"]) {
    writeFileSync(join(folder, `${name}.png`), "");
  }
  const html = reviewPage(
    new Map([
      ["a", "7 pixels differ"],
      ["b", "new"],
      ["c", "removed"],
    ]),
    folder,
  );
  rmSync(folder, { recursive: true });
  expect(valuesOf(html, "src")).toEqual([
    "a.before.png",
    "a.diff.png",
    "a.after.png",
    "b.after.png",
    "c.before.png",
  ]);
  expect(valuesOf(html, "href").slice(0, 3)).toEqual(["#a", "#b", "#c"]);
  expect(valuesOf(html, "id")).toEqual(["a", "b", "c"]);
  expect(html).toContain("a: 7 pixels differ");
});
