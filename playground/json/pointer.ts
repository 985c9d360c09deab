import { pointer as child } from "../../src/schema/snapshot.js";

export { child };

/** The names that a JSON pointer goes through: `"/children/0"` → `["children", "0"]`. */
export function partsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer to what has the value, and the name of the value in it. */
export function splitPointer(pointer: string): [parent: string, name: string] {
  return [
    pointer.slice(0, pointer.lastIndexOf("/")),
    partsOf(pointer).at(-1) ?? "",
  ];
}

/** The value at a pointer, `undefined` where there is none. */
export function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const name of partsOf(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
