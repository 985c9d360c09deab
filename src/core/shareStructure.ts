import { nodeKey } from "./nodeTree.js";
import { isObject } from "./json.js";

/**
 * Returns `next`, in which every branch that equals its counterpart in `previous` is the
 * object of `previous`. So equal JSON keeps its identity, and React skips what has not
 * changed. Neither argument is mutated. Values that are not plain JSON are compared by
 * identity.
 *
 * @example
 * shareStructure(before, JSON.parse(text)) === before // nothing changed
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  left = MAX_COMPARED;
  try {
    return share(previous, next, 0) as T;
  } catch {
    // A getter or a proxy that throws as it is compared counts as changed.
    return next;
  }
}

/**
 * More objects count as changed. JSON of 10 MB has fewer; objects that contain themselves, or
 * others twice at each level, have any number.
 */
const MAX_COMPARED = 1_000_000;

/** How many objects may still be compared. */
let left = 0;

/** Branches below this depth count as changed, so that the stack does not overflow. */
const MAX_DEPTH = 500;

function share(previous: unknown, next: unknown, depth: number): unknown {
  if (Object.is(previous, next)) return previous;
  if (depth > MAX_DEPTH || !isContainer(previous) || !isContainer(next)) {
    return next;
  }
  if (--left < 0) return next;
  if (Array.isArray(next)) {
    return Array.isArray(previous)
      ? shareArray(previous, next, depth + 1)
      : next;
  }
  return Array.isArray(previous)
    ? next
    : shareObject(previous, next, depth + 1);
}

type Json = Record<string, unknown>;

function isContainer(value: unknown): value is Json | unknown[] {
  if (!isObject(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === Array.prototype;
}

function shareArray(previous: unknown[], next: unknown[], depth: number) {
  let byKey: Map<string, unknown> | undefined;
  let equal = previous.length === next.length;
  // A copy is made at the first branch that is kept, so equal lists and new ones are not copied.
  let result: unknown[] | undefined;
  for (let i = 0; i < next.length; i++) {
    const item = next[i];
    const counterpart = previous[i];
    let kept = counterpart;
    if (item !== counterpart) {
      const key = nodeKey(item);
      // Most updates move no item, so the others are looked up by key only where one has moved.
      let before = counterpart;
      if (key !== undefined && key !== nodeKey(counterpart)) {
        byKey ??= index(previous);
        if (byKey.size > 0) before = byKey.get(key);
      }
      kept = share(before, item, depth);
    }
    if (equal) {
      if (Object.is(kept, counterpart)) continue;
      equal = false;
      // All items before this one were equal.
      if (i > 0) result = previous.slice(0, i).concat(next.slice(i));
    }
    if (!Object.is(kept, item)) (result ??= next.slice())[i] = kept;
  }
  return equal ? previous : (result ?? next);
}

function shareObject(previous: Json, next: Json, depth: number) {
  let equal = true;
  let count = 0;
  let result: Json | undefined;
  for (const name in next) {
    count++;
    const value = next[name];
    const before = previous[name];
    const kept = value === before ? value : share(before, value, depth);
    if (equal) {
      // A key that was absent is `undefined` too, but it is not equal to one that is present.
      if (
        Object.is(kept, before) &&
        (kept !== undefined || Object.hasOwn(previous, name))
      ) {
        continue;
      }
      equal = false;
      result = keepEqual(previous, next, name);
    }
    if (!Object.is(kept, value)) put((result ??= { ...next }), name, kept);
  }
  if (!equal) return result ?? next;
  for (const _ in previous) count--;
  return count === 0 ? previous : (keepEqual(previous, next) ?? next);
}

/**
 * `next` with the branches of `previous` up to the name `end`, which are equal;
 * `undefined` if `next` has the same objects already.
 */
function keepEqual(previous: Json, next: Json, end?: string): Json | undefined {
  let result: Json | undefined;
  for (const name in next) {
    if (name === end) break;
    const kept = previous[name];
    if (!Object.is(kept, next[name])) put((result ??= { ...next }), name, kept);
  }
  return result;
}

/** A key "__proto__" is left as it is in the copy, because to assign it would set the prototype. */
function put(target: Json, name: string, value: unknown) {
  if (name !== "__proto__") target[name] = value;
}

function index(items: unknown[]): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (const item of items) {
    const key = nodeKey(item);
    if (key !== undefined) map.set(key, item);
  }
  return map;
}
