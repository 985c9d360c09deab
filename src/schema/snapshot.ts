import { isObject, type Json } from "../core/json.js";

/** A widget of 50,000 nodes has fewer values. */
const MAX_VALUES = 1_000_000;

/** Levels of objects and lists: 64 levels of nodes are 128, and values have some below them. */
const MAX_LEVELS = 200;

/** Where JSON could not be copied, and why. */
export type SnapshotFault = (
  kind: "unreadable" | "cycle" | "depth" | "size",
  path: string,
) => void;

/**
 * A copy of what JSON would keep. Getters and proxies that throw, cycles, and what is too deep or
 * too large are left out and reported, so that who walks the copy needs no care.
 */
export function snapshot(json: unknown, onFault: SnapshotFault): unknown {
  const open = new Set<unknown>();
  const path: (string | number)[] = [];
  let left = MAX_VALUES;
  return copy(json);

  function fault(kind: Parameters<SnapshotFault>[0]) {
    onFault(kind, path.map((part) => pointer("", part)).join(""));
    return undefined;
  }

  function copy(value: unknown): unknown {
    if (--left < 0) return left === -1 ? fault("size") : undefined;
    if (!isObject(value)) {
      return /^[fbsu](?:unction|igint|ymbol|ndefined)$/.test(typeof value)
        ? undefined
        : value;
    }
    if (open.has(value)) return fault("cycle");
    if (path.length >= MAX_LEVELS) return fault("depth");
    open.add(value);
    let result: unknown;
    try {
      result = Array.isArray(value) ? copyList(value) : copyRecord(value);
    } catch {
      fault("unreadable");
    }
    open.delete(value);
    return result;
  }

  function copyList(list: readonly unknown[]): unknown[] {
    const result: unknown[] = [];
    for (let i = 0; i < list.length; i++) {
      if (left < 0) break;
      // `undefined` in a list is `null` in JSON, which keeps the positions.
      result.push(copyPart(list, i) ?? null);
    }
    return result;
  }

  function copyRecord(record: Json): Json {
    const result: Json = {};
    for (const name of Object.keys(record)) {
      if (left < 0) break;
      // An assignment to it would set the prototype.
      if (name === "__proto__") continue;
      const value = copyPart(record, name);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }

  function copyPart(from: object, name: string | number): unknown {
    const before = path.length;
    path.push(name);
    try {
      return copy((from as Json)[name]);
    } catch {
      return fault("unreadable");
    } finally {
      path.length = before;
    }
  }
}

/** A JSON pointer to a part of what `path` points to. */
export function pointer(path: string, part: string | number): string {
  return `${path}/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
