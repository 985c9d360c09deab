export { applyUpdate } from "./applyUpdate.js";
export { shareStructure } from "./shareStructure.js";
export { widgetToText } from "./nodeTree.js";
export { isWidget } from "./isWidget.js";
export { resolveLoading, withFormValues } from "./action.js";
export type {
  Action,
  ActionConfig,
  Loading,
  LoadingBehavior,
} from "./action.js";
export type { FormProblem, FormValues } from "./formValues.js";
export type {
  WidgetComponentUpdated,
  WidgetRootUpdated,
  WidgetTextDelta,
  WidgetUpdate,
} from "./applyUpdate.js";
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
} from "./style/style.js";
