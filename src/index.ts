"use client";

// First, and in it the icons: a bundler that orders its chunks by first use then
// keeps what lazy parts share in the app's own chunk.
export * from "./nodes/index.js";
export { WidgetProvider, type WidgetProviderProps } from "./WidgetProvider.js";
export {
  WidgetRenderer,
  type WidgetRendererHandle,
  type WidgetRendererProps,
} from "./WidgetRenderer.js";
export {
  createFetchAction,
  type FetchActionError,
  type FetchActionOptions,
} from "./createFetchAction.js";
export {
  defineActions,
  type ActionOf,
  type DefinedActions,
} from "./defineActions.js";
export { useAction } from "./useAction.js";
export { useField, type Field, type FieldOptions } from "./useField.js";
export { isWidget } from "./isWidget.js";
export { useWidget } from "./useWidget.js";
export * from "./nodes/index.js";
export type {
  ActionContext,
  IconComponent,
  NodeComponent,
  NodeProps,
  TransformUrl,
  Validate,
  WidgetError,
  WidgetErrorCode,
} from "./context.js";
export type * from "./core/index.js";
export type { Labels } from "./labels.js";
export type { Theme, ThemeOption } from "./theme.js";
// By a star alone a module augmentation reaches `CustomNodes`.
export type * from "./types.js";
