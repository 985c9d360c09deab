import { dirname, relative } from "node:path";
import { storyModuleOf, type StoryModuleOptions } from "./storyModule.js";

/** What the loader uses of webpack's context. */
interface LoaderContext {
  resourcePath: string;
  rootContext: string;
  getOptions(): StoryModuleOptions;
  addDependency(file: string): void;
  addContextDependency(folder: string): void;
}

/** Turns a widget's file into a module of stories, for webpack. */
async function webpackLoader(this: LoaderContext): Promise<string> {
  const { resourcePath: file } = this;
  const { code, files } = await storyModuleOf(file, {
    ...this.getOptions(),
    name: relative(this.rootContext, file).replaceAll("\\", "/"),
  });
  for (const one of files) this.addDependency(one);
  // Data that comes or goes makes other stories.
  this.addContextDependency(dirname(file));
  return code;
}

export default webpackLoader;
