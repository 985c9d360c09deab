/** The name that a part of a JSON pointer is: `"a~1b"` → `"a/b"`. */
export function nameOf(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The names that a JSON pointer goes through: `"/children/0"` → `["children", "0"]`. */
export function partsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map(nameOf);
}

/** The value at a JSON pointer, `undefined` where there is none. */
export function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const name of partsOf(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
