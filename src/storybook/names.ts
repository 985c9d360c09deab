/** What the preview and the manager of Storybook share by name. */
export const ADDON_ID = "widget-renderer";

export const PANEL_ID = `${ADDON_ID}/panel`;

/** The event with the problems of a story, which the panel lists. */
export const PROBLEMS_EVENT = `${ADDON_ID}/problems`;

/** The parameter of the addon itself; `widget` is that of the provider. */
export const PARAMETER = "widgetStory";

/** Toolbar settings. The prefix keeps them apart from those of a project. */
export const GLOBALS = {
  scheme: "widgetScheme",
  width: "widgetWidth",
  direction: "widgetDirection",
} as const;

/** What is wrong in a story. */
export interface Problem {
  code: string;
  message: string;
  /** Where that is, in words: a file, or a path, with the line. */
  where: string;
}

/** What `PROBLEMS_EVENT` carries. */
export interface ProblemsOfStory {
  storyId: string;
  problems: readonly Problem[];
}
