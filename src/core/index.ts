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
  FlexProps,
  Justification,
} from "./style/layout.js";
export type { Border, Borders, Radius } from "./style/border.js";
export type { Spacing } from "./style/spacing.js";
export type { ColorValue, ThemeColor } from "./style/value.js";
