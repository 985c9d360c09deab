import { createRoot } from "react-dom/client";
import {
  JSONUIProvider,
  Renderer,
  type ComponentRegistry,
} from "@json-render/react";

const registry: ComponentRegistry = {
  Card: ({ children }) => <div className="card">{children}</div>,
  Text: ({ element }) => <p>{element.props.value}</p>,
  Button: ({ element, emit }) => (
    <button type="button" onClick={() => emit("press")}>
      {element.props.label}
    </button>
  ),
};

const spec = {
  root: "card",
  elements: {
    card: { type: "Card", props: {}, children: ["text", "button"] },
    text: { type: "Text", props: { value: "Flight LH 400" } },
    button: {
      type: "Button",
      props: { label: "Check in" },
      on: { press: { action: "check_in" } },
    },
  },
};

createRoot(document.body).render(
  <JSONUIProvider
    registry={registry}
    handlers={{ check_in: () => console.log("check_in") }}
  >
    <Renderer spec={spec} registry={registry} />
  </JSONUIProvider>,
);
