import { definePreviewAddon } from "storybook/internal/csf";
import type { WidgetProviderProps } from "../index.js";
import * as annotations from "./preview.js";

/** The parameters of the addon, for the `parameters` of `.storybook/preview` or of a story. */
export interface WidgetStoryParameters {
  /** The settings of every widget: `components`, `icons`, `labels`, `tokens`, handlers … */
  widget?: Omit<WidgetProviderProps, "children">;
  widgetStory?: {
    /** How long an action without a handler runs, in milliseconds, so that its loading shows. @default 1000 */
    actionDuration?: number;
  };
}

/** The addon for the `addons` of `definePreview`, where a project has one (CSF Next). */
const widgetStoriesAddon: () => object = () =>
  definePreviewAddon({
    globalTypes: annotations.globalTypes,
    parameters: annotations.parameters,
    afterEach: annotations.afterEach,
  });

export default widgetStoriesAddon;
