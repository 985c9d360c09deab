import "@fontsource-variable/inter/index.css";
import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import "../src/styles/index.css";
import { controls } from "./controls.js";
import "./preview.css";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

const preview: Preview = {
  tags: ["autodocs"],
  globalTypes: {
    scheme: {
      description: "Colour scheme",
      toolbar: {
        icon: "contrast",
        items: ["light", "dark"],
        dynamicTitle: true,
      },
    },
    dir: {
      description: "Writing direction",
      toolbar: { icon: "transfer", items: ["ltr", "rtl"], dynamicTitle: true },
    },
  },
  initialGlobals: {
    scheme: matchMedia("(prefers-color-scheme: dark)").matches
      ? "dark"
      : "light",
    dir: "ltr",
  },
  beforeEach({ globals }) {
    const root = document.documentElement;
    root.style.colorScheme = globals["scheme"];
    root.dataset["scheme"] = globals["scheme"];
    root.dir = globals["dir"];
  },
  argTypesEnhancers: [controls],
  parameters: {
    a11y: { test: "error" },
    options: {
      storySort: {
        method: "alphabetical",
        order: [
          "Introduction",
          "Handling actions",
          "Recipes",
          "Playground",
          "Widgets",
          "Actions",
          "Forms",
          "Nodes",
        ],
      },
    },
  },
};
export default preview;
