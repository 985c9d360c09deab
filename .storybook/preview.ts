import "@fontsource-variable/inter/index.css";
import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import "../src/styles/index.css";
import { GLOBALS } from "../src/storybook/names.js";
import { controls } from "./controls.js";
import { schemeOf } from "./scheme.js";
import "./preview.css";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

const preview: Preview = {
  tags: ["autodocs"],
  // The toolbar of the addon is for the whole page here.
  beforeEach({ globals }) {
    const root = document.documentElement;
    const scheme = schemeOf(globals);
    root.style.colorScheme = scheme;
    root.dataset["scheme"] = scheme;
    root.dir = globals[GLOBALS.direction] ?? "ltr";
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
