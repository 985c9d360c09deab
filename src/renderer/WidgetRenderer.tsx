import {
  forwardRef,
  memo,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type ForwardedRef,
  type RefObject,
} from "react";
import clsx from "clsx/lite";
import { sendToServer } from "../actions/dispatchAction.js";
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
import { captureFocus } from "../forms/focus.js";
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
  /**
   * The widget is not complete yet, as while a model writes it. Errors of its JSON are
   * reported when it is, room is kept for what is still to come, and nodes that get
   * their `name`, `id` or `key` late are not mounted again.
   * @default false
   */
  growing?: boolean | undefined;
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
// Memoised, so that in a thread of many widgets the one that has changed renders alone.
export const WidgetRenderer = memo(
  forwardRef(function WidgetRenderer(
    props: WidgetRendererProps,
    ref: ForwardedRef<WidgetRendererHandle>,
  ) {
    const { widget, itemId, className, style, "aria-label": label } = props;
    const element = useRef<HTMLDivElement>(null);
    const [context, store] = useWidgetContextValue(props);
    const { settings } = context;
    const [prepareWidget] = useState(createPrepareWidget);
    const { root, errors } = prepareWidget(widget, settings);
    const { subscribe, getShown } = context.pendingActions;
    const shown = useSyncExternalStore(subscribe, getShown, getShown);
    const { pending, refused } = shown;
    const isBusy = pending.some(({ loading }) => loading === "container");
    const item = { id: itemId, widget };
    useCommitted(store, { props, root, item });
    for (const error of errors) context.report(error);
    useImperativeHandle(
      ref,
      () => ({
        sendAction: (action) => sendToServer(context, action),
        getFormValues: () =>
          element.current
            ? readFormValues(element.current, context.report)
            : {},
        get element() {
          return element.current;
        },
      }),
      [context],
    );
    const [isUnstyled, setUnstyled] = useState(false);
    useEffect(() => {
      if (!isUnstyled && restoreStyles(element.current)) {
        return setUnstyled(true);
      }
      return watchRowsLater(element);
    }, [isUnstyled]);
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
            {isBusy && <Inert element={element} />}
            {refused && (
              <div className="wr-Refusal" aria-hidden>
                <span className="wr-Refusal-text">
                  {settings.labels.refused}
                </span>
              </div>
            )}
          </div>
          {/* It is beside the root, because an inert element is not announced. */}
          <output className="wr-hidden">
            {pending.length > 0
              ? settings.labels.loading
              : refused
                ? settings.labels.refused
                : null}
          </output>
        </FormContext.Provider>
      </WidgetContext.Provider>
    );
  }),
);

/** A container action makes the widget inert, which takes the focus away until it ends. */
function Inert({ element }: { element: RefObject<HTMLElement | null> }) {
  useEffect(
    () => (element.current ? makeInert(element.current) : undefined),
    [element],
  );
  return null;
}

/** React 18 and 19 disagree about the attribute, so the property is set. */
function makeInert(root: HTMLElement) {
  const restoreFocus = captureFocus(root);
  root.inert = true;
  return () => {
    root.inert = false;
    restoreFocus?.();
  };
}

/** The code loads when the first widget is mounted: it reacts to layout only. */
function watchRowsLater(element: RefObject<HTMLElement | null>) {
  let stop: (() => void) | undefined;
  let isMounted = true;
  const setUnwatched = (isUnwatched: boolean) =>
    element.current?.toggleAttribute("data-unwatched", isUnwatched);
  const start = () => {
    import("./watchRows.js").then(
      (module) => {
        const root = element.current;
        // Without layout, as in jsdom, no row is too wide.
        if (!isMounted || !root?.checkVisibility) return;
        setUnwatched(false);
        stop = module.watchRows(root);
      },
      () => {
        if (!isMounted) return;
        // Every row scrolls then, also one that fits.
        setUnwatched(true);
        addEventListener("online", start, { once: true });
      },
    );
  };
  start();
  return () => {
    isMounted = false;
    removeEventListener("online", start);
    stop?.();
  };
}
