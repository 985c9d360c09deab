export { validateWidget } from "./validateWidget.js";
export { formatIssues } from "./formatIssues.js";
export { repairWidget } from "./repairWidget.js";
export type { RepairOptions, WidgetChange } from "./repairWidget.js";
export type { FormatIssuesOptions } from "./formatIssues.js";
export { widgetSchema } from "./widgetSchema.js";
export type { WidgetSchemaOptions } from "./widgetSchema.js";
export type {
  ComponentSchemas,
  JsonSchema,
  ValidateOptions,
  WidgetIssue,
  WidgetIssueCode,
} from "./types.js";
export { defineComponents } from "./defineComponents.js";
export type {
  ComponentDefinition,
  DefinedComponents,
  PropsOf,
  PropsSchema,
} from "./defineComponents.js";
export type { StandardSchema } from "./standardSchema.js";
export { widgetPrompt } from "./widgetPrompt.js";
export type { WidgetPromptOptions } from "./widgetPrompt.js";
