/** Values of this length are tested in no time, whatever the pattern is. */
export const ALWAYS_TESTED = 20;

/**
 * Whether the whole `value` matches `pattern`, as in `<input pattern>`: an empty value
 * matches, and if the pattern is no regular expression, every value does.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  if (pattern === "" || value === "") return true;
  const flag = patternFlag(pattern);
  return !flag || new RegExp(`^(?:${pattern})$`, flag).test(value);
}

/**
 * The flag with which a pattern is a regular expression: `v`, as browsers compile the
 * attribute, or `u`, which many older patterns need; `undefined` if it is none.
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
