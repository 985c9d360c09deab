import own from "virtual:widgets";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../src/template/index.js";
import { sampleData } from "../src/template/sampleData.js";
import { widgetFiles } from "../stories/widgets/files.js";
import type { TextName } from "./evaluate.js";
import { pretty } from "./pretty.js";

export interface Example {
  /** Identifies an example: `"own/order"`. */
  id: string;
  label: string;
  group: "Examples" | "Your widgets";
}

/** The widgets of this Storybook, and those of the folder in WIDGETS. */
export const examples: readonly Example[] = [
  ...Object.keys(own).map((name): Example => ({
    id: `own/${name}`,
    label: name,
    group: "Your widgets",
  })),
  ...Object.keys(widgetFiles).map((name): Example => ({
    id: `widgets/${name}`,
    label: (name[0]!.toUpperCase() + name.slice(1)).replaceAll("-", " "),
    group: "Examples",
  })),
];

export type Texts = Record<TextName, string>;

/** What an example puts into the editors. */
export function textsOf(id: string): Texts {
  const [folder, name = ""] = id.split("/");
  if (folder === "own") return takeApart(own[name] ?? "");
  const { text, data } = widgetFiles[name]!;
  return takeApart(text, JSON.parse(data) as object);
}

/**
 * A `.widget` file as texts. Without data its sample is taken, or one is made
 * up after its schema.
 * @throws when it is none
 */
export function takeApart(text: string, data?: object): Texts {
  const file = parseWidgetFile(text);
  const values = data ?? sampleData(file);
  return {
    template: file.template.trim(),
    schema: file.jsonSchema ? pretty(file.jsonSchema) : "",
    data: pretty(values),
    json: pretty(rendered()),
  };

  function rendered() {
    try {
      return renderWidgetTemplate(file, values);
    } catch {
      return file.outputJsonPreview ?? { type: "Basic", children: [] };
    }
  }
}
