/** Longer values are not tested: the time that a pattern takes may explode. */
const MAX_TESTED_LENGTH = 10_000;

/**
 * Whether `value` as a whole matches `pattern`, as `<input pattern>` does it: an
 * empty value passes, and so does every value where the pattern is none.
 */
export function matchesPattern(pattern: unknown, value: string): boolean {
  if (typeof pattern !== "string" || pattern === "" || value === "")
    return true;
  if (value.length > MAX_TESTED_LENGTH) return true;
  // `v` is what browsers compile with; older patterns are correct with `u` alone.
  for (const flag of ["v", "u"]) {
    try {
      // Alone first: an unbalanced `)` must not pair with the group around it.
      void new RegExp(pattern, flag);
      return new RegExp(`^(?:${pattern})$`, flag).test(value);
    } catch {
      continue;
    }
  }
  return true;
}
