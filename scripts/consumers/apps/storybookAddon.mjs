import { cpSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromiumArgs, requireChromium } from "../../chromium.mjs";
import { serve } from "../../serve.mjs";
import { openPage } from "../look.mjs";
import { takeStorybookPictures } from "../storybookPictures.mjs";

const WIDGETS = "stories/widgets";

/**
 * `npm create storybook` in a new Vite app, the addon in `.storybook/main`, and our
 * widgets copied beside it: each is a story, a control changes it, and some run as tests.
 * @param {import("../App.mjs").App} app
 */
export async function storybookAddon(app) {
  app.create(
    `npm create -y vite@latest ${app.name} -- --template react-ts --no-interactive`,
  );
  app.install();
  app.build(
    "npm create -y storybook@latest -- --yes --no-dev --package-manager npm --features docs a11y",
  );
  addVitest(app);
  app.edit(".storybook/main.ts", (text) =>
    text
      .replace(
        /("|')addons\1: \[/,
        '$&\n    "widget-renderer/storybook", "@storybook/addon-vitest",',
      )
      .replace(
        /("|')stories\1: \[/,
        '$&\n    "../**/*.widget", "../**/*.widget.json",',
      ),
  );
  // axe fails a test, as its page says.
  const preview = readdirSync(join(app.folder, ".storybook")).find((name) =>
    name.startsWith("preview."),
  );
  app.edit(`.storybook/${preview}`, (text) =>
    text.replace("parameters: {", "$& a11y: { test: 'error' },"),
  );
  const names = copyWidgets(app);
  app.notes.push(app.version("storybook"), `${names.length} widgets`);
  app.build("npx storybook build --quiet");
  app.count("storybook-static/assets");
  await visit(app, names);
  // Some of each kind: each file gets a page, and our own stories test all widgets.
  app.build("npx vitest run widgets/hello widgets/p src");
}

/**
 * What `npx storybook add @storybook/addon-vitest` writes. It would also install a browser.
 * @param {import("../App.mjs").App} app
 */
function addVitest(app) {
  /** @type {{ devDependencies: Record<string, string> }} */
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const { vitest, playwright } = devDependencies;
  const version = app.version("storybook").split(" ").at(-1);
  app.install(
    `@storybook/addon-vitest@${version} vitest@${vitest} @vitest/browser-playwright@${vitest} playwright@${playwright}`,
  );
  const launchOptions = {
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  };
  app.write({
    "vitest.config.ts": `import path from "node:path";
import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const dirname = path.dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        extends: "./vite.config.ts",
        plugins: [storybookTest({ configDir: path.join(dirname, ".storybook") })],
        test: {
          name: "storybook",
          testTimeout: 180_000,
          hookTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: 180_000,
            provider: playwright({ launchOptions: ${JSON.stringify(launchOptions)} }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
`,
  });
}

/**
 * Our widgets with their data, a case of one, and a widget that is JSON.
 * @param {import("../App.mjs").App} app
 * @returns {string[]} the names of the templates
 */
function copyWidgets(app) {
  const files = readdirSync(WIDGETS).filter((name) =>
    /\.(?:widget|data\.json)$/.test(name),
  );
  for (const name of files) {
    cpSync(join(WIDGETS, name), join(app.folder, "widgets", name));
  }
  app.write({
    "widgets/poll.no options.data.json": JSON.stringify({
      ...JSON.parse(readFileSync(join(WIDGETS, "poll.data.json"), "utf8")),
      question: "Nothing to choose from?",
      options: [],
    }),
    "widgets/hello.widget.json": `{ "type": "Card", "children": [{ "type": "Text", "value": "Hello" }] }`,
  });
  return files
    .filter((name) => name.endsWith(".widget"))
    .map((name) => name.slice(0, -".widget".length));
}

/**
 * @param {import("../App.mjs").App} app
 * @param {string[]} names
 */
async function visit(app, names) {
  const folder = join(app.folder, "storybook-static");
  const { entries } = JSON.parse(
    readFileSync(join(folder, "index.json"), "utf8"),
  );
  const expected = [
    ...names.map((name) => `widgets-${name}--default`),
    "widgets-poll--no-options",
    "widgets-hello-widget--default",
  ];
  const missing = expected.filter((id) => !(id in entries));
  app.expect(`every story is listed: ${missing.join(", ")}`, !missing.length);
  const server = await serve(folder);
  // What Storybook says of itself.
  const { page, faults } = await openPage(/PopoverProvider/);
  for (const id of expected) {
    await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story`);
    await page.locator("#storybook-root .wr-root").waitFor();
    const alerts = await page.getByRole("alert").count();
    app.expect(`${id} has nothing wrong`, alerts === 0);
  }
  await changeByControl(app, page, server.url);
  const { PICTURES } = process.env;
  if (PICTURES) await takeStorybookPictures(server.url, PICTURES);
  app.faults.push(...faults);
  await page.context().close();
  server.close();
}

/**
 * A control changes the text of a widget, what was chosen in it stays, and an action is a line.
 * @param {import("../App.mjs").App} app
 * @param {import("playwright").Page} page
 * @param {string} url
 */
async function changeByControl(app, page, url) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}/?path=/story/widgets-poll--default`);
  const story = page.frameLocator("#storybook-preview-iframe");
  const choice = story.getByRole("radio", { name: "Ghent, by train" });
  await choice.check();
  await page.getByRole("tab", { name: /^Controls/ }).click();
  await page.locator("#control-question").fill("Where to go");
  await story.getByText("Where to go").waitFor();
  app.expect("what was chosen stays", await choice.isChecked());
  await page.getByRole("tab", { name: /^Actions/ }).click();
  await story.getByRole("button", { name: "Vote" }).click();
  await page.getByText('poll.vote · payload {"pollId"').waitFor();
}
