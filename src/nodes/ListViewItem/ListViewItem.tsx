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
  /** Makes the whole row a button; controls in it act for themselves. */
  onClickAction?: ActionConfig | null;
  children?: ReactNode;
}

/** What a ListView gives its rows. */
interface InList {
  /** Told when the action of the row begins and ends; absent outside of a list. */
  hold?: ((change: 1 | -1) => void) | undefined;
}

/** A row of a ListView. */
export function ListViewItem(props: ListViewItemProps & InList) {
  const read = usePropReader(props);
  const action = read.action("onClickAction");
  // A name that JSON may have as well.
  const hold = typeof props.hold === "function" ? props.hold : undefined;
  const [pending, setPending] = useState(false);
  const run = useRef<() => void>(undefined);
  const pressed = useRef(true);
  const contentId = useId();
  const Item = hold ? "li" : "div";
  const acts = action && read.context.settings.interactive;
  return (
    <Item
      {...nodeAttributes("ListViewItem", props.id)}
      {...pendingAttributes(pending)}
      onMouseDown={
        acts ? (event) => (pressed.current = press(event)) : undefined
      }
      onClick={
        acts
          ? (event) => {
              // A press on a control that ends beside it is a click on neither.
              const whole = pressed.current || event.detail === 0;
              if (whole && isOwn(event)) run.current?.();
            }
          : undefined
      }
    >
      {action && (
        <Target
          action={action}
          labelledBy={contentId}
          read={read}
          start={run}
          onPending={setPending}
          hold={hold}
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
  start: RefObject<(() => void) | undefined>;
  onPending: (pending: boolean) => void;
}

/**
 * The button of a row: under its content, not around it, as a button may not hold
 * another. It is what the keyboard and assistive technology use; the row itself
 * takes the clicks. Apart from the row, of which most have none.
 */
function Target({
  action,
  labelledBy,
  read,
  start,
  onPending,
  hold,
}: TargetProps) {
  const { interactive } = read.context.settings;
  const { run, pending } = useAction(action, "self");
  useImperativeHandle(start, () => run, [run]);
  // At once: a row that waits for itself would lose the focus.
  useIsomorphicLayoutEffect(() => {
    if (!pending) return;
    onPending(true);
    hold?.(1);
    return () => {
      onPending(false);
      hold?.(-1);
    };
  }, [pending, onPending, hold]);
  return interactive ? (
    <button
      type="button"
      className="wr-ListViewItem-target"
      {...(isRecord(read.node) && !holdsText(read.node)
        ? // Of a row without a text: "item.open" → "item open".
          { "aria-label": toText(action.type).replace(/[\W_]+/g, " ") }
        : { "aria-labelledby": labelledBy })}
    />
  ) : null;
}

function holdsText(node: unknown): boolean {
  return childrenOf(node).some(
    (child) =>
      isRecord(child) &&
      (toText(child["value"] ?? child["label"] ?? child["alt"]) !== "" ||
        holdsText(child)),
  );
}

/** A drawn row as one of a list, whose `hold` it tells. */
export function inList(
  row: ReactElement,
  hold: NonNullable<InList["hold"]>,
): ReactElement {
  const { type, props } = row as ReactElement<{ children: ReactElement }>;
  return type === ListViewItem
    ? cloneElement(row as ReactElement<InList>, { hold })
    : // After a crash it stands in a boundary.
      cloneElement(row, undefined, inList(props.children, hold));
}

/**
 * A press on a row is one on its button: no text is selected, and the focus goes
 * there. `false`: it is one on something else in the row.
 */
function press(event: MouseEvent<HTMLElement>): boolean {
  if (!isOwn(event)) return false;
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

// A row that scrolls takes the focus and does nothing with a press.
const CONTROLS =
  "button, a, input, textarea, select, label, summary, [tabindex]:not([data-more])";

/** Whether an event is one on the row, not on a control or in a popover of it. */
function isOwn(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget: row } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  const control = target.closest(CONTROLS);
  return (
    row.contains(target) &&
    (control === null || control === targetOf(row) || control.contains(row))
  );
}
