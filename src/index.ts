"use client";

// Icon comes first: src/ui/Icon.tsx says why.
export { Icon, type IconProps } from "./nodes/Icon/Icon.js";
export { Badge, type BadgeProps } from "./nodes/Badge/Badge.js";
export { Basic, type BasicProps } from "./nodes/Basic/Basic.js";
export { Box, type BoxProps } from "./nodes/Box/Box.js";
export { Button, type ButtonProps } from "./nodes/Button/Button.js";
export { Caption, type CaptionProps } from "./nodes/Caption/Caption.js";
export { Card, type CardAction, type CardProps } from "./nodes/Card/Card.js";
export {
  Chart,
  type ChartCurve,
  type ChartProps,
  type ChartSeries,
  type ChartValue,
  type ChartXAxis,
} from "./nodes/Chart/Chart.js";
export { Checkbox, type CheckboxProps } from "./nodes/Checkbox/Checkbox.js";
export { Col, type ColProps } from "./nodes/Col/Col.js";
export {
  DatePicker,
  type DatePickerProps,
} from "./nodes/DatePicker/DatePicker.js";
export { Divider, type DividerProps } from "./nodes/Divider/Divider.js";
export { Form, type FormProps } from "./nodes/Form/Form.js";
export { Image, type ImageProps } from "./nodes/Image/Image.js";
export { Input, type InputProps } from "./nodes/Input/Input.js";
export { Label, type LabelProps } from "./nodes/Label/Label.js";
export { ListView, type ListViewProps } from "./nodes/ListView/ListView.js";
export {
  ListViewItem,
  type ListViewItemProps,
} from "./nodes/ListViewItem/ListViewItem.js";
export { Markdown, type MarkdownProps } from "./nodes/Markdown/Markdown.js";
export {
  RadioGroup,
  type RadioGroupProps,
  type RadioOption,
} from "./nodes/RadioGroup/RadioGroup.js";
export { Row, type RowProps } from "./nodes/Row/Row.js";
export {
  Select,
  type SelectOption,
  type SelectProps,
} from "./nodes/Select/Select.js";
export { Spacer, type SpacerProps } from "./nodes/Spacer/Spacer.js";
export { Table, type TableProps } from "./nodes/Table/Table.js";
export { TableCell, type TableCellProps } from "./nodes/Table/TableCell.js";
export { TableRow, type TableRowProps } from "./nodes/Table/TableRow.js";
export { Text, type TextProps } from "./nodes/Text/Text.js";
export { Textarea, type TextareaProps } from "./nodes/Textarea/Textarea.js";
export { Title, type TitleProps } from "./nodes/Title/Title.js";
export {
  Transition,
  type TransitionProps,
} from "./nodes/Transition/Transition.js";
export {
  WidgetProvider,
  type WidgetProviderProps,
} from "./renderer/WidgetProvider.js";
export {
  WidgetRenderer,
  type WidgetRendererHandle,
  type WidgetRendererProps,
} from "./renderer/WidgetRenderer.js";
export {
  createFetchAction,
  type FetchActionError,
  type FetchActionOptions,
} from "./actions/createFetchAction.js";
export {
  defineActions,
  type ActionOf,
  type DefinedActions,
} from "./actions/defineActions.js";
export { useAction } from "./actions/useAction.js";
export { useField, type Field, type FieldOptions } from "./forms/useField.js";
export { isWidget } from "./renderer/isWidget.js";
export { useWidget } from "./renderer/useWidget.js";
export type { NodeProps } from "./context/WidgetContext.js";
export type {
  ActionContext,
  TransformUrl,
  Validate,
  WidgetError,
  WidgetErrorCode,
} from "./types.js";
export type { IconComponent, NodeComponent } from "./context/settings.js";
export type {
  Action,
  ActionConfig,
  Alignment,
  BlockProps,
  Border,
  Borders,
  ColorValue,
  FlexProps,
  FormProblem,
  FormValues,
  Justification,
  Limits,
  Loading,
  LoadingBehavior,
  Radius,
  Spacing,
  ThemeColor,
  WidgetComponentUpdated,
  WidgetRootUpdated,
  WidgetTextDelta,
  WidgetUpdate,
} from "./core/index.js";
export type { Labels } from "./core/labels.js";
export type { Theme, ThemeOption } from "./context/theme.js";
// A star, because a module augmentation reaches `CustomNodes` only through one.
export type * from "./types.js";
