// @vitest-environment node
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  widgetStoriesPlugin,
  widgetTestsPlugins,
} from "../../src/storybook/vitePlugin.js";
import { folderOf } from "../helpers/commandLine.js";

const template = { version: "1.0", template: '{"type":"Text","value":"a"}' };

/** The module with which Storybook imports whatever has stories. */
const LIST = "\0virtual:/@storybook/builder-vite/storybook-stories.js";

/** What Storybook adds to a module of stories in a test run. */
const GUARD = "convertToFilePath(import.meta.url)";

async function start(files: Record<string, unknown>) {
  const root = folderOf({ ...files, "preview.js": "" });
  const changed: string[] = [];
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      widgetStoriesPlugin({
        preview: "/preview.js",
        onListChange: async (file) => void changed.push(file),
      }),
      ...widgetTestsPlugins({ preview: "/preview.js" }),
      {
        name: "as Vitest",
        enforce: "pre",
        resolveId: (id) => /(.*)\?browserv=/.exec(id)?.[1],
      },
      {
        name: "as Storybook",
        transform: (code, id) =>
          /\.widget(?:\.json)?$/.test(id) ? `${code};${GUARD};` : undefined,
      },
    ],
  });
  onTestFinished(() => server.close());
  return { server, changed, at: (name: string) => join(root, name) };
}

/** The code of a module that another one imports. */
async function load(server: ViteDevServer, source: string, importer?: string) {
  const { pluginContainer } = server.environments.client;
  const resolved = await pluginContainer.resolveId(source, importer);
  const made = await server.environments.client.transformRequest(resolved!.id);
  return made!.code;
}

describe("a widget's file", () => {
  test.each(["a.widget", "a.widget.json", "größe 'x'.widget"])(
    "that Storybook lists is a module of stories: %s",
    async (name) => {
      const { server, at } = await start({ [name]: template });
      const code = await load(server, at(name), LIST);
      expect(code).toContain("export const Default");
      // Vite has found the imports.
      expect(code).toContain('from "/preview.js"');
    },
  );

  test("that is no JSON is one as well", async () => {
    const { server, at } = await start({ "a.widget.json": "{ broken" });
    const code = await load(server, at("a.widget.json"), LIST);
    expect(code).toContain("export const Default");
  });

  test("that an app imports as JSON stays JSON", async () => {
    const { server, at } = await start({
      "a.widget.json": { type: "Card" },
      "app.js": "",
    });
    const code = await load(server, at("a.widget.json"), at("app.js"));
    expect(code).toContain("Card");
    expect(code).not.toContain("Default");
  });

  test("has other stories when data comes or goes", async () => {
    const { server, changed, at } = await start({
      "a.widget": template,
      "b.widget": template,
    });
    server.watcher.emit("add", at("a.one.data.json"));
    server.watcher.emit("add", at("a.css"));
    await expect.poll(() => changed).toEqual([at("a.widget")]);
    server.watcher.emit("unlink", at("b.data.json"));
    await expect.poll(() => changed).toEqual([at("a.widget"), at("b.widget")]);
  });
});

describe("a test", () => {
  test("runs in a file of any name, whose path is that of its URL", async () => {
    const name = "größe 'x' (2).widget";
    const { server, at } = await start({
      [name]: { ...template, template: GUARD },
    });
    const code = await load(server, `${at(name)}?browserv=1a`);
    expect(code.trim().endsWith(`;${JSON.stringify(at(name))};`)).toBe(true);
    // The same text in a template is left alone.
    expect(code.match(/convertToFilePath\(import\.meta\.url\)/g)).toHaveLength(
      1,
    );
  });

  test("of a .json file is imported by it, so that Vite finds what the test imports", async () => {
    const { server, at } = await start({ "a.widget.json": "{ broken" });
    const code = await load(server, `${at("a.widget.json")}?browserv=1a`);
    const url = /^import "(.*)";/.exec(code)?.[1];
    const made = await server.environments.client.transformRequest(
      decodeURI(url!).replace("/@id/__x00__", "\0"),
    );
    expect(made?.code).toContain("export const Default");
    expect(made?.code).toContain('from "/preview.js"');
  });
});
