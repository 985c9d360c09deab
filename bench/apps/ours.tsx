import { createRoot } from "react-dom/client";
import { WidgetRenderer } from "widget-renderer";
import "widget-renderer/styles.css";

createRoot(document.body).render(
  <WidgetRenderer
    widget={{
      type: "Card",
      children: [
        { type: "Text", value: "Flight LH 400" },
        {
          type: "Button",
          label: "Check in",
          onClickAction: { type: "check_in" },
        },
      ],
    }}
    onAction={(action) => console.log(action.type)}
  />,
);
