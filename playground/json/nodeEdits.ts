import { nodesOf } from "../nodes/nodeList.js";
import {
  applyEdit,
  insertItem,
  insertText,
  removeValue,
  setValue,
  swapItems,
  type TextEdit,
} from "./edits.js";
import { child, splitPointer } from "./pointer.js";
import { findValue } from "./syntax.js";

/** Where a node goes, seen from another one. */
export type Position = "before" | "after" | "inside";

/** An edit, and the pointer of the node that it leaves selected. */
export interface NodeEdit {
  edit: TextEdit;
  selected: string;
}

/** Adds a node before, after or as the last child of the one at `pointer`. */
export function insertNode(
  json: string,
  pointer: string,
  position: Position,
  node: unknown,
): NodeEdit | undefined {
  if (position === "inside") {
    const list = child(pointer, "children");
    const found = findValue(json, list);
    if (found?.kind === "object") return addBeside(json, list, 1, node);
    const index = found?.members.length ?? 0;
    const edit =
      found?.kind === "list"
        ? insertItem(json, list, index, node)
        : setValue(json, list, [node]);
    return result(edit, child(list, String(index)));
  }
  const [list, name] = splitPointer(pointer);
  const offset = position === "after" ? 1 : 0;
  if (name === "children") return addBeside(json, pointer, offset, node);
  const index = Number(name) + offset;
  return result(
    insertItem(json, list, index, node),
    child(list, String(index)),
  );
}

/** An only child without a list becomes one of two in a list. */
function addBeside(
  json: string,
  pointer: string,
  index: number,
  node: unknown,
): NodeEdit | undefined {
  const found = findValue(json, pointer);
  if (!found) return undefined;
  const only = JSON.parse(json.slice(found.from, found.to)) as unknown;
  const list = index === 0 ? [node, only] : [only, node];
  return result(setValue(json, pointer, list), child(pointer, String(index)));
}

/** The node before it, after it, or the one that has it is selected then. */
export function removeNode(
  json: string,
  pointer: string,
): NodeEdit | undefined {
  const [list, name] = splitPointer(pointer);
  const edit = removeValue(json, pointer);
  if (name === "children") return result(edit, list);
  const left = (findValue(json, list)?.members.length ?? 0) - 1;
  const [parent] = splitPointer(list);
  return result(
    edit,
    left > 0 ? child(list, String(Math.min(Number(name), left - 1))) : parent,
  );
}

/** Adds a copy after a node. What identifies nodes is left out of it, because the copy is another one. */
export function duplicateNode(
  json: string,
  pointer: string,
): NodeEdit | undefined {
  const found = findValue(json, pointer);
  if (!found || pointer === "") return undefined;
  let text = json.slice(found.from, found.to);
  for (const { path } of nodesOf(JSON.parse(text))) {
    for (const name of path === "" ? ["id", "key"] : ["id"]) {
      const edit = removeValue(text, child(path, name));
      if (edit) text = applyEdit(text, edit);
    }
  }
  const [list, name] = splitPointer(pointer);
  if (name === "children") return addBeside(json, pointer, 1, JSON.parse(text));
  const index = Number(name) + 1;
  return result(
    insertText(json, list, index, text),
    child(list, String(index)),
  );
}

/** Moves a node among its siblings, one up (-1) or one down (1). */
export function moveNode(
  json: string,
  pointer: string,
  by: -1 | 1,
): NodeEdit | undefined {
  const [list, name] = splitPointer(pointer);
  const index = Number(name);
  const edit = swapItems(json, list, by < 0 ? index - 1 : index);
  return result(edit, child(list, String(index + by)));
}

function result(
  edit: TextEdit | undefined,
  selected: string,
): NodeEdit | undefined {
  return edit && { edit, selected };
}
