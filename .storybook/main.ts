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

export default {
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: [
    "@storybook/addon-docs",
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
  ],
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
