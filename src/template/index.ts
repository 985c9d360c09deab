export { WidgetFileError } from "./error.js";
export type { WidgetFileErrorCode, WidgetFileErrorDetails } from "./error.js";
export { parseWidgetFile } from "./file.js";
export type { WidgetFile } from "./compile.js";
export { renderWidgetTemplate } from "./render.js";
export type { RenderWidgetTemplateOptions } from "./render.js";
