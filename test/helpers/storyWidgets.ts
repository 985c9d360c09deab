import type { WidgetNode } from "../../src/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { widgetFiles } from "../../stories/widgets/files.js";

/** The widgets of the stories with their data: `["weather", { type: "Card", … }]`. */
export const storyWidgets = Object.entries(widgetFiles).map(
  ([name, { text, data }]) =>
    [
      name,
      renderWidgetTemplate(
        parseWidgetFile(text),
        JSON.parse(data) as object,
      ) as WidgetNode,
    ] as const,
);
