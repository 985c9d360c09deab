import { nearestOf } from "../core/nearest.js";

/** A name without what people write in different ways: case, `-`, `_`, `.` and blanks. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, "");
}

/** The one of `words` that is the same word, written in another way. */
export function sameName(
  value: unknown,
  words: readonly string[],
): string | undefined {
  if (typeof value !== "string") return undefined;
  const plain = plainName(value);
  return words.find((word) => plainName(word) === plain);
}

/** The name that is most like a value and begins like it, if any is. */
export function nearName(
  value: string,
  names: readonly string[],
): string | undefined {
  const [first] = value.toLowerCase();
  const near = names.filter((name) => name[0]?.toLowerCase() === first);
  const lower = near.map((name) => name.toLowerCase());
  const index = lower.indexOf(nearestOf(value, lower) ?? "");
  return sameName(value, names) ?? near[index];
}
