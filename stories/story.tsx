import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ComponentProps, ComponentType } from "react";
import { fn } from "storybook/test";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetNode,
} from "../src/index.js";
import { nodes } from "../src/nodes/index.js";

/** A node of the library. */
type NodeType = keyof typeof nodes;

/** The JSON of a node without its type: what the controls of a story edit. */
export type Args<Type extends NodeType> = Omit<WidgetNode<Type>, "type">;

export type Story<Type extends NodeType> = StoryObj<Args<Type>>;

/** The meta of a node's stories: docs from its component, rendered from JSON. */
export function nodeMeta<Type extends NodeType>(type: Type) {
  return {
    component: nodes[type] as unknown as ComponentType<Args<Type>>,
    render: (args: Args<Type>) => renderWidget({ type, ...args } as WidgetNode),
    argTypes: {
      node: { table: { disable: true } },
      children: { table: { disable: true } },
    } as Meta<Args<Type>>["argTypes"] & {},
  };
}

/** Any JSON, rendered as a story. */
export function renderWidget(
  widget: WidgetNode | null,
  props?: Omit<ComponentProps<typeof WidgetRenderer>, "widget">,
) {
  return (
    <WidgetRenderer
      onAction={clientHandler}
      sendAction={serverHandler}
      {...props}
      widget={widget}
    />
  );
}

/** Called with client-handled actions; the Actions panel shows its calls. */
const onAction = fn().mockName("onAction");

/** Called with server-handled actions. */
export const sendAction = fn().mockName("sendAction");

const clientHandler: ActionHandler = (action, _, { node, formValues }) => {
  onAction(action, { node: node.path, ...(formValues && { formValues }) });
};

const serverHandler: ActionHandler = (action, _, { node, formValues }) => {
  sendAction(action, { node: node.path, ...(formValues && { formValues }) });
};
