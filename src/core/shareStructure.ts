import { nodeKey } from "./nodeTree.js";
import { isObject } from "./json.js";

/**
 * `next`, with every branch that equals its counterpart in `previous` taken
 * from `previous`. Equal JSON keeps its identity, so React skips what did not
 * change. Neither argument is mutated; what is not plain JSON is compared by
 * identity.
 *
 * @example
 * shareStructure(before, JSON.parse(text)) === before // nothing changed
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  return share(previous, next, 0) as T;
}

/** Deeper than this, branches are taken as new: the stack must not overflow. */
const MAX_DEPTH = 500;

function share(previous: unknown, next: unknown, depth: number): unknown {
  if (Object.is(previous, next)) return previous;
  if (depth > MAX_DEPTH || !isContainer(previous) || !isContainer(next)) {
    return next;
  }
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
  let byHandle: Map<string, unknown> | undefined;
  let equal = previous.length === next.length;
  // Copied at the first branch that is kept: what is equal, or all new, is not.
  let result: unknown[] | undefined;
  for (let i = 0; i < next.length; i++) {
    const item = next[i];
    const there = previous[i];
    let kept = there;
    if (item !== there) {
      const handle = nodeKey(item);
      // Mostly nothing has moved; only then is everything looked up.
      let before = there;
      if (handle !== undefined && handle !== nodeKey(there)) {
        byHandle ??= index(previous);
        if (byHandle.size > 0) before = byHandle.get(handle);
      }
      kept = share(before, item, depth);
    }
    if (equal) {
      if (Object.is(kept, there)) continue;
      equal = false;
      // All before it was equal.
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
      // What was not there is `undefined` as well, but no key that counts.
      if (
        Object.is(kept, before) &&
        (kept !== undefined || Object.hasOwn(previous, name))
      ) {
        continue;
      }
      equal = false;
      result = takeOver(previous, next, name);
    }
    if (!Object.is(kept, value)) put((result ??= { ...next }), name, kept);
  }
  if (!equal) return result ?? next;
  for (const _ in previous) count--;
  return count === 0 ? previous : (takeOver(previous, next) ?? next);
}

/**
 * `next` with the branches of `previous`, which are equal up to the name `end`;
 * `undefined` where there are none.
 */
function takeOver(previous: Json, next: Json, end?: string): Json | undefined {
  let result: Json | undefined;
  for (const name in next) {
    if (name === end) break;
    const kept = previous[name];
    if (!Object.is(kept, next[name])) put((result ??= { ...next }), name, kept);
  }
  return result;
}

/** A "__proto__" of the JSON stays a key of its own, as it came. */
function put(target: Json, name: string, value: unknown) {
  if (name !== "__proto__") target[name] = value;
}

function index(items: unknown[]): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (const item of items) {
    const handle = nodeKey(item);
    if (handle !== undefined) map.set(handle, item);
  }
  return map;
}
