import { isRecord } from "../../src/core/json.js";
import { childrenOf } from "../../src/core/nodeTree.js";
import { annotations } from "../../src/schema/annotations.js";
import { catalogue } from "../../src/schema/catalogue.js";
import samples from "../../scripts/reference/samples.json" with { type: "json" };
import type { Position } from "../json/nodeEdits.js";
import { nodesOf, type ListedNode } from "./nodeList.js";

/** A node type that can be inserted. */
export interface NewNode {
  type: string;
  description: string;
}

/** The node types in groups: what has children, what is a field of a form, all else. */
export function newNodes(): { group: string; nodes: NewNode[] }[] {
  const groups = new Map<string, NewNode[]>([
    ["Containers", []],
    ["Content", []],
    ["Fields", []],
  ]);
  for (const [type, { children, properties }] of Object.entries(
    catalogue().nodes,
  )) {
    const group = children
      ? "Containers"
      : isField(properties)
        ? "Fields"
        : "Content";
    const description = annotations().get(type)?.description ?? "";
    groups.get(group)!.push({ type, description });
  }
  return Array.from(groups, ([group, nodes]) => ({ group, nodes }));
}

function isField(properties: Readonly<Record<string, unknown>>): boolean {
  const { name } = properties;
  return isRecord(name) && name["$ref"] === "#/$defs/FieldName";
}

/** Where a node can go, seen from the selected one: a root has no siblings, a Transition has one child. */
export function positionsAt({ path, type, json }: ListedNode): Position[] {
  const { nodes } = catalogue();
  // A node that the library does not know may have children.
  const isParent = !Object.hasOwn(nodes, type) || nodes[type]!.children;
  const isFull = type === "Transition" && childrenOf(json).length > 0;
  return [
    ...(isParent && !isFull ? (["inside"] as const) : []),
    ...(path === "" ? [] : (["after", "before"] as const)),
  ];
}

/** The JSON of a new node: the sample of the reference, with names of fields that the widget does not have yet. */
export function jsonOfNew(type: string, widget: unknown): unknown {
  const sample = nodesOf((samples as Record<string, unknown>)[type]).find(
    (node) => node.type === type,
  );
  const taken = new Set(nodesOf(widget).map(({ json }) => json["name"]));
  const names = new Map<unknown, string>();
  for (const { json, type } of nodesOf(sample?.json)) {
    const { name } = json;
    if (typeof name !== "string" || !taken.has(name)) continue;
    if (!isField(catalogue().nodes[type]?.properties ?? {})) continue;
    let number = 2;
    while (taken.has(`${name}-${number}`)) number++;
    names.set(name, `${name}-${number}`);
  }
  return renamed(sample?.json ?? { type }, names);
}

function renamed(json: unknown, names: ReadonlyMap<unknown, string>): unknown {
  if (Array.isArray(json)) return json.map((one) => renamed(one, names));
  if (!isRecord(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === "name" || key === "fieldName"
        ? (names.get(value) ?? value)
        : renamed(value, names),
    ]),
  );
}
