import { existsSync } from "node:fs";
import { sanitize } from "storybook/internal/csf";
import type { Indexer } from "storybook/internal/types";
import {
  hasStoriesBeside,
  storyListOf,
  titleOf,
  WIDGET_FILE,
} from "./storyList.js";

/** Lists the stories of a widget's file for Storybook. A broken file is an entry as well. */
export function widgetIndexer(taken: readonly string[]): Indexer {
  const titleFor = createTitles();
  return {
    test: WIDGET_FILE,
    async createIndex(file, { makeTitle }) {
      // Before anything is waited for, so that titles follow the order of the files.
      const title = titleFor(file, makeTitle(titleOf(file)));
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

/**
 * Gives each file a title with an id that no other has: `a b.widget` and `a-b.widget` have the same by their names, as have
 * `a.widget` and `a.stories.tsx`. Storybook would show no story at all.
 */
function createTitles() {
  /** Id of a title → the file that has it. */
  const owners = new Map<string, string>();
  return (file: string, wanted: string): string => {
    const isShared = hasStoriesBeside(file);
    for (let count = isShared ? 2 : 1; ; count++) {
      const title = count === 1 ? wanted : `${wanted} ${count}`;
      const id = sanitize(title);
      const owner = owners.get(id);
      if (owner !== undefined && owner !== file && existsSync(owner)) continue;
      owners.set(id, file);
      return title;
    }
  };
}
