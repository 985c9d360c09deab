import { resolve } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { ariaSnapshot } from "./scripts/browsers/ariaSnapshot.js";
import { driverProvider } from "./scripts/browsers/provider.js";
import { chromiumArgs, findChromium } from "./scripts/chromium.mjs";
import { sampleModules } from "./scripts/sampleModules.js";

process.env["TZ"] = "UTC";

const chromium = (colorScheme: "light" | "dark") =>
  playwright({
    launchOptions: {
      executablePath: findChromium(),
      chromiumSandbox: false,
      args: chromiumArgs,
      timeout: 180_000,
    },
    contextOptions: { colorScheme, locale: "en-US", timezoneId: "UTC" },
    actionTimeout: 30_000,
  });

/** On a busy machine a test is slow, not wrong, so a fault may take long to fail. */
const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
};

/** Vitest changes this object, so each project gets a new one. */
const browser = () => ({
  enabled: true,
  headless: true,
  provider: chromium("light"),
  connectTimeout: 180_000,
  viewport: { width: 800, height: 600 },
  screenshotFailures: false,
});

// Vite finds them only when a test renders them, and would then reload its page.
const optimizeDeps = {
  include: [
    "@radix-ui/react-popover",
    "@radix-ui/react-select",
    "clsx/lite",
    "d3-scale",
    "d3-shape",
    "micromark-extension-cjk-friendly",
    "micromark-extension-cjk-friendly-gfm-strikethrough",
    "micromark-util-combine-extensions",
    "react-day-picker",
    "react-markdown",
    "remark-gfm",
    "remend",
  ],
};

const browserTests = ["test/**/*.browser.test.{ts,tsx}"];

/** The tests of dialogs import those of other libraries. */
const browserDeps = {
  include: [
    ...optimizeDeps.include,
    "@mui/material/Dialog",
    "@radix-ui/react-dialog",
    "radix-dialog-1.1.6",
    "react-aria-components",
  ],
};

/** What WebKit, which is slow, runs on every change. `webkit-rest` runs the others. */
const chosen = [
  "actions/{dispatchAction,useAction}",
  "forms/{readFormValues,useField,validation}",
  "actions/useAction.*",
  "forms/useField.*",
  "nodes/{Button,Card,Chart,DatePicker,Form,Label,Markdown,Select,Text}",
  "nodes/{Chart,DatePicker,Markdown,Select,Text}.*",
  "renderer/WidgetRenderer.updates",
  "ui/{FieldRoot,TriggerPopover,textAttributes,useLoader}",
  "ui/{TriggerField,TriggerPopover,textAttributes}.*",
].map((name) => `test/${name}.browser.test.tsx`);

/** What Chromium alone runs on every change. */
const slow = [
  // A key takes a quarter of a second through WebDriver, and 35 widgets have many.
  "test/stories/widgets.*.browser.test.tsx",
  // The colours are the same in every browser.
  "test/styles/tokens.contrast.browser.test.tsx",
];

/** The same tests in a browser that Playwright cannot drive. */
const elsewhere = (
  browserName: "firefox" | "webkit",
  files: { name?: string; include?: string[]; exclude?: string[] } = {},
) => ({
  extends: "./vite.config.ts" as const,
  optimizeDeps: {
    ...browserDeps,
    // The locators extend the copy that Vitest itself loads.
    exclude: ["@vitest/browser"],
  },
  test: {
    ...patience,
    name: `tests-${files.name ?? browserName}`,
    include: files.include ?? browserTests,
    exclude: files.exclude ?? [],
    globalSetup: "test/helpers/servers.ts",
    setupFiles: "test/helpers/patience.ts",
    browser: {
      ...browser(),
      provider: driverProvider(),
      instances: [{ browser: browserName, name: files.name ?? browserName }],
    },
  },
});

export default defineConfig({
  test: {
    // axe alone takes longer than the default.
    slowTestThreshold: 2_000,
    projects: [
      {
        extends: "./vite.config.ts",
        // test/docs runs the samples of the pages.
        plugins: [sampleModules()],
        // They import the library by its name, as an app and test/runners do.
        resolve: {
          alias: [
            {
              find: /^widget-renderer$/,
              replacement: resolve("src/index.ts"),
            },
            {
              find: /^widget-renderer\/(\w+)$/,
              replacement: resolve("src/$1/index.ts"),
            },
          ],
        },
        test: {
          ...patience,
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: browserTests,
          environment: "happy-dom",
          // Testing Library cleans up after a test only where `afterEach` is global.
          globals: true,
          setupFiles: [
            "@testing-library/jest-dom/vitest",
            "test/helpers/patience.ts",
            "test/helpers/patience.dom.ts",
          ],
        },
      },
      {
        extends: "./vite.config.ts",
        optimizeDeps: browserDeps,
        test: {
          ...patience,
          name: "browser",
          include: browserTests,
          globalSetup: "test/helpers/servers.ts",
          setupFiles: "test/helpers/patience.ts",
          browser: {
            ...browser(),
            instances: [{ browser: "chromium" }],
            commands: { ariaSnapshot },
          },
        },
      },
      elsewhere("firefox", { exclude: slow }),
      elsewhere("webkit", { include: chosen }),
      elsewhere("webkit", { name: "webkit-rest", exclude: chosen }),
      {
        extends: "./vite.config.ts",
        plugins: [storybookTest({ configDir: ".storybook" })],
        optimizeDeps,
        test: {
          ...patience,
          name: "stories",
          // Stories clean up after themselves; a page for each file takes twice as long.
          isolate: false,
          browser: {
            ...browser(),
            instances: [
              { browser: "chromium", name: "stories-light" },
              // The preview renders in the scheme that the browser prefers.
              {
                browser: "chromium",
                name: "stories-dark",
                provider: chromium("dark"),
              },
            ],
          },
        },
      },
    ],
  },
});
