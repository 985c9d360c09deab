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
  const flag = patternFlag(pattern);
  return !flag || new RegExp(`^(?:${pattern})$`, flag).test(value);
}

/**
 * What a pattern is correct with: `v`, which browsers compile the attribute with,
 * or `u` alone, as many older ones are; `undefined` if it is no regular expression.
 */
export function patternFlag(pattern: string): "v" | "u" | undefined {
  return (["v", "u"] as const).find((flag) => {
    try {
      // Alone: an unbalanced `)` must not pair with a group around it.
      return new RegExp(pattern, flag);
    } catch {
      return false;
    }
  });
}
