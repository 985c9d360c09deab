/** `value` without what is absent. */
export function defined<T extends object>(
  value: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, given]) => given != null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
