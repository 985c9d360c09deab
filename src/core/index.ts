export { applyUpdate } from "./update.js";
export { shareStructure } from "./share.js";
export { widgetToText } from "./tree.js";
export { isWidget } from "./isWidget.js";
export { resolveLoading, withFormValues } from "./action.js";
export type {
  Action,
  ActionConfig,
  Loading,
  LoadingBehavior,
} from "./action.js";
export type { FormProblem, FormValues } from "./form.js";
export type {
  WidgetComponentUpdated,
  WidgetRootUpdated,
  WidgetTextDelta,
  WidgetUpdate,
} from "./update.js";
export type { Limits } from "./limits.js";
export type {
  Alignment,
  BlockProps,
  Border,
  Borders,
  FlexProps,
  ColorValue,
  Justification,
  Radius,
  Spacing,
  ThemeColor,
} from "./style.js";
