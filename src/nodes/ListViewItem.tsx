import { useContext, useId, type CSSProperties, type ReactNode } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { boxStyle, type FlexProps } from "../core/style.js";
import { InList } from "../parts/InList.js";
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
  const { run } = useAction(onClickAction, "self");
  const contentId = useId();
  const Item = useContext(InList) ? "li" : "div";
  return (
    <Item
      className="wr-ListViewItem"
      data-node="ListViewItem"
      data-node-id={id ?? undefined}
    >
      {onClickAction && host.settings.interactive && (
        // Under the content, not around it: a button may not hold another.
        <button
          type="button"
          className="wr-ListViewItem-target"
          aria-labelledby={contentId}
          onClick={run}
        />
      )}
      <InList.Provider value={false}>
        <div
          id={contentId}
          className="wr-ListViewItem-content"
          data-direction="row"
          data-spacing={props.gap == null ? "auto" : undefined}
          style={boxStyle(props, styleContext(host, node)) as CSSProperties}
        >
          {children}
        </div>
      </InList.Provider>
    </Item>
  );
}
