import { addons } from "storybook/manager-api";
import { create } from "storybook/theming";

addons.setConfig({
  theme: create({
    base: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    brandTitle: "widget-renderer",
  }),
  layoutCustomisations: {
    // The playground has panels of its own.
    showPanel: ({ storyId }: { storyId: string }, shown: boolean) =>
      storyId.startsWith("playground--") ? false : shown,
  },
});
