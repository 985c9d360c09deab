import { Fragment, Suspense, type ReactElement } from "react";
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
import { lookUp } from "./lookUp.js";
import { NodeBoundary } from "./NodeBoundary.js";
import { reportLost } from "./reportLost.js";

export interface RenderOptions {
  context: WidgetContextValue;
  /** Every node is mounted as a component: none is called. */
  mounts: boolean;
  /** Every node has an error boundary, as one has thrown. */
  isolated: boolean;
  /** Nodes that render again although their JSON is the same. */
  stale?: Pick<ReadonlySet<unknown>, "has">;
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
  rendered.children = renderChildren(
    json,
    // A host component may contain a provider, whose context only mounted nodes read.
    isCustom && !options.mounts ? { ...options, mounts: true } : options,
    // Children of another component were rendered in another way.
    isObject(last?.json) && last.json["type"] === type ? last.children : NONE,
  );
  const children = elementsOf(rendered.children);
  if (Type === undefined) {
    context.report(unknownType(json));
    if (children) rendered.element = create(Fragment, { children }, key);
    return;
  }
  if (!isCustom) {
    const count = Array.isArray(children) ? children.length : children ? 1 : 0;
    reportLost(json, count, context);
  }
  const { view } = Type as Partial<ViewComponent<unknown>>;
  if (view && !isCustom && !options.mounts) {
    const read = new PropReader(context, json, json);
    read.key = key;
    rendered.element = withKey(view(json, read, children), key);
    return;
  }
  const props: Record<string, unknown> = children ? { children } : {};
  for (const name in json) {
    const value = json[name];
    // `null` is absent.
    if (value !== null && !RESERVED.has(name)) props[name] = value;
  }
  // The address of a node is text, because it becomes an attribute.
  if ("id" in props) props["id"] = toKey(json["id"]);
  props["node"] = json;
  let element = create(Type, props, key);
  if (isCustom) {
    element = (
      <HostNode key={key} node={json}>
        {element}
      </HostNode>
    );
  }
  // A component of the host may throw while its props are to come: it alone waits then.
  const mayThrow = isCustom && context.renderProps().growth !== undefined;
  rendered.element =
    options.isolated || mayThrow ? (
      <NodeBoundary key={key} node={json} report={context.report}>
        {element}
      </NodeBoundary>
    ) : (
      element
    );
}

/** A host component that suspends is missing alone until it has what it waits for. */
function HostNode({ children }: { node: unknown; children: ReactElement }) {
  return <Suspense>{children}</Suspense>;
}

/** What a component gets as its children. */
function elementsOf(
  children: readonly RenderedNode[],
): ReactElement | ReactElement[] | undefined {
  if (children.length === 0) return undefined;
  const elements: ReactElement[] = [];
  for (const { element } of children) {
    if (element !== null) elements.push(element);
  }
  return elements.length > 1 ? elements : elements[0];
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
  if (!element || element.key === key) return element;
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
  const { growth } = options.context.renderProps();
  const keys = assignKeys(children, last, growth !== undefined);
  let lastByKey: Map<string, RenderedNode> | undefined;
  const rendered: RenderedNode[] = [];
  // `map` would leave out what is missing in a list with gaps.
  for (let i = 0; i < children.length; i++) {
    const key = keys?.[i] ?? last[i]!.key;
    let before = last[i];
    if (keys && last.length > 0 && before?.key !== key) {
      lastByKey ??= new Map(last.map((rendered) => [rendered.key, rendered]));
      before = lastByKey.get(key);
    }
    rendered.push(renderNode(children[i], options, before, key, json, i));
  }
  return rendered;
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
