import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { StoryIndexGenerator } from "storybook/internal/core-server";
import type { Indexer, Options } from "storybook/internal/types";
import { widgetIndexer } from "./indexer.js";
import { WIDGET_FILE } from "./storyList.js";
import { widgetStoriesPlugin, widgetTestsPlugins } from "./vitePlugin.js";

/** The options of the addon in `.storybook/main`. */
interface AddonOptions {
  /** `false` where the preview of the project imports a stylesheet of the library itself. @default true */
  styles?: boolean;
}

type PresetOptions = Options & AddonOptions;

interface ViteConfig {
  plugins?: unknown[];
}

interface WebpackConfig {
  module?: { rules?: unknown[] };
}

/** Storybook's hook: more kinds of files that have stories. */
export async function experimental_indexers(
  existing: Indexer[] | undefined,
  options: PresetOptions,
): Promise<Indexer[]> {
  return [widgetIndexer(await takenNames(options)), ...(existing ?? [])];
}

/** Storybook's hook for projects on Vite, and for their tests. */
export async function viteFinal(
  config: ViteConfig,
  options: PresetOptions,
): Promise<ViteConfig> {
  const module = {
    ...moduleOptions(options),
    taken: await takenNames(options),
  };
  const stories = widgetStoriesPlugin({
    ...module,
    async onListChange(file) {
      const generator = await options.presets.apply<StoryIndexGenerator>(
        "storyIndexGenerator",
      );
      // Storybook names files as the index does.
      const path = relative(process.cwd(), file).replaceAll("\\", "/");
      generator.invalidate(path.startsWith("../") ? path : `./${path}`, false);
      // As Storybook itself does when a file of stories changes.
      options.channel?.emit("storyIndexInvalidated");
    },
  });
  const plugins = [
    ...(config.plugins ?? []),
    stories,
    ...widgetTestsPlugins(module),
  ];
  return { ...config, plugins };
}

/** Storybook's hook for projects on webpack. */
export async function webpackFinal(
  config: WebpackConfig,
  options: PresetOptions,
): Promise<WebpackConfig> {
  const rule = {
    test: WIDGET_FILE,
    // Storybook loads stories as a context, which has no name. What a module imports as JSON stays JSON.
    issuer: { not: /./ },
    type: "javascript/auto",
    loader: fileURLToPath(import.meta.resolve("./webpackLoader.js")),
    options: {
      ...moduleOptions(options),
      taken: await takenNames(options),
    },
  };
  const { module } = config;
  return {
    ...config,
    module: { ...module, rules: [...(module?.rules ?? []), rule] },
  };
}

/** By their paths, so that they are found from any folder with widgets. */
function moduleOptions({ styles = true }: AddonOptions) {
  return {
    preview: join(
      import.meta.dirname,
      `preview${extname(import.meta.filename)}`,
    ),
    styles: styles ? join(import.meta.dirname, "../styles.css") : undefined,
  };
}

/** Names of entries that are no stories: a story of that name would break the index. */
async function takenNames({ presets }: Options): Promise<string[]> {
  const docs = await presets.apply<{ defaultName?: string } | undefined>(
    "docs",
  );
  return [docs?.defaultName ?? "Docs"];
}
