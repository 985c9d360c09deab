import { useContext, useId, type MouseEvent, type ReactNode } from "react";
import { useBeforePaint } from "../beforePaint.js";
import { styleContext, useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { boxStyle, type FlexProps } from "../core/style.js";
import { nodeAttributes, pendingAttributes } from "../parts/attributes.js";
import { InList } from "../parts/InList.js";
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

/** A row of a ListView. */
export function ListViewItem(props: ListViewItemProps) {
  const { id, node, onClickAction, children } = props;
  const host = useHost();
  const { run, pending } = useAction(onClickAction, "self");
  const contentId = useId();
  const hold = useContext(InList);
  const Item = hold ? "li" : "div";
  // At once: a row that waits for itself would lose the focus.
  useBeforePaint(() => {
    if (!pending || !hold) return;
    hold(1);
    return () => hold(-1);
  }, [pending, hold]);
  const acts = onClickAction != null && host.settings.interactive;
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
      <InList.Provider value={null}>
        <div
          id={contentId}
          className="wr-ListViewItem-content"
          data-direction="row"
          data-spacing={props.gap == null ? "auto" : undefined}
          style={boxStyle(props, styleContext(host, node))}
        >
          {children}
        </div>
      </InList.Provider>
      {pending && <Spinner />}
    </Item>
  );
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
