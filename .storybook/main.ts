import { resolve } from "node:path";
import type { StorybookConfig } from "@storybook/react-vite";
import type { Plugin } from "vite";
import { app } from "../examples/chatkit-server/app.mjs";
import { toNode } from "../examples/chatkit-server/node.mjs";
import { createChatKitServer } from "../examples/chatkit-server/server.mjs";

/** The server of the chat, beside the catalogue. */
const chatKitServer: Plugin = {
  name: "chatkit-server",
  configureServer: ({ middlewares }) => {
    const serve = toNode(createChatKitServer(app));
    middlewares.use("/chatkit", (request, response) => {
      void serve(request, response);
    });
  },
};

/** A file of the addon, which Storybook finds by itself where it is installed. */
const source = (file: string) =>
  resolve(import.meta.dirname, "../src/storybook", file);

export default {
  stories: [
    "../stories/**/*.mdx",
    "../stories/**/*.stories.tsx",
    {
      directory: "../stories/widgets",
      files: "*.widget",
      titlePrefix: "Widgets",
    },
  ],
  addons: [
    "@storybook/addon-docs",
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    // Our own, from its sources; the preview imports the styles.
    { name: source("preset.ts"), options: { styles: false } },
  ],
  previewAnnotations: (entries = []) => [...entries, source("preview.ts")],
  managerEntries: (entries = []) => [...entries, source("manager.tsx")],
  framework: "@storybook/react-vite",
  typescript: {
    // Unlike the default it understands `readonly X[]` and imported types.
    reactDocgen: "react-docgen-typescript",
    reactDocgenTypescriptOptions: {
      shouldExtractLiteralValuesFromEnum: true,
      // "sm" | "md" instead of the name of the union.
      shouldExtractValuesFromUnion: true,
      shouldRemoveUndefinedFromOptional: true,
    },
  },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), chatKitServer],
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The scheme sets the background.
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
} satisfies StorybookConfig;
