import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ForwardedRef,
  type RefObject,
} from "react";
import clsx from "clsx";
import { sendToServer } from "../actions/dispatchAction.js";
import * as messages from "../context/messages.js";
import type { HostProps } from "../context/settings.js";
import { themeOf } from "../context/theme.js";
import { WidgetContext } from "../context/WidgetContext.js";
import type { Action } from "../core/action.js";
import type { FormValues } from "../core/formValues.js";
import { FormContext } from "../forms/FormContext.js";
import { readFormValues } from "../forms/readFormValues.js";
import type { WidgetNode } from "../types.js";
import { createPrepareWidget } from "./prepareWidget.js";
import { restoreStyles } from "./restoreStyles.js";
import { useBusy } from "./useBusy.js";
import {
  useCommitted,
  useWidgetContextValue,
} from "./useWidgetContextValue.js";
import { WidgetTree } from "./WidgetTree.js";

export interface WidgetRendererProps extends HostProps {
  /** The root of a widget, or any node. `null` renders nothing. It is never mutated. */
  widget: WidgetNode | null | undefined;
  /** The id of the thread item with the widget; handlers get it. */
  itemId?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  "aria-label"?: string | undefined;
}

/** What a ref on a `WidgetRenderer` gives. */
export interface WidgetRendererHandle {
  /** Starts a server action from outside the widget. */
  sendAction(action: Action): Promise<void>;
  /**
   * The values of all fields that have a name, in forms and outside; dots in
   * names nest. `initialFormValues` takes them.
   */
  getFormValues(): FormValues;
  /** The element around the widget. */
  readonly element: HTMLElement | null;
}

/**
 * Renders a ChatKit widget.
 *
 * @example
 * <WidgetRenderer
 *   widget={item.widget}
 *   itemId={item.id}
 *   sendAction={(action, item) => chat.sendCustomAction(action, item.id)}
 * />
 */
export const WidgetRenderer = forwardRef(function WidgetRenderer(
  props: WidgetRendererProps,
  ref: ForwardedRef<WidgetRendererHandle>,
) {
  const { widget, itemId, className, style, "aria-label": label } = props;
  const element = useRef<HTMLDivElement>(null);
  const [context, store] = useWidgetContextValue(props);
  const { settings } = context;
  const [prepareWidget] = useState(createPrepareWidget);
  const { root, hits } = prepareWidget(widget, settings);
  const { pending, isBusy, isRefused } = useBusy(
    context.pendingActions,
    element,
  );
  const item = { id: itemId, widget };
  useCommitted(store, { props, root, item });
  for (const { limit, max, path } of hits) {
    const message = messages.limitExceeded(limit, max);
    context.report({ code: "limit", message, path, node: root });
  }
  useImperativeHandle(
    ref,
    () => ({
      sendAction: (action) => sendToServer(context, action),
      getFormValues: () =>
        element.current ? readFormValues(element.current, context.report) : {},
      get element() {
        return element.current;
      },
    }),
    [context],
  );
  const [isUnstyled, setUnstyled] = useState(false);
  useEffect(() => setUnstyled(restoreStyles(element.current)), []);
  useRowWatcher(element, isUnstyled);
  const id = useId();
  const scope = useMemo(() => ({ id, key: "" }), [id]);
  const theme = useMemo(() => themeOf(settings.theme), [settings.theme]);

  return (
    <WidgetContext.Provider value={context}>
      <FormContext.Provider value={scope}>
        <div
          // Another key makes React render the element again.
          key={isUnstyled ? "styled" : undefined}
          ref={element}
          className={clsx("wr-root", theme.className, className)}
          style={{ ...theme.variables, ...style }}
          data-theme={theme.scheme}
          data-busy={isBusy ? "" : undefined}
          aria-busy={isBusy || undefined}
          role={label === undefined ? undefined : "group"}
          aria-label={label}
        >
          <WidgetTree {...{ root, context, pending, element }} />
          {isRefused && (
            <div className="wr-Refusal" aria-hidden>
              <span className="wr-Refusal-text">{settings.labels.refused}</span>
            </div>
          )}
        </div>
        {/* It is beside the root, because an inert element is not announced. */}
        <output className="wr-hidden">
          {pending.length > 0
            ? settings.labels.loading
            : isRefused
              ? settings.labels.refused
              : null}
        </output>
      </FormContext.Provider>
    </WidgetContext.Provider>
  );
});

/** Its code loads when the first widget is mounted: it reacts to layout only. */
function useRowWatcher(
  element: RefObject<HTMLElement | null>,
  isUnstyled: boolean,
) {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isMounted = true;
    import("./watchRows.js").then(
      ({ watchRows }) => {
        const root = element.current;
        // Without layout, as in jsdom, no row is too wide.
        if (isMounted && root?.checkVisibility) stop = watchRows(root);
      },
      // Without it a row that is too wide is cut at the edge of the widget.
      () => undefined,
    );
    return () => {
      isMounted = false;
      stop?.();
    };
    // `restoreStyles` may have replaced the element.
  }, [element, isUnstyled]);
}
