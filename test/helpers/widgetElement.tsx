import type { ComponentProps } from "react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

export type WidgetProps = Omit<ComponentProps<typeof WidgetRenderer>, "widget">;

/** The renderer of a widget, with American dates on every machine. */
export const widgetElement = (widget: WidgetNode, props?: WidgetProps) => (
  <WidgetRenderer locale="en-US" {...props} widget={widget} />
);

/** The renderer of a widget in a container that is `width` px wide. */
export const widgetAtWidth = (
  width: number,
  widget: WidgetNode,
  props?: WidgetProps,
) => <div style={{ width }}>{widgetElement(widget, props)}</div>;
