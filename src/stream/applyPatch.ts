import { partsOf } from "../core/pointer.js";
import { isObject, type Json } from "../core/json.js";
import { growsIn, kindIn, type Kind } from "./growth.js";

/** An operation of RFC 6902. */
export interface Patch extends Json {
  op: string;
  path: string;
}

export function isPatch(json: object): json is Patch {
  const { op, path } = json as Json;
  return typeof op === "string" && typeof path === "string";
}

/** A path to a node, and the name of a property of it. */
const PATH = /^((?:\/children(?:\/(?:\d+|-))?)*)(?:\/([^/]+))?$/;

/**
 * What shows of the value of a patch while it is open: as much as of a value at that path
 * of a widget.
 */
export function kindOfPatch(path: string, isList: boolean): Kind {
  const match = PATH.exec(path);
  if (!match) return "whole";
  const [, nodes = "", name] = match;
  if (name !== undefined) return kindIn("node", name, {}, isList);
  return nodes.endsWith("n")
    ? kindIn("node", "children", {}, isList)
    : kindIn("children", name, {}, isList);
}

/** Whether the text that a patch sets shows while it is open. */
export function growsByPatch(path: string): boolean {
  return growsIn("node", PATH.exec(path)?.[2] ?? "");
}

/**
 * Returns `json` after a patch. What the patch does not touch keeps its identity.
 * Throws if the patch cannot be applied.
 */
export function applyPatch(json: unknown, patch: Patch): unknown {
  const { op, path, from, value } = patch;
  if (op === "remove") return change(json, path);
  if (op === "test" && isEqual(get(path), value)) return json;
  if ((op === "add" || op === "replace") && value !== undefined) {
    return change(json, path, value);
  }
  if ((op === "copy" || op === "move") && typeof from === "string") {
    const found = get(from);
    return change(op === "move" ? change(json, from) : json, path, found);
  }
  return fail();

  /** Without `next`, what is at the path is removed. */
  function change(root: unknown, pointer: string, ...next: [unknown?]) {
    const keys = partsOf(pointer);
    return changeAt(root, 0);

    function changeAt(node: unknown, i: number): unknown {
      if (i === keys.length) return next[0];
      const isLast = i === keys.length - 1;
      const removes = isLast && next.length === 0;
      const adds = isLast && !removes && op !== "replace";
      const key = keyIn(node, keys[i]!, adds);
      if (Array.isArray(node)) {
        const index = key as number;
        const changed = removes ? [] : [changeAt(node[index], i + 1)];
        return node.toSpliced(index, adds ? 0 : 1, ...changed);
      }
      const copy = { ...(node as Json) };
      if (removes) delete copy[key];
      // A node without children has an empty list of them.
      else copy[key] = changeAt(copy[key] ?? (isLast ? null : []), i + 1);
      return copy;
    }
  }

  function get(pointer: string): unknown {
    let node = json;
    for (const key of partsOf(pointer)) {
      node = (node as Json)[keyIn(node, key, false)];
    }
    return node;
  }

  function keyIn(node: unknown, key: string, adds: boolean): string | number {
    if (Array.isArray(node)) {
      if (adds && key === "-") return node.length;
      const index = /^(?:0|[1-9]\d*)$/.test(key) ? +key : Infinity;
      if (index < node.length + Number(adds)) return index;
    } else if (
      isObject(node) &&
      key !== "__proto__" &&
      (adds || key === "children" || Object.hasOwn(node, key))
    ) {
      return key;
    }
    return fail();
  }

  function fail(): never {
    throw new Error(`The patch "${op}" at "${path}" fits nothing.`);
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => isEqual(a[name], b[name]))
  );
}
