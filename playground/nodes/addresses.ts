import type { WidgetNode } from "../../src/index.js";
import { isRecord, toText } from "../../src/core/json.js";
import { nodeKey } from "../../src/core/nodeTree.js";
import { nodesOf, type ListedNode } from "./nodeList.js";

/** A widget whose nodes can be found on the page. */
export interface AddressedWidget {
  widget: WidgetNode;
  /** The elements of a node: its own, or those of what is in it where it has none. */
  elementsOf(root: ParentNode, path: string): Element[];
  /** The pointer of the innermost node that has an element in it. */
  pathOf(root: ParentNode, element: Element): string | undefined;
}

const ATTRIBUTE = "data-node-id";

/**
 * A copy whose nodes have an `id`, which the page shows as `data-node-id`. Their keys say what they said without
 * it, so that an edit keeps what is mounted and what the user typed.
 */
export function addressed(widget: unknown): AddressedWidget {
  const nodes = nodesOf(widget);
  const copies = new Map<object, unknown>();
  const ids = new Map<string, string>();
  const paths = new Map<string, string[]>();
  for (const node of nodes) {
    const id = idOf(node);
    if (id === undefined) continue;
    ids.set(node.path, id);
    const same = paths.get(id);
    if (same) same.push(node.path);
    else paths.set(id, [node.path]);
  }
  // From the end, so that the children of a node are copied before it.
  for (const { json, path } of nodes.toReversed()) {
    const { children } = json;
    const id = ids.get(path);
    copies.set(json, {
      ...json,
      ...(id !== undefined && { id, key: keyOf(json) }),
      ...(children != null && {
        children: Array.isArray(children)
          ? children.map(copyOf)
          : copyOf(children),
      }),
    });
  }
  return {
    widget: copyOf(widget) as WidgetNode,
    elementsOf(root, path) {
      const id = ids.get(path);
      const found =
        id === undefined
          ? []
          : Array.from(
              root.querySelectorAll(`[${ATTRIBUTE}="${CSS.escape(id)}"]`),
            );
      // An author may have given an id twice.
      const same = id === undefined ? [] : paths.get(id)!;
      if (found.length > 0) {
        return same.length > 1
          ? found.slice(same.indexOf(path)).slice(0, 1)
          : found.slice(0, 1);
      }
      // It has none, or is not shown: what is in it has all that there is of it.
      return Array.from(root.querySelectorAll(`[${ATTRIBUTE}]`)).filter(
        (element) => {
          const inner = paths.get(element.getAttribute(ATTRIBUTE) ?? "")?.[0];
          return inner?.startsWith(`${path}/`);
        },
      );
    },
    pathOf(root, element) {
      const found = element.closest(`[${ATTRIBUTE}]`);
      const id = found?.getAttribute(ATTRIBUTE);
      const same = id == null ? undefined : paths.get(id);
      if (!found || !same || same.length < 2) return same?.[0];
      const all = root.querySelectorAll(`[${ATTRIBUTE}="${CSS.escape(id!)}"]`);
      return same[Array.from(all).indexOf(found)];
    },
  };

  function copyOf(json: unknown): unknown {
    return isRecord(json) ? (copies.get(json) ?? json) : json;
  }
}

/** The author's `id`, else the pointer. */
function idOf({ json, path }: ListedNode): string | undefined {
  const { id, editable } = json;
  if (toText(id) !== "") return toText(id);
  // Its id or its key would be the name of its field.
  const isUnnamed =
    editable != null &&
    toText(editable) !== "false" &&
    !(isRecord(editable) && toText(editable["name"]) !== "");
  return isUnnamed ? undefined : `#${path}`;
}

/** What identifies a node without an id among its siblings, as the renderer finds it. */
function keyOf(json: Readonly<Record<string, unknown>>): string {
  const { type, name } = json;
  return (
    nodeKey(json) ??
    (typeof name === "string" ? `${toText(type)} ${name}` : toText(type))
  );
}
