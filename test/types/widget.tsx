/** Checked by the compiler alone: what type-checks here is what users may write. */
import type { ChatKitOptions, Widgets } from "@openai/chatkit";
import type { ReactElement } from "react";
import {
  Button,
  Card,
  Text,
  WidgetRenderer,
  defineActions,
  useAction,
  useField,
  type ActionConfig,
  type ActionHandler,
  type WidgetNode,
  type WidgetRoot,
} from "../../src/index.js";

declare const theirs: Widgets.WidgetRoot;

/** Any widget of ChatKit's types is a WidgetNode. */
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

export const rendered = (
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

declare function use(value: unknown): void;

/** Actions that an app knows, by type. */
const actions = defineActions<{
  "order.cancel": { id: string };
  "todo.save": { id: number; todo: { title: string } };
  "cart.clear": undefined;
  "seat.pick": string;
  "page.open": { page: number } | undefined;
}>();

/** `type` narrows `payload`; the handler fits wherever one is taken. */
export const typed: ActionHandler = actions.handler(
  async (action, item, context) => {
    const itemId: string | undefined = item.id;
    const signal: AbortSignal = context.signal;
    void [itemId, signal];
    switch (action.type) {
      case "order.cancel": {
        const id: string = action.payload.id;
        // @ts-expect-error -- not in this payload
        void [id, action.payload.todo];
        break;
      }
      case "todo.save": {
        const title: string = action.payload.todo.title;
        void title;
        break;
      }
      case "cart.clear": {
        const nothing: undefined = action.payload;
        use(nothing);
        break;
      }
      case "seat.pick": {
        const seat: string = action.payload;
        void seat;
        break;
      }
      case "page.open": {
        const page: number | undefined = action.payload?.page;
        // @ts-expect-error -- may be absent
        void [page, action.payload.page];
        break;
      }
      // @ts-expect-error -- no such action
      case "order.close":
        break;
      default: {
        const never: never = action;
        void never;
      }
    }
    // @ts-expect-error -- before `type` says which it is
    void action.payload.id;
    await context.sendAction({ type: "anything" });
  },
);

export const typedWidget: ReactElement = (
  <WidgetRenderer
    widget={{
      type: "Card",
      asForm: true,
      confirm: {
        label: "Save",
        // Form values add the rest.
        action: actions.config(
          "todo.save",
          { id: 1 },
          { handler: "client", loadingBehavior: "self" },
        ),
      },
      children: [
        {
          type: "Button",
          label: "Clear",
          onClickAction: actions.config("cart.clear"),
        },
      ],
    }}
    onAction={typed}
    sendAction={actions.handler((action) => void action.type)}
  />
);

/** Configs are the JSON that nodes and components take. */
export const configs: ActionConfig[] = [
  actions.config("order.cancel", { id: "A-1" }),
  actions.config("order.cancel", {}),
  actions.config("cart.clear", undefined, { streaming: false }),
  actions.config("cart.clear", null, { streaming: "false" }),
  actions.config("seat.pick", "12A"),
  actions.config("page.open"),
  actions.config("page.open", { page: 2 }),
  // @ts-expect-error -- no such action
  actions.config("order.close"),
  // @ts-expect-error -- the payload is missing
  actions.config("order.cancel"),
  // @ts-expect-error -- of the wrong type
  actions.config("order.cancel", { id: 1 }),
  // @ts-expect-error -- not in this payload
  actions.config("order.cancel", { id: "A-1", reason: "late" }),
  // @ts-expect-error -- takes none
  actions.config("cart.clear", { all: true }),
  // @ts-expect-error -- text alone
  actions.config("seat.pick", { seat: "12A" }),
  // @ts-expect-error -- no such behaviour
  actions.config("seat.pick", "12A", { loadingBehavior: "spinner" }),
];

/** Untyped use stays as it is. */
export const untyped: ActionHandler = (action, item, context) => {
  const { type, payload }: { type: string; payload?: unknown } = action;
  void [type, payload, item.widget, context.formValues?.["todo"]];
};

/** Custom nodes bind actions and fields themselves. */
export function CustomNode(props: { name: string; onAct?: ActionConfig }) {
  const { value, setValue, root, control, entry } = useField({
    name: props.name,
    defaultValue: 1,
    read: Number,
  });
  const { run, pending } = useAction(props.onAct, "self", { entry });
  const rounded: number = Math.round(value);
  // @ts-expect-error -- the value is a number
  const wrong = () => setValue("2");
  // @ts-expect-error -- no such default
  useAction(props.onAct, "auto");
  return (
    <div {...root}>
      <button
        type="button"
        {...control}
        aria-busy={pending}
        onClick={() => {
          setValue(rounded + 1);
          run();
        }}
        onDoubleClick={wrong}
      />
    </div>
  );
}

/** The validation of a host, and its values. */
export const validated: ReactElement[] = [
  <WidgetRenderer
    key="now"
    widget={theirs}
    validate={(values, context) =>
      values["a"] === context.node.id ? { a: "Taken" } : undefined
    }
    initialFormValues={{ todo: { title: "Milk" } }}
    interactive={false}
  />,
  <WidgetRenderer key="later" widget={theirs} validate={async () => ({})} />,
  <WidgetRenderer
    key="wrong"
    widget={theirs}
    // @ts-expect-error -- messages are text
    validate={() => ({ a: 1 })}
  />,
];
