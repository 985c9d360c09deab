// With the elements of this library, or with those of floor-react.
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { A2uiSurface, createComponentImplementation } from "@a2ui/react/v0_9";
import { Catalog, CommonSchemas, MessageProcessor } from "@a2ui/web_core/v0_9";
import { z } from "zod";
import * as el from "bench-elements";
import "bench-elements.css";

const { ChildList, DynamicString, Action } = CommonSchemas;

const Card = createComponentImplementation(
  { name: "Card", schema: z.object({ children: ChildList }) },
  ({ props, buildChild }) =>
    el.Card({
      children: (props.children as string[]).map((id): ReactNode =>
        buildChild(id),
      ),
    }),
);

const Text = createComponentImplementation(
  { name: "Text", schema: z.object({ value: DynamicString }) },
  ({ props }) => el.Text({ value: props.value ?? "" }),
);

const Button = createComponentImplementation(
  {
    name: "Button",
    schema: z.object({ label: DynamicString, action: Action }),
  },
  ({ props }) =>
    el.Button({
      label: props.label ?? "",
      onPress: props.action as () => void,
    }),
);

const catalog = new Catalog("app", [Card, Text, Button], []);
const processor = new MessageProcessor([catalog], (action) =>
  console.log(action.name),
);
const surfaceId = "main";
processor.processMessages([
  { version: "v0.9", createSurface: { surfaceId, catalogId: "app" } },
  {
    version: "v0.9",
    updateComponents: {
      surfaceId,
      components: [
        { id: "root", component: "Card", children: ["text", "button"] },
        { id: "text", component: "Text", value: "Flight LH 400" },
        {
          id: "button",
          component: "Button",
          label: "Check in",
          action: { event: { name: "check_in" } },
        },
      ],
    },
  },
]);

createRoot(document.body).render(
  <A2uiSurface surface={processor.model.getSurface(surfaceId)!} />,
);
