import type { StorybookConfig } from "@storybook/react-vite";

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
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The scheme sets the background.
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
} satisfies StorybookConfig;
