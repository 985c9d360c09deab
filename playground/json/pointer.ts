import { partsOf, valueAt } from "../../src/core/pointer.js";
import { pointer as child } from "../../src/schema/snapshot.js";

export { child, partsOf, valueAt };

/** The pointer to what has the value, and the name of the value in it. */
export function splitPointer(pointer: string): [parent: string, name: string] {
  return [
    pointer.slice(0, pointer.lastIndexOf("/")),
    partsOf(pointer).at(-1) ?? "",
  ];
}
