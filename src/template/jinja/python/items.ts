import { spendItems } from "../budget.js";
import { fail } from "../error.js";
import { asNumber } from "./convert.js";
import { sameKind } from "./operators.js";
import { charactersOf } from "./text.js";
import {
  Dict,
  None,
  Range,
  Tuple,
  Undefined,
  type Value,
  asInteger,
  isText,
  textOf,
  typeName,
} from "./values.js";

/** The parts of `[start:stop:step]`. */
export type Slice = readonly (Value | undefined)[];

/** `object[key]`; `undefined` where Python fails with an error that Jinja2 treats as undefined. */
export function itemOf(object: Value, key: Value): Value | undefined {
  if (object instanceof Undefined) object.fail();
  if (object instanceof Dict) {
    if (Array.isArray(key) || key instanceof Dict) return undefined;
    return object.get(key);
  }
  const index = asInteger(key);
  if (index === undefined) return undefined;
  const at = (length: number) =>
    Number(index < 0n ? index + BigInt(length) : index);
  if (isText(object)) {
    const characters = charactersOf(textOf(object));
    const character = characters[at(characters.length)];
    return character === undefined ? undefined : sameKind(object, character);
  }
  if (Array.isArray(object)) return object[at(object.length)];
  if (object instanceof Tuple) return object.items[at(object.items.length)];
  if (object instanceof Range) {
    const i = at(object.length);
    return i >= 0 && i < object.length ? object.at(i) : undefined;
  }
  return undefined;
}

/** `object[start:stop:step]`, which Jinja2 leaves to Python, errors included. */
export function sliceOf(object: Value, slice: Slice): Value {
  if (object instanceof Undefined) object.fail();
  const text = isText(object);
  const items = text
    ? charactersOf(textOf(object))
    : object instanceof Tuple
      ? object.items
      : Array.isArray(object)
        ? object
        : undefined;
  if (object instanceof Range) return sliceRange(object, slice);
  if (items === undefined) {
    fail(`'${typeName(object)}' object cannot be sliced.`);
  }
  const { start, step, length } = indices(items.length, slice);
  if (!text) spendItems(length);
  const at = (i: number) => items[start + i * step]!;
  if (text) {
    const part =
      typeof items === "string" && step === 1
        ? items.slice(start, start + length)
        : Array.from({ length }, (_, i) => at(i) as string).join("");
    return sameKind(object, part);
  }
  const part = Array.from({ length }, (_, i) => at(i));
  return object instanceof Tuple ? new Tuple(part) : part;
}

function sliceRange(range: Range, slice: Slice): Value {
  const { start, stop, step } = indices(range.length, slice);
  return new Range(range.at(start), range.at(stop), range.step * BigInt(step));
}

/** The start of a slice, its step, and the number of its items. */
function indices(
  size: number,
  [startPart, stopPart, stepPart]: Slice,
): { start: number; stop: number; step: number; length: number } {
  const step =
    stepPart === undefined || stepPart === None ? 1 : asNumber(stepPart);
  if (step === 0) fail("slice step cannot be zero.");
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const bound = (part: Value | undefined, fallback: number) => {
    if (part === undefined || part === None) return fallback;
    const index = asNumber(part);
    return Math.min(Math.max(index < 0 ? index + size : index, low), high);
  };
  const start = bound(startPart, step > 0 ? low : high);
  const stop = bound(stopPart, step > 0 ? high : low);
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return { start, stop, step, length };
}

/** The start and the end that `find`, `count` and other methods have as arguments. */
export function bounds(
  size: number,
  start: Value | undefined,
  end: Value | undefined,
): [start: number, end: number] {
  const bound = (part: Value | undefined, fallback: number) => {
    if (part === undefined || part === None) return fallback;
    const index = asNumber(part);
    return index < 0 ? Math.max(0, index + size) : index;
  };
  return [bound(start, 0), Math.min(size, bound(end, size))];
}
