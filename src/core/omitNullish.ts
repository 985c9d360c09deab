/** `value` without what is absent. */
export function omitNullish<T extends object>(
  value: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  if (value == null) return kept;
  for (const name of Object.keys(value) as (keyof T)[]) {
    const given = value[name];
    if (given != null) kept[name] = given;
  }
  return kept;
}
