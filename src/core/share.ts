import { isObject } from "./tree.js";

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

type Container = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Container {
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
    if (Object.is(there, item)) continue;
    const handle = handleOf(item);
    // Mostly nothing has moved; only then is everything looked up.
    let before = there;
    if (handle !== undefined && handle !== handleOf(there)) {
      byHandle ??= index(previous);
      if (byHandle.size > 0) before = byHandle.get(handle);
    }
    const kept = share(before, item, depth);
    if (!Object.is(kept, item)) (result ??= next.slice())[i] = kept;
    if (!Object.is(kept, there)) equal = false;
  }
  return equal ? previous : (result ?? next);
}

function shareObject(
  previous: Record<string, unknown>,
  next: Record<string, unknown>,
  depth: number,
) {
  const names = Object.keys(next);
  let equal = names.length === Object.keys(previous).length;
  let values: unknown[] | undefined;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const value = next[name];
    const known = Object.hasOwn(previous, name);
    const before = known ? previous[name] : undefined;
    if (known && Object.is(before, value)) continue;
    const kept = share(before, value, depth);
    if (!Object.is(kept, value)) {
      (values ??= names.map((name) => next[name]))[i] = kept;
    }
    if (!known || !Object.is(kept, before)) equal = false;
  }
  if (equal) return previous;
  // `fromEntries` defines own properties: a "__proto__" key stays a key.
  return values
    ? Object.fromEntries(names.map((name, i) => [name, values[i]]))
    : next;
}

/** `key ?? id` is an author's handle: a moved row still finds itself. */
function handleOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const { key, id } = item;
  const handle = key ?? id;
  return typeof handle === "string" ? handle : undefined;
}

function index(items: unknown[]): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (const item of items) {
    const handle = handleOf(item);
    if (handle !== undefined) map.set(handle, item);
  }
  return map;
}
