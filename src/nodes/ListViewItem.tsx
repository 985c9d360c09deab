import {
  cloneElement,
  useId,
  type CSSProperties,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { jsx } from "react/jsx-runtime";
import { useBeforePaint } from "../beforePaint.js";
import { styleContext, useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { boxStyle, type FlexProps } from "../core/style.js";
import { nodeAttributes, pendingAttributes } from "../parts/attributes.js";
import { Spinner } from "../parts/Spinner.js";
import { useAction } from "../useAction.js";

export interface ListViewItemProps extends NodeProps, FlexProps {
  /** Cross axis. @default "center" */
  align?: FlexProps["align"];
  /** Spacing units of 4 px, or CSS. @default 3 */
  gap?: FlexProps["gap"];
  /** Makes the whole row a button; controls in it act for themselves. */
  onClickAction?: ActionConfig | null;
  children?: ReactNode;
}

/** What a ListView gives its rows. */
interface InList {
  /** Told when the action of the row begins and ends; absent outside of a list. */
  hold?: (change: 1 | -1) => void;
}

/** A row of a ListView. */
export function ListViewItem(props: ListViewItemProps & InList) {
  const content = useContent(props);
  if (props.onClickAction != null) return <ActingItem {...props} />;
  const Item = props.hold ? "li" : "div";
  return (
    <Item {...nodeAttributes("ListViewItem", props.id)}>
      <div {...content} />
    </Item>
  );
}

/** A row that is a button as a whole. */
function ActingItem(props: ListViewItemProps & InList) {
  const { id, onClickAction, hold } = props;
  const { run, pending } = useAction(onClickAction, "self");
  const contentId = useId();
  const content = useContent(props);
  const Item = hold ? "li" : "div";
  // At once: a row that waits for itself would lose the focus.
  useBeforePaint(() => {
    if (!pending || !hold) return;
    hold(1);
    return () => hold(-1);
  }, [pending, hold]);
  const acts = useHost().settings.interactive;
  return (
    <Item
      {...nodeAttributes("ListViewItem", id)}
      {...pendingAttributes(pending)}
      // Here, so that a click that reaches the content counts as well.
      onClick={acts ? (event) => isOwn(event) && run() : undefined}
    >
      {acts && (
        // Under the content, not around it: a button may not hold another.
        <button
          type="button"
          className="wr-ListViewItem-target"
          aria-labelledby={contentId}
        />
      )}
      <div {...content} id={contentId} />
      {pending && <Spinner />}
    </Item>
  );
}

function useContent(props: ListViewItemProps) {
  return {
    children: props.children,
    className: "wr-ListViewItem-content",
    "data-direction": "row",
    "data-spacing": props.gap == null ? "auto" : undefined,
    style: boxStyle(
      props,
      styleContext(useHost(), props.node),
    ) as CSSProperties,
  };
}

/** A drawn row as one of a list, whose `hold` it tells. */
export function inList(
  row: ReactElement,
  hold: NonNullable<InList["hold"]>,
): ReactElement {
  const { type, props, key } = row as ReactElement<{ children: ReactElement }>;
  // It was called, and this is its element.
  if (type === "div") return jsx("li", { ...props }, key ?? undefined);
  return type === ListViewItem || type === ActingItem
    ? cloneElement(row as ReactElement<InList>, { hold })
    : // After a crash it stands in a boundary.
      cloneElement(row, undefined, inList(props.children, hold));
}

const CONTROLS =
  "button, a, input, textarea, select, label, summary, [role=combobox], [tabindex]";

/** Whether a click is one on the row, not on a control or in a popover of it. */
function isOwn(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget: row } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  const control = target.closest(CONTROLS);
  return (
    row.contains(target) &&
    (control === null ||
      control.matches(".wr-ListViewItem-target") ||
      control.contains(row))
  );
}
