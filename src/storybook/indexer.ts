import type { Indexer } from "storybook/internal/types";
import { storyListOf, titleOf, WIDGET_FILE } from "./storyList.js";

/** Lists the stories of a widget's file for Storybook. A broken file is an entry as well. */
export function widgetIndexer(taken: readonly string[]): Indexer {
  return {
    test: WIDGET_FILE,
    async createIndex(file, { makeTitle }) {
      const title = makeTitle(titleOf(file));
      const stories = await storyListOf(file, taken);
      return stories.map(({ exportName, name }) => ({
        type: "story",
        subtype: "story",
        importPath: file,
        exportName,
        ...(name !== undefined && { name }),
        title,
        tags: ["autodocs"],
      }));
    },
  };
}
