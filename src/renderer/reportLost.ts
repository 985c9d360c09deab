import * as messages from "../context/messages.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { isObject } from "../core/json.js";
import { nodes } from "../nodes/index.js";
import { lookUp } from "./lookUp.js";

type Nodes = typeof nodes;

/** The types of nodes that render their children, as their props say. */
type Container = {
  [Type in keyof Nodes]: "children" extends keyof Parameters<Nodes[Type]>[0]
    ? Type
    : never;
}[keyof Nodes];

/** How many children they render. */
const MOST: Record<Container, number> = {
  Basic: Infinity,
  Box: Infinity,
  Card: Infinity,
  Col: Infinity,
  Form: Infinity,
  ListView: Infinity,
  ListViewItem: Infinity,
  Row: Infinity,
  Table: Infinity,
  "Table.Cell": Infinity,
  "Table.Row": Infinity,
  Transition: 1,
};

/** Properties whose objects may have a `type` that is no node's; a builder exports `series` as nodes. */
const OBJECTS = /^(?:data|options|series|status|confirm|cancel|.*Action)$/;

/** What authors call a text inside a container. */
const TEXTS = /^(?:value|text|content|body|label|title|child|header|message)$/;

/**
 * Reports what would be missing without a word: children of a node that renders
 * none, or one, nodes in a property other than `children`, and a text in place of children.
 */
export function reportLost(
  node: Record<string, unknown>,
  childCount: number,
  context: WidgetContextValue,
) {
  const most = lookUp<number>(MOST, node["type"]) ?? 0;
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
      context.report(
        { code: "invalid-prop", message: messages.lostNodes(name), node },
        `/${name}`,
      );
    }
  }
}
