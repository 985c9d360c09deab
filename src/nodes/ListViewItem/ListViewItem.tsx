import {
  cloneElement,
  useId,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import { boxStyle, type FlexProps } from "../../core/style/layout.js";
import {
  classNameOf,
  nodeAttributes,
  pendingAttributes,
  styled,
} from "../../ui/nodeAttributes.js";
import { childrenOf } from "../../core/nodeTree.js";
import { isRecord, toText } from "../../core/json.js";
import { spacingOf } from "../../ui/flexAttributes.js";
import { Spinner } from "../../ui/Spinner.js";
import { startAction } from "../../actions/startAction.js";
import { formAround } from "../../forms/FormContext.js";
import { defineView } from "../../ui/defineView.js";

export interface ListViewItemProps extends NodeProps, FlexProps {
  /** Cross axis. @default "center" */
  align?: Required<FlexProps>["align"];
  /** Spacing units of 4 px, or CSS. @default 3 */
  gap?: Required<FlexProps>["gap"];
  /** Started by a click on the row, except on a control in it. While it runs, the row shows it and the other rows wait by default. */
  onClickAction?: ActionConfig | null;
  children?: ReactNode;
}

/** A row of a ListView. */
export const ListViewItem = defineView(function ListViewItem(
  props: ListViewItemProps,
  read,
  children,
) {
  const { context } = read;
  const config = read.action("onClickAction");
  const pending = read.loading("onClickAction") === "self";
  // JSON may have a property of this name as well, which is not the function.
  const { inList: mark } = props as { inList?: unknown };
  const Item = mark === inList ? "li" : "div";
  const acts = config !== undefined && context.settings.interactive;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { currentTarget: row, detail } = event;
    // A press that begins on a control and ends on the row is a click on neither.
    if (detail > 0 && pressedOnControl.has(row)) return;
    if (!isRowEvent(event)) return;
    const binding = read.binding("onClickAction");
    const form = formAround(row);
    startAction({ context, binding, config, auto: "self", form });
  };
  return (
    <Item
      {...nodeAttributes("ListViewItem", props.id)}
      {...pendingAttributes(pending)}
      {...(acts && { onMouseDown: focusTarget, onClick })}
    >
      {acts && (
        <Target
          // A row without a text is named by its action: "item.open" → "item open".
          label={
            isRecord(read.node) && !hasText(read.node)
              ? toText(config.type).replace(/[\W_]+/g, " ")
              : undefined
          }
        />
      )}
      <div
        className={classNameOf("ListViewItem-content", "row")}
        data-spacing={spacingOf(props.gap)}
        {...styled(boxStyle(props, read))}
      >
        {children}
      </div>
      {pending && <Spinner />}
    </Item>
  );
});

/**
 * The button of a row, for the keyboard and assistive technology; clicks go to the row
 * itself. It is before the content, not around it, as HTML allows no button in a button.
 */
function Target({ label }: { label: string | undefined }) {
  const contentId = useId();
  return (
    <button
      type="button"
      className="wr-ListViewItem-target"
      aria-label={label}
      aria-labelledby={label === undefined ? contentId : undefined}
      // Through the DOM, as rows without an action have no id and no such component.
      ref={(button) => {
        if (button) button.nextElementSibling!.id = contentId;
      }}
    />
  );
}

function hasText(node: unknown): boolean {
  return childrenOf(node).some(
    (child) =>
      isRecord(child) &&
      (toText(child["value"] ?? child["label"] ?? child["alt"]) !== "" ||
        hasText(child)),
  );
}

/** A rendered row as an item of a list. */
export function inList(row: ReactElement): ReactElement {
  const { type, props, key } = row as ReactElement<{ children: ReactElement }>;
  // As the renderer has called it.
  if (type === "div") return <li {...props} key={key} />;
  return type === ListViewItem
    ? cloneElement(row as ReactElement<{ inList: unknown }>, { inList })
    : // After a crash the row is in a boundary.
      cloneElement(row, undefined, inList(props.children));
}

/** Rows in which the last press began on a control. */
const pressedOnControl = new WeakSet<Element>();

/** Treats a press on the row as one on its button: selects no text and focuses the button. */
function focusTarget(event: MouseEvent<HTMLElement>) {
  const { currentTarget: row } = event;
  if (!isRowEvent(event)) {
    pressedOnControl.add(row);
    return;
  }
  pressedOnControl.delete(row);
  if (event.button !== 0) return;
  event.preventDefault();
  targetOf(row)?.focus({ preventScroll: true, focusVisible: false });
}

/** The button of a row. */
export function targetOf(row: Element): HTMLElement | null {
  return row.querySelector(":scope > .wr-ListViewItem-target");
}

// `[data-more]` is a Row that scrolls: it can be focused, but does nothing on a press.
const CONTROLS =
  "button, a, input, textarea, select, label, summary, [tabindex]:not([data-more])";

/** Whether an event is on the row itself, not on a control or a popover in it. */
function isRowEvent(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget: row } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  const control = target.closest(CONTROLS);
  return (
    row.contains(target) &&
    (control === null || control === targetOf(row) || control.contains(row))
  );
}
