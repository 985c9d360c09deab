import { createRoot } from "react-dom/client";
import { A2uiSurface, Button, Card, Column, Text } from "@a2ui/react/v0_9";
import { Catalog, MessageProcessor } from "@a2ui/web_core/v0_9";
// Not among its exports.
import "../node_modules/@a2ui/react/v0_9/index.css";

// Only what is used, not the whole basic catalogue.
const catalog = new Catalog("app", [Button, Card, Column, Text], []);
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
        { id: "root", component: "Card", child: "all" },
        { id: "all", component: "Column", children: ["text", "button"] },
        { id: "text", component: "Text", text: "Flight LH 400" },
        {
          id: "button",
          component: "Button",
          child: "label",
          action: { event: { name: "check_in" } },
        },
        { id: "label", component: "Text", text: "Check in" },
      ],
    },
  },
]);

createRoot(document.body).render(
  <A2uiSurface surface={processor.model.getSurface(surfaceId)!} />,
);
