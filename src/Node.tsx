import {
  cloneElement,
  Component,
  Fragment,
  type ReactElement,
  type ReactNode,
} from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import type { Host, NodeComponent } from "./context.js";
import { nodes, plain } from "./nodes/index.js";
import { childrenOf, handleOf, isObject, nameOf, toText } from "./core/tree.js";

/** What drawing a tree takes. A new one forgets the elements drawn before. */
export interface Drawing {
  host: Host;
  /** Every node is mounted: none is called. */
  mounts: boolean;
  /** After a crash every node stands in a boundary of its own. */
  isolated: boolean;
  /**
   * The element of each JSON node. Equal JSON is the same object
   * (`shareStructure`), gives the same element, and React skips it.
   */
  elements: WeakMap<object, ReactElement | null>;
}

/** Not properties of a node, or of React instead: never handed to a component. */
const RESERVED = new Set(["type", "key", "children", "ref", "__proto__"]);

/**
 * A JSON node as an element of its component, children first. `place` tells it
 * from its siblings where the author gives it no handle.
 */
export function drawNode(
  json: unknown,
  drawing: Drawing,
  place?: string,
): ReactElement | null {
  if (json == null || typeof json === "boolean") return null;
  if (typeof json !== "object" || Array.isArray(json)) {
    drawing.host.report({
      code: "invalid-widget",
      message: `A widget is an object with a "type"; ${describe(json)} is not, and nothing is drawn for it.`,
      node: json,
    });
    return null;
  }
  const known = drawing.elements.get(json);
  if (known === null || (known && known.key === (place ?? null))) return known;
  const element = known
    ? cloneElement(known, { key: place })
    : createNode(json as Record<string, unknown>, drawing, place);
  drawing.elements.set(json, element);
  return element;
}

function createNode(
  json: Record<string, unknown>,
  drawing: Drawing,
  key: string | undefined,
): ReactElement | null {
  const { type } = json;
  const { components } = drawing.host.settings;
  const isCustom = typeof type === "string" && Object.hasOwn(components, type);
  const Type = entry<NodeComponent>(isCustom ? components : nodes, type);
  const props: Record<string, unknown> = {};
  const children = drawChildren(
    json,
    // In a component of the host's there may be a provider.
    isCustom && !drawing.mounts ? { ...drawing, mounts: true } : drawing,
  );
  if (children.length > 0) {
    props["children"] = children.length === 1 ? children[0] : children;
  }
  if (Type === undefined) {
    drawing.host.report(unknown(json));
    return children.length > 0 ? create(Fragment, props, key) : null;
  }
  for (const name in json) {
    const value = json[name];
    // `null` is absent.
    if (value !== null && !RESERVED.has(name)) props[name] = value;
  }
  // The address of a node is text, and so goes into the DOM.
  if ("id" in props) props["id"] = nameOf(json["id"]);
  props["node"] = json;
  const plainNode =
    isCustom || drawing.mounts ? undefined : entry<PlainNode>(plain, type);
  if (plainNode) {
    try {
      return keyed(plainNode(props), key);
    } catch {
      // Mounted, it throws where somebody catches it.
    }
  }
  const element = create(Type, props, key);
  return drawing.isolated ? (
    <NodeBoundary key={key} node={json} report={drawing.host.report}>
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
  key: string | undefined,
): ReactElement {
  return (Array.isArray(props["children"]) ? jsxs : jsx)(type, props, key);
}

/** A node that is called: it gives its element itself. */
// oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
type PlainNode = (props: any) => ReactElement | null;

/** A new element under its key; `cloneElement` would copy what it holds. */
function keyed(element: ReactElement | null, key: string | undefined) {
  if (!element) return null;
  const props = element.props as Record<string, unknown>;
  return create(
    element.type as NodeComponent,
    // React freezes them in development, and then writes a key into them.
    Object.isExtensible(props) ? props : { ...props },
    key,
  );
}

function drawChildren(json: object, drawing: Drawing): ReactElement[] {
  const drawn: ReactElement[] = [];
  const children = childrenOf(json);
  const counts = children.length > 1 ? new Map<string, number>() : undefined;
  for (const child of children) {
    const place = placeOf(child);
    const count = counts?.get(place) ?? 0;
    counts?.set(place, count + 1);
    const element = drawNode(
      child,
      drawing,
      // Also for two siblings of one key: an author's slip drops none of them.
      count === 0 ? place : `${place} ${count}`,
    );
    if (element !== null) drawn.push(element);
  }
  return drawn;
}

/**
 * What a node is known by among its siblings: the author's `key` or `id`, else
 * its type and the name of its field. A text that appears above a form must not
 * cost what was typed in it.
 */
function placeOf(node: unknown): string {
  const handle = handleOf(node);
  if (handle !== undefined || !isObject(node)) return handle ?? "";
  const { type, name } = node;
  return `<${toText(type)}${typeof name === "string" ? ` ${name}` : ""}`;
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
        message: `A node needs a "type", which is ${describe(type)} here; its children are drawn in its place.`,
        node: json,
      };
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === undefined || value === null
    ? String(value)
    : `the ${typeof value} ${JSON.stringify(value)?.slice(0, 40)}`;
}

interface BoundaryProps {
  node: unknown;
  report: Host["report"];
  children: ReactNode;
}

/** A node that throws disappears alone, and comes back when its JSON changes. */
class NodeBoundary extends Component<BoundaryProps, { failed: unknown }> {
  override state = { failed: undefined as unknown };

  static getDerivedStateFromError() {
    return { failed: NodeBoundary };
  }

  static getDerivedStateFromProps(
    { node }: BoundaryProps,
    { failed }: { failed: unknown },
  ) {
    // The class marks the crash; the node that crashed is remembered for it.
    if (failed === NodeBoundary) return { failed: node };
    return failed !== undefined && failed !== node
      ? { failed: undefined }
      : null;
  }

  override componentDidCatch(cause: unknown) {
    const { node, report } = this.props;
    report({
      code: "render",
      message: `A node of type "${toText((node as { type?: unknown }).type)}" failed to draw and was left out: ${cause instanceof Error ? cause.message : String(cause)}`,
      node,
      cause,
    });
  }

  override render() {
    return this.state.failed === undefined ? this.props.children : null;
  }
}
