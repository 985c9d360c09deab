import { Fragment, type ReactElement } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import * as messages from "../context/messages.js";
import { PropReader } from "../context/propReader.js";
import type { NodeComponent } from "../context/settings.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { isObject, isRecord } from "../core/json.js";
import { childrenOf, toKey } from "../core/nodeTree.js";
import { nodes } from "../nodes/index.js";
import type { ViewComponent } from "../ui/defineView.js";
import type { WidgetError } from "../types.js";
import { assignKeys } from "./assignKeys.js";
import { NodeBoundary } from "./NodeBoundary.js";

export interface RenderOptions {
  context: WidgetContextValue;
  /** Every node is mounted as a component: none is called. */
  mounts: boolean;
  /** Every node has an error boundary, as one has thrown. */
  isolated: boolean;
  /** Nodes that render again although their JSON is the same. */
  stale?: ReadonlySet<unknown>;
  /** Gets what replaces the JSON of a node that is rendered again. */
  successors?: WeakMap<object, unknown>;
}

/**
 * A node as it was rendered, kept for the next render. Equal JSON is the same
 * object (`shareStructure`), gives the same element, and React skips it.
 */
export interface RenderedNode {
  json: unknown;
  /** Unique among its siblings. */
  key: string;
  element: ReactElement | null;
  children: readonly RenderedNode[];
}

const NONE: readonly RenderedNode[] = [];

/** These are no props, or are props of React: they never reach a component. */
const RESERVED = new Set(["type", "key", "children", "ref", "__proto__"]);

/**
 * Renders a JSON node as an element of its component, children first. `last` is
 * what the last render with the same options gave for it.
 */
export function renderNode(
  json: unknown,
  options: RenderOptions,
  last?: RenderedNode,
  key = "",
  parent?: Record<string, unknown>,
  index = 0,
): RenderedNode {
  if (last?.json === json && last?.key === key && !options.stale?.has(json)) {
    return last;
  }
  const rendered: RenderedNode = { json, key, element: null, children: NONE };
  if (isObject(last?.json) && last.json !== json) {
    options.successors?.set(last.json, json);
  }
  if (json == null || typeof json === "boolean") return rendered;
  if (!isRecord(json)) {
    // A text is found by its parent, as the same text may be in another one.
    const below = Array.isArray(parent?.["children"]) ? `/${index}` : "";
    options.context.report(
      {
        code: "invalid-widget",
        message: messages.noNode(json),
        node: parent ?? json,
      },
      parent && `/children${below}`,
    );
    return rendered;
  }
  renderRecord(json, options, rendered, last);
  return rendered;
}

function renderRecord(
  json: Record<string, unknown>,
  options: RenderOptions,
  rendered: RenderedNode,
  last: RenderedNode | undefined,
) {
  const { type } = json;
  const { key } = rendered;
  const { context } = options;
  const { components } = context.settings;
  const isCustom = typeof type === "string" && Object.hasOwn(components, type);
  const Type = lookUp<NodeComponent>(isCustom ? components : nodes, type);
  const props: Record<string, unknown> = {};
  rendered.children = renderChildren(
    json,
    // A host component may contain a provider, whose context only mounted nodes read.
    isCustom && !options.mounts ? { ...options, mounts: true } : options,
    // Children of another component were rendered in another way.
    isObject(last?.json) && last.json["type"] === type ? last.children : NONE,
  );
  const children: ReactElement[] = [];
  for (const { element } of rendered.children) {
    if (element !== null) children.push(element);
  }
  if (children.length > 0) {
    props["children"] = children.length === 1 ? children[0] : children;
  }
  if (Type === undefined) {
    context.report(unknownType(json));
    if (children.length > 0) rendered.element = create(Fragment, props, key);
    return;
  }
  for (const name in json) {
    const value = json[name];
    // `null` is absent.
    if (value !== null && !RESERVED.has(name)) props[name] = value;
  }
  if (!isCustom) reportLost(json, children.length, context);
  // The address of a node is text, because it becomes an attribute.
  if ("id" in props) props["id"] = toKey(json["id"]);
  props["node"] = json;
  const { view } = Type as Partial<ViewComponent<unknown>>;
  if (view && !isCustom && !options.mounts) {
    const element = view(props, new PropReader(context, props, json));
    rendered.element = withKey(element, key);
    return;
  }
  const element = create(Type, props, key);
  rendered.element = options.isolated ? (
    <NodeBoundary key={key} node={json} report={context.report}>
      {element}
    </NodeBoundary>
  ) : (
    element
  );
}

/** The types of nodes that render their children. */
const CONTAINERS = /^(?:Basic|Box|Card|Col|Form|List|Row|Table|Transition)/;

/** Properties whose objects may have a `type` that is no node's; a builder exports `series` as nodes. */
const OBJECTS = /^(?:data|options|series|status|confirm|cancel|.*Action)$/;

/** What authors call a text inside a container. */
const TEXTS = /^(?:value|text|content|body|label|title|child|header|message)$/;

/**
 * Reports what would be missing without a word: children of a node that renders
 * none, or one, nodes in a property other than `children`, and a text in place of children.
 */
function reportLost(
  node: Record<string, unknown>,
  childCount: number,
  context: WidgetContextValue,
) {
  const type = node["type"] as string;
  const most = type === "Transition" ? 1 : CONTAINERS.test(type) ? Infinity : 0;
  for (const name in node) {
    const value = node[name];
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    const isLost =
      name === "children"
        ? childCount > most
        : isObject(inner)
          ? !OBJECTS.test(name) &&
            (lookUp(nodes, inner["type"]) ??
              lookUp(context.settings.components, inner["type"]))
          : value &&
            typeof value === "string" &&
            most > 0 &&
            childCount === 0 &&
            TEXTS.test(name);
    if (isLost) {
      new PropReader(context, node, node).report(
        name,
        'is not all rendered: nodes, and a text as a Text, are "children" of a container, one in a Transition.',
      );
    }
  }
}

/** The entry of a name from JSON; never one of the table's prototype. */
function lookUp<T>(
  table: Readonly<Record<string, T>>,
  name: unknown,
): T | undefined {
  return typeof name === "string" && Object.hasOwn(table, name)
    ? table[name]
    : undefined;
}

/** `jsxs` marks the children as a fixed list: React asks for no keys. */
function create(
  type: NodeComponent | typeof Fragment,
  props: Record<string, unknown>,
  key: string,
): ReactElement {
  return (Array.isArray(props["children"]) ? jsxs : jsx)(type, props, key);
}

/** The element with another key. `cloneElement` would copy its props as well. */
function withKey(element: ReactElement | null, key: string) {
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
  json: Record<string, unknown>,
  options: RenderOptions,
  last: readonly RenderedNode[],
): readonly RenderedNode[] {
  const children = childrenOf(json);
  if (children.length === 0) return NONE;
  const keys = assignKeys(children, last);
  let lastByKey: Map<string, RenderedNode> | undefined;
  return children.map((child, i) => {
    const key = keys?.[i] ?? last[i]!.key;
    let before = last[i];
    if (keys && last.length > 0 && before?.key !== key) {
      lastByKey ??= new Map(last.map((rendered) => [rendered.key, rendered]));
      before = lastByKey.get(key);
    }
    return renderNode(child, options, before, key, json, i);
  });
}

function unknownType(json: Record<string, unknown>): WidgetError {
  const { type } = json;
  return typeof type === "string"
    ? {
        code: "unknown-node",
        message: messages.unknownType(type),
        node: json,
      }
    : { code: "invalid-widget", message: messages.noType(type), node: json };
}
