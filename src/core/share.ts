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
  const byHandle = index(previous);
  let equal = previous.length === next.length;
  let shared = false;
  const result = next.map((item, i) => {
    const before = counterpart(byHandle, previous, item, i);
    const kept = share(before, item, depth);
    if (kept !== item) shared = true;
    if (!Object.is(kept, previous[i])) equal = false;
    return kept;
  });
  return equal ? previous : shared ? result : next;
}

function shareObject(
  previous: Record<string, unknown>,
  next: Record<string, unknown>,
  depth: number,
) {
  const names = Object.keys(next);
  let equal = names.length === Object.keys(previous).length;
  let shared = false;
  const values = names.map((name) => {
    const known = Object.hasOwn(previous, name);
    const before = known ? previous[name] : undefined;
    const kept = share(before, next[name], depth);
    if (!Object.is(kept, next[name])) shared = true;
    if (!known || !Object.is(kept, before)) equal = false;
    return kept;
  });
  if (equal) return previous;
  // `fromEntries` defines own properties: a "__proto__" key stays a key.
  return shared
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

function index(items: unknown[]): Map<string, unknown> | undefined {
  let map: Map<string, unknown> | undefined;
  for (const item of items) {
    const handle = handleOf(item);
    if (handle !== undefined) (map ??= new Map()).set(handle, item);
  }
  return map;
}

function counterpart(
  byHandle: Map<string, unknown> | undefined,
  previous: unknown[],
  item: unknown,
  i: number,
): unknown {
  const handle = byHandle && handleOf(item);
  return handle === undefined ? previous[i] : byHandle?.get(handle);
}
