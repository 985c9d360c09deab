"use client";

// First, and in it the icons: a bundler that orders its chunks by first use then
// keeps what lazy parts share in the app's own chunk.
export { Icon, type IconProps } from "./nodes/Icon.js";
export { Badge, type BadgeProps } from "./nodes/Badge.js";
export { Basic, type BasicProps } from "./nodes/Basic.js";
export { Box, type BoxProps } from "./nodes/Box.js";
export { Button, type ButtonProps } from "./nodes/Button.js";
export { Caption, type CaptionProps } from "./nodes/Caption.js";
export { Card, type CardAction, type CardProps } from "./nodes/Card.js";
export {
  Chart,
  type ChartCurve,
  type ChartProps,
  type ChartSeries,
  type ChartValue,
  type ChartXAxis,
} from "./nodes/Chart.js";
export { Checkbox, type CheckboxProps } from "./nodes/Checkbox.js";
export { Col, type ColProps } from "./nodes/Col.js";
export { DatePicker, type DatePickerProps } from "./nodes/DatePicker.js";
export { Divider, type DividerProps } from "./nodes/Divider.js";
export { Form, type FormProps } from "./nodes/Form.js";
export { Image, type ImageProps } from "./nodes/Image.js";
export { Input, type InputProps } from "./nodes/Input.js";
export { Label, type LabelProps } from "./nodes/Label.js";
export { ListView, type ListViewProps } from "./nodes/ListView.js";
export { ListViewItem, type ListViewItemProps } from "./nodes/ListViewItem.js";
export { Markdown, type MarkdownProps } from "./nodes/Markdown.js";
export {
  RadioGroup,
  type RadioGroupProps,
  type RadioOption,
} from "./nodes/RadioGroup.js";
export { Row, type RowProps } from "./nodes/Row.js";
export { Select, type SelectOption, type SelectProps } from "./nodes/Select.js";
export { Spacer, type SpacerProps } from "./nodes/Spacer.js";
export { Table, type TableProps } from "./nodes/Table.js";
export { TableCell, type TableCellProps } from "./nodes/TableCell.js";
export { TableRow, type TableRowProps } from "./nodes/TableRow.js";
export { Text, type TextProps } from "./nodes/Text.js";
export { Textarea, type TextareaProps } from "./nodes/Textarea.js";
export { Title, type TitleProps } from "./nodes/Title.js";
export { Transition, type TransitionProps } from "./nodes/Transition.js";
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
export type { Labels } from "./labels.js";
export type { Theme, ThemeOption } from "./theme.js";
// By a star alone a module augmentation reaches `CustomNodes`.
export type * from "./types.js";
