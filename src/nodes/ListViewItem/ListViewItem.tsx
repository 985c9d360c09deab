import {
  cloneElement,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from "react";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import { boxStyle, type FlexProps } from "../../core/style/layout.js";
import { nodeAttributes, pendingAttributes } from "../../ui/nodeAttributes.js";
import { childrenOf } from "../../core/nodeTree.js";
import { isRecord, toText } from "../../core/json.js";
import { usePropReader, type PropReader } from "../../context/propReader.js";
import { spacingOf } from "../../ui/flexAttributes.js";
import { Spinner } from "../../ui/Spinner.js";
import { useAction } from "../../actions/useAction.js";

export interface ListViewItemProps extends NodeProps, FlexProps {
  /** Cross axis. @default "center" */
  align?: Required<FlexProps>["align"];
  /** Spacing units of 4 px, or CSS. @default 3 */
  gap?: Required<FlexProps>["gap"];
  /** Started by a click on the row, except on a control in it. While it runs, the row shows it and the other rows wait by default. */
  onClickAction?: ActionConfig | null;
  children?: ReactNode;
}

/** What a ListView gives its rows. */
interface InList {
  /** Called with 1 when the action of the row begins, with -1 when it ends; absent outside of a list. */
  onPendingChange?: ((change: 1 | -1) => void) | undefined;
}

/** A row of a ListView. */
export function ListViewItem(props: ListViewItemProps & InList) {
  const read = usePropReader(props);
  const action = read.action("onClickAction");
  // JSON may have a property of this name as well, which is no function.
  const onPendingChange =
    typeof props.onPendingChange === "function"
      ? props.onPendingChange
      : undefined;
  const [pending, setPending] = useState(false);
  const run = useRef<() => void>(undefined);
  const startedOnRow = useRef(true);
  const contentId = useId();
  const Item = onPendingChange ? "li" : "div";
  const acts = action && read.context.settings.interactive;
  return (
    <Item
      {...nodeAttributes("ListViewItem", props.id)}
      {...pendingAttributes(pending)}
      onMouseDown={
        acts
          ? (event) => (startedOnRow.current = focusTarget(event))
          : undefined
      }
      onClick={
        acts
          ? (event) => {
              // A press that begins on a control and ends on the row is a click on neither.
              const isOnRow = startedOnRow.current || event.detail === 0;
              if (isOnRow && isRowEvent(event)) run.current?.();
            }
          : undefined
      }
    >
      {action && (
        <Target
          action={action}
          labelledBy={contentId}
          read={read}
          runRef={run}
          setPending={setPending}
          onPendingChange={onPendingChange}
        />
      )}
      <div
        id={acts ? contentId : undefined}
        className="wr-ListViewItem-content"
        data-direction="row"
        data-spacing={spacingOf(props.gap)}
        style={boxStyle(props, read)}
      >
        {props.children}
      </div>
      {pending && <Spinner />}
    </Item>
  );
}

interface TargetProps extends InList {
  action: ActionConfig;
  labelledBy: string;
  read: PropReader;
  /** Set by it, for a click on the row. */
  runRef: RefObject<(() => void) | undefined>;
  setPending: (pending: boolean) => void;
}

/**
 * The button of a row, for the keyboard and assistive technology; clicks go to the row
 * itself. It is under the content, not around it, as HTML allows no button in a
 * button. A component, since most rows have no action and so need no hooks of one.
 */
function Target({
  action,
  labelledBy,
  read,
  runRef,
  setPending,
  onPendingChange,
}: TargetProps) {
  const { interactive } = read.context.settings;
  const { run, pending } = useAction(action, "self");
  useImperativeHandle(runRef, () => run, [run]);
  // Before the browser paints: a row that is inert for its action would lose the focus.
  useIsomorphicLayoutEffect(() => {
    if (!pending) return;
    setPending(true);
    onPendingChange?.(1);
    return () => {
      setPending(false);
      onPendingChange?.(-1);
    };
  }, [pending, setPending, onPendingChange]);
  return interactive ? (
    <button
      type="button"
      className="wr-ListViewItem-target"
      {...(isRecord(read.node) && !hasText(read.node)
        ? // A row without a text is named by its action: "item.open" → "item open".
          { "aria-label": toText(action.type).replace(/[\W_]+/g, " ") }
        : { "aria-labelledby": labelledBy })}
    />
  ) : null;
}

function hasText(node: unknown): boolean {
  return childrenOf(node).some(
    (child) =>
      isRecord(child) &&
      (toText(child["value"] ?? child["label"] ?? child["alt"]) !== "" ||
        hasText(child)),
  );
}

/** A rendered row as an item of a list, to which it reports its action. */
export function inList(
  row: ReactElement,
  onPendingChange: NonNullable<InList["onPendingChange"]>,
): ReactElement {
  const { type, props } = row as ReactElement<{ children: ReactElement }>;
  return type === ListViewItem
    ? cloneElement(row as ReactElement<InList>, { onPendingChange })
    : // After a crash the row is in a boundary.
      cloneElement(row, undefined, inList(props.children, onPendingChange));
}

/**
 * Treats a press on the row as one on its button: selects no text and focuses the
 * button. Returns `false` for a press on a control in the row.
 */
function focusTarget(event: MouseEvent<HTMLElement>): boolean {
  if (!isRowEvent(event)) return false;
  if (event.button === 0) {
    event.preventDefault();
    targetOf(event.currentTarget)?.focus({
      preventScroll: true,
      focusVisible: false,
    });
  }
  return true;
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
