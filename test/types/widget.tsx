/** Checked by the compiler alone: what type-checks here is what users may write. */
import type { ChatKitOptions, Widgets } from "@openai/chatkit";
import type { ReactElement } from "react";
import {
  Button,
  Card,
  Text,
  WidgetRenderer,
  type ActionHandler,
  type WidgetNode,
  type WidgetRoot,
} from "../../src/index.js";

declare const theirs: Widgets.WidgetRoot;

/** Any widget of ChatKit's types is a widget of ours. */
export const root: WidgetRoot = theirs;
export const node: WidgetNode = theirs;

/** A handler written for ChatKit's `onAction` fits. */
type TheirHandler = NonNullable<
  NonNullable<ChatKitOptions["widgets"]>["onAction"]
>;
declare const theirHandler: TheirHandler;
export const handler: ActionHandler = theirHandler;

/** ChatKit's `theme` option fits. */
declare const theirTheme: NonNullable<ChatKitOptions["theme"]>;

export const drawn = (
  <WidgetRenderer
    widget={theirs}
    onAction={theirHandler}
    sendAction={(action, item, context) => {
      const type: string = action.type;
      const id: string | undefined = item.id;
      const path: string = context.node.path;
      void [type, id, path];
    }}
    theme={theirTheme}
  />
);

/** What ChatKit's types lack, and `null`. */
export const wider: WidgetNode = {
  type: "Card",
  status: null,
  children: [
    null,
    { type: "Text", value: 3, color: null },
    {
      type: "Chart",
      data: [{ month: "Jan", sales: 3 }],
      series: [{ type: "bar", dataKey: "sales" }],
      xAxis: "month",
    },
    {
      type: "Select",
      name: "seat",
      searchable: true,
      options: [
        {
          value: "a",
          label: "Aisle",
          description: "More room",
          disabled: true,
        },
      ],
    },
    { type: "Row", children: { type: "Spacer" } },
    {
      type: "Button",
      label: "Go",
      onClickAction: {
        type: "go",
        handler: "client",
        loadingBehavior: "none",
        streaming: false,
      },
    },
  ],
};

/** Wrong JSON is refused. */
export const wrong: WidgetNode[] = [
  // @ts-expect-error -- no such node
  { type: "Carousel" },
  // @ts-expect-error -- no such value
  { type: "Badge", label: "x", color: "pink" },
  // @ts-expect-error -- a required property is missing
  { type: "Icon" },
  // @ts-expect-error -- no such property of this node
  { type: "Text", value: "x", label: "y" },
  // @ts-expect-error -- a property of the wrong type
  { type: "Card", children: "text" },
  // @ts-expect-error -- wrong deep inside
  { type: "Card", children: [{ type: "Col", children: [{ type: "Text" }] }] },
  // @ts-expect-error -- an action without a type
  { type: "Button", onClickAction: { payload: {} } },
];

/** Nodes are components with typed props. */
export const jsx: ReactElement = (
  <Card size="sm">
    <Text value="x" />
    <Button label="Go" onClickAction={{ type: "go" }} />
  </Card>
);
// @ts-expect-error -- no such size
export const wrongJsx: ReactElement = <Card size="huge" />;
