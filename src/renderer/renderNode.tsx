import { Fragment, type ReactElement } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import type { NodeComponent } from "../context/settings.js";
import { describe, isObject, isRecord } from "../core/json.js";
import { childrenOf, toKey } from "../core/nodeTree.js";
import { nodes, plain } from "../nodes/index.js";
import { NodeBoundary } from "./NodeBoundary.js";
import { assignKeys } from "./assignKeys.js";

/** What drawing a tree takes. */
export interface RenderOptions {
  context: WidgetContextValue;
  /** Every node is mounted: none is called. */
  mounts: boolean;
  /** After a crash every node stands in a boundary of its own. */
  isolated: boolean;
}

/**
 * A node as it was drawn, for the next drawing. Equal JSON is the same object
 * (`shareStructure`), gives the same element, and React skips it.
 */
export interface RenderedNode {
  json: unknown;
  /** What it is known by among its siblings. */
  key: string;
  element: ReactElement | null;
  children: readonly RenderedNode[];
}

const NONE: readonly RenderedNode[] = [];

/** Not properties of a node, or of React instead: never handed to a component. */
const RESERVED = new Set(["type", "key", "children", "ref", "__proto__"]);

/**
 * A JSON node as an element of its component, children first; `last` is what the
 * same drawing gave for it before. `place` tells it from its siblings.
 */
export function renderNode(
  json: unknown,
  drawing: RenderOptions,
  last?: RenderedNode,
  place = "",
): RenderedNode {
  if (last?.json === json && last?.key === place) return last;
  const drawn: RenderedNode = {
    json,
    key: place,
    element: null,
    children: NONE,
  };
  if (json == null || typeof json === "boolean") return drawn;
  if (!isRecord(json)) {
    drawing.context.report({
      code: "invalid-widget",
      message: `A widget is an object with a "type"; ${describe(json)} is not, and nothing is drawn for it. ${HINT}`,
      node: json,
    });
    return drawn;
  }
  createNode(json, drawing, drawn, last);
  return drawn;
}

function createNode(
  json: Record<string, unknown>,
  drawing: RenderOptions,
  drawn: RenderedNode,
  last: RenderedNode | undefined,
) {
  const { type } = json;
  const { key: place } = drawn;
  const { components } = drawing.context.settings;
  const isCustom = typeof type === "string" && Object.hasOwn(components, type);
  const Type = entry<NodeComponent>(isCustom ? components : nodes, type);
  const props: Record<string, unknown> = {};
  drawn.children = renderChildren(
    json,
    // In a component of the host's there may be a provider.
    isCustom && !drawing.mounts ? { ...drawing, mounts: true } : drawing,
    // In another component they are other ones.
    isObject(last?.json) && last.json["type"] === type ? last.children : NONE,
  );
  const children: ReactElement[] = [];
  for (const { element } of drawn.children) {
    if (element !== null) children.push(element);
  }
  if (children.length > 0) {
    props["children"] = children.length === 1 ? children[0] : children;
  }
  if (Type === undefined) {
    drawing.context.report(unknown(json));
    if (children.length > 0) drawn.element = create(Fragment, props, place);
    return;
  }
  for (const name in json) {
    const value = json[name];
    // `null` is absent.
    if (value !== null && !RESERVED.has(name)) props[name] = value;
  }
  // The address of a node is text, and so goes into the DOM.
  if ("id" in props) props["id"] = toKey(json["id"]);
  props["node"] = json;
  const plainNode =
    isCustom || drawing.mounts ? undefined : entry<PlainNode>(plain, type);
  if (plainNode) {
    try {
      drawn.element = keyed(plainNode(props), place);
      return;
    } catch {
      // Mounted, it throws where somebody catches it.
    }
  }
  const element = create(Type, props, place);
  drawn.element = drawing.isolated ? (
    <NodeBoundary key={place} node={json} report={drawing.context.report}>
      {element}
    </NodeBoundary>
  ) : (
    element
  );
}

/** What a table has under a name from JSON, and not from its prototype. */
function entry<T>(
  table: Readonly<Record<string, T>>,
  name: unknown,
): T | undefined {
  return typeof name === "string" && Object.hasOwn(table, name)
    ? table[name]
    : undefined;
}

/** `jsxs` marks the children as a fixed list: no keys are asked for. */
function create(
  type: NodeComponent | typeof Fragment,
  props: Record<string, unknown>,
  key: string,
): ReactElement {
  return (Array.isArray(props["children"]) ? jsxs : jsx)(type, props, key);
}

/** A node that is called: it gives its element itself. */
// oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
type PlainNode = (props: any) => ReactElement | null;

/** A new element under its key; `cloneElement` would copy what it holds. */
function keyed(element: ReactElement | null, key: string) {
  if (!element) return null;
  const props = element.props as Record<string, unknown>;
  return create(
    element.type as NodeComponent,
    // React freezes them in development, and then writes a key into them.
    Object.isExtensible(props) ? props : { ...props },
    key,
  );
}

function renderChildren(
  json: object,
  drawing: RenderOptions,
  last: readonly RenderedNode[],
): readonly RenderedNode[] {
  const children = childrenOf(json);
  if (children.length === 0) return NONE;
  const places = assignKeys(children, last);
  let moved: Map<string, RenderedNode> | undefined;
  return children.map((child, i) => {
    const place = places?.[i] ?? last[i]!.key;
    let before = last[i];
    if (places && last.length > 0 && before?.key !== place) {
      moved ??= new Map(last.map((drawn) => [drawn.key, drawn]));
      before = moved.get(place);
    }
    return renderNode(child, drawing, before, place);
  });
}

function unknown(json: Record<string, unknown>) {
  const { type } = json;
  return typeof type === "string"
    ? {
        code: "unknown-node" as const,
        message: `No component draws nodes of type "${type.slice(0, 80)}"; its children are drawn in its place. Pass one in "components", or correct the type.`,
        node: json,
      }
    : {
        code: "invalid-widget" as const,
        message: `A node needs a "type", which is ${describe(type)} here; its children are drawn in its place. ${HINT}`,
        node: json,
      };
}

/** What is missing most often where JSON is no widget yet. */
const HINT =
  "JSON as text needs JSON.parse first, a .widget file renderWidgetTemplate.";
