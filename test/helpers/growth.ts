import { expect } from "vitest";
import type { Part } from "../../src/stream/index.js";

const TEXTS = new Set([
  "value",
  "label",
  "title",
  "description",
  "placeholder",
  "alt",
  "text",
]);

const LISTS = new Set(["children", "options", "data"]);

type Json = Record<string, unknown>;

/**
 * Checks that `now` has all of `before` and nothing that is not in the `end`: texts are
 * beginnings of what they become, lists have fewer items, all else is whole or absent.
 */
export function checkGrowth(
  before: readonly Part[],
  now: readonly Part[],
  end: readonly unknown[],
) {
  expect(now.length).toBeGreaterThanOrEqual(before.length);
  expect(now.length).toBeLessThanOrEqual(end.length);
  for (const [i, part] of now.entries()) {
    const then = before[i];
    const last = end[i] as Part;
    expect(part.type).toBe(last.type);
    if (part.type === "text" && last.type === "text") {
      expect(last.text.startsWith(part.text)).toBe(true);
      if (then?.type === "text") {
        expect(part.text.startsWith(then.text)).toBe(true);
      }
    }
    if (part.type === "widget" && last.type === "widget") {
      const of = then?.type === "widget" ? then : undefined;
      if (of?.complete) expect(part).toBe(of);
      grows(of?.widget, part.widget, last.widget, "");
    }
  }
}

function grows(before: unknown, now: unknown, end: unknown, path: string) {
  if (Array.isArray(now)) {
    // A list, or a part of the one that it becomes.
    expect(Array.isArray(end), path).toBe(true);
    now.forEach((item, i) =>
      grows(
        (before as unknown[] | undefined)?.[i],
        item,
        (end as unknown[])[i],
        `${path}/${i}`,
      ),
    );
    return;
  }
  if (typeof now !== "object" || now === null) {
    expect(now, path).toEqual(end);
    return;
  }
  const [was, is, becomes] = [before, now, end] as [Json, Json, Json];
  for (const name of Object.keys(was ?? {})) {
    expect(Object.hasOwn(is, name), `${path}/${name} stays`).toBe(true);
  }
  for (const name of Object.keys(is)) {
    const at = `${path}/${name}`;
    const value = is[name];
    const last = becomes[name];
    if (typeof value === "string" && TEXTS.has(name)) {
      expect((last as string).startsWith(value), at).toBe(true);
      const then = was?.[name];
      if (typeof then === "string") {
        expect(value.startsWith(then), at).toBe(true);
      }
      // A pair of surrogates is one character.
      expect(/[\ud800-\udbff]$/.test(value), at).toBe(false);
    } else if (
      (LISTS.has(name) && typeof value === "object") ||
      name === "status"
    ) {
      grows(was?.[name], value, last, at);
    } else {
      expect(value, at).toEqual(last);
      if (was && Object.hasOwn(was, name)) expect(value).toBe(was[name]);
    }
  }
}
