/** The entry of a name from JSON; never one of the table's prototype. */
export function lookUp<T>(
  table: Readonly<Record<string, T>>,
  name: unknown,
): T | undefined {
  return typeof name === "string" && Object.hasOwn(table, name)
    ? table[name]
    : undefined;
}
