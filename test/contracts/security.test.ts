// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../src/core/limits.js";
import { advice, proofs } from "../helpers/securityProofs.js";

const read = (path: string) => readFileSync(path, "utf8");

/** Rows, items and sentences of the page, each in one line. */
const claims = read("docs/security.md")
  .replaceAll(/\n(?=[^\n#|-])/g, " ")
  .split("\n")
  .map((line) => line.trim().replaceAll(/ {2,}/g, " "))
  .filter(
    (line) =>
      line !== "" &&
      !/^#|^\| -|^\| (?:Where|What fails|Part|Limit) /.test(line),
  )
  .flatMap((line) =>
    line.startsWith("|")
      ? [line.slice(2)]
      : line.replace(/^- /, "").split(/(?<=[\w`)]\.) (?=[A-Z`\d])/),
  );

const isAbout = (claim: string) => (start: string) => claim.startsWith(start);

describe("the page on security", () => {
  test("each claim has a test that fails when it is untrue", () => {
    expect(claims.length).toBeGreaterThan(45);
    const starts = [...advice, ...Object.keys(proofs)];
    expect(
      claims.filter((claim) => starts.filter(isAbout(claim)).length !== 1),
    ).toEqual([]);
    expect(
      starts.filter((start) => !claims.some((claim) => isAbout(claim)(start))),
    ).toEqual([]);
  });

  test.each(
    Object.entries(proofs).flatMap(([claim, tests]) =>
      tests.map(([file, name]) => [claim, name, file] as const),
    ),
  )("%s: “%s” is in %s", (_claim, name, file) => {
    expect(read(file)).toContain(name);
  });

  test("CI runs these tests and steps", () => {
    expect(read(".github/workflows/ci.yml")).toContain("run: npm test");
    const steps = read("scripts/test.mjs");
    for (const script of ["docs:check", "package", "size"]) {
      expect(steps).toContain(`script: "${script}"`);
    }
    const { scripts } = JSON.parse(read("package.json")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["docs:check"]).toContain("licences.mjs --check");
    expect(scripts["package"]).toContain("tarball.mjs");
    expect(steps).not.toContain("audit");
  });

  test("the limits are those that it names", () => {
    const rows = read("docs/security.md").matchAll(
      /^\| `(\w+)` +\| ([\d,]+)/gm,
    );
    const named = Array.from(rows, ([, name, number]) => [
      name,
      Number(number!.replaceAll(",", "")),
    ]);
    expect(Object.fromEntries(named)).toEqual(defaultLimits);
  });

  test("the licences are those that it names", () => {
    const named = read("docs/security.md").match(/under (.*): \[licences\]/)!;
    const found = Array.from(
      read("docs/licences.md").matchAll(/^## (.+)$/gm),
      ([, licence]) => licence!,
    );
    const allowed = named[1]!.split(/, | or /);
    expect(found.sort()).toEqual(allowed.sort());
  });
});
