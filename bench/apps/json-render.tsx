// With the elements of this library, or with those of floor-react.
import { createRoot } from "react-dom/client";
import {
  JSONUIProvider,
  Renderer,
  type ComponentRegistry,
} from "@json-render/react";
import * as el from "bench-elements";
import "bench-elements.css";

const registry: ComponentRegistry = {
  Card: ({ children }) => el.Card({ children }),
  Text: ({ element }) => el.Text({ value: element.props.value }),
  Button: ({ element, emit }) =>
    el.Button({
      label: element.props.label,
      onPress: () => emit("press"),
    }),
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
