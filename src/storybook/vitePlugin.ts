import { relative } from "node:path";
import type { Plugin } from "vite";
import { templatesOf, WIDGET_FILE } from "./storyList.js";
import { storyModuleOf, type StoryModuleOptions } from "./storyModule.js";

interface WidgetStoriesPluginOptions extends StoryModuleOptions {
  /** Is called with a widget's file beside which data came or went, so that it has other stories. */
  onListChange: (file: string) => Promise<void>;
}

/**
 * The module with the stories of a file. It is another one than the file, which an app may import as JSON, and its
 * name ends in no `.json`, because Vite looks for no imports in such a module.
 */
const STORIES = "\0widget-stories:";

/** The same for a test of a `.json` file, once Storybook has written the test. */
const TESTS = "\0widget-tests:";

const END = ".js";

/** Turns widgets' files into modules of stories. */
export function widgetStoriesPlugin({
  onListChange,
  ...options
}: WidgetStoriesPluginOptions): Plugin {
  return {
    name: "widget-renderer:stories",
    resolveId: {
      order: "pre",
      async handler(source, importer = "") {
        if (source.startsWith(STORIES)) return source;
        // The virtual module of Storybook that imports whatever has stories.
        if (!WIDGET_FILE.test(source) || !/storybook-stories/.test(importer)) {
          return null;
        }
        const found = await this.resolve(source, importer, { skipSelf: true });
        return found && `${STORIES}${found.id}${END}`;
      },
    },
    async load(id) {
      if (!id.startsWith(STORIES)) return null;
      const file = id.slice(STORIES.length, -END.length);
      const { code, files } = await storyModuleOf(file, {
        ...options,
        name: nameOf(file),
      });
      for (const one of files) this.addWatchFile(one);
      return code;
    },
    configureServer({ watcher }) {
      const onFile = (path: string) => {
        void templatesOf(path).then(async (files) => {
          for (const file of files) {
            await onListChange(file);
            // The module has other exports, as if its own file had changed.
            watcher.emit("change", file);
          }
        });
      };
      watcher.on("add", onFile);
      watcher.on("unlink", onFile);
    },
  };
}

/**
 * The same where Vitest runs widgets' files as tests: there a module has the name of its file, by which Storybook finds
 * it and adds the tests to it.
 */
export function widgetTestsPlugins(options: StoryModuleOptions): Plugin[] {
  const files = new Set<string>();
  const tests = new Map<string, string>();
  return [
    {
      name: "widget-renderer:test-modules",
      enforce: "pre",
      resolveId(source) {
        if (source.startsWith(TESTS)) return source;
        // As the browser mode of Vitest names the files that it runs.
        const file = /^(?:\/@fs\/(?=\w:))?(.+)\?browserv=\w+$/.exec(
          source,
        )?.[1];
        if (file && WIDGET_FILE.test(file)) {
          files.add(file.replace(/^\/@fs(?=\/)/, ""));
        }
        return null;
      },
      load(id) {
        if (id.startsWith(TESTS)) return tests.get(id);
        // What reads every .json file gets one, also where the text is broken.
        return files.has(id) ? "{}" : null;
      },
    },
    {
      name: "widget-renderer:test-stories",
      async transform(_, id) {
        if (!files.has(id)) return null;
        const { code, files: used } = await storyModuleOf(id, {
          ...options,
          name: nameOf(id),
        });
        for (const one of used) this.addWatchFile(one);
        return { code, map: null, moduleType: "js" };
      },
    },
    {
      name: "widget-renderer:tests",
      enforce: "post",
      transform(code, id) {
        if (!files.has(id)) return null;
        const test = withPath(code, id);
        if (!id.endsWith(".json")) return { code: test, map: null };
        const name = `${TESTS}${id}${END}`;
        tests.set(name, test);
        // As Vite writes it for the browser: it looks for no imports in a .json file.
        const url = `/@id/${name.replace("\0", "__x00__")}`;
        return { code: `import ${JSON.stringify(encodeURI(url))};`, map: null };
      },
    },
  ];
}

/** A test runs where its URL has the path of its file, which Storybook compares without decoding more than a space. */
function withPath(code: string, file: string): string {
  const url = "convertToFilePath(import.meta.url)";
  // The data before it may have the same text.
  const at = code.lastIndexOf(url);
  return at < 0
    ? code
    : code.slice(0, at) + JSON.stringify(file) + code.slice(at + url.length);
}

/** A path as messages have it. */
function nameOf(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}
