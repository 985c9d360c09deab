import {
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import clsx from "clsx";
import { sendToServer } from "../actions/dispatchAction.js";
import { WidgetContext } from "../context/WidgetContext.js";
import type { HostProps } from "../context/settings.js";
import { themeOf } from "../context/theme.js";
import type { Action } from "../core/action.js";
import type { FormValues } from "../core/formValues.js";
import { FormContext } from "../forms/FormContext.js";
import { readFormValues } from "../forms/readFormValues.js";
import { Tree } from "./WidgetTree.js";
import { createRoots, limitError } from "./prepareWidget.js";
import { restoreStyles } from "./restoreStyles.js";
import { useBusy } from "./useBusy.js";
import {
  useCommittedProps,
  useWidgetContextValue,
} from "./useWidgetContextValue.js";
import type { WidgetNode } from "../types.js";
import { watchRows } from "../ui/watchRows.js";

export interface WidgetRendererProps extends HostProps {
  /** The root of a widget, or any node. `null` draws nothing. Never mutated. */
  widget: WidgetNode | null | undefined;
  /** The thread item that carries the widget; handed to the handlers. */
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
 * Draws a ChatKit widget.
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
  const [host, keeper] = useWidgetContextValue(props);
  const { settings } = host;
  const [rootOf] = useState(createRoots);
  const { root, hits } = rootOf(widget, settings);
  const { running, busy, refused, hold } = useBusy(element);
  useCommittedProps(keeper, {
    props,
    root,
    item: { id: itemId, widget },
    hold,
  });
  for (const hit of hits) host.report(limitError(hit, root));
  useImperativeHandle(
    ref,
    () => ({
      sendAction: (action) => sendToServer(host, action),
      getFormValues: () =>
        element.current ? readFormValues(element.current, host.report) : {},
      get element() {
        return element.current;
      },
    }),
    [host],
  );
  const [unstyled, setUnstyled] = useState(false);
  useEffect(() => setUnstyled(restoreStyles(element.current)), []);
  // After a root that is made anew as well.
  useEffect(
    () => (element.current ? watchRows(element.current) : undefined),
    [unstyled],
  );
  const id = useId();
  const scope = useMemo(() => ({ id, key: "" }), [id]);
  const theme = useMemo(() => themeOf(settings.theme), [settings.theme]);

  return (
    <WidgetContext.Provider value={host}>
      <FormContext.Provider value={scope}>
        <div
          key={unstyled ? "again" : undefined}
          ref={element}
          className={clsx("wr-root", theme.className, className)}
          style={{ ...theme.variables, ...style }}
          data-theme={theme.scheme}
          data-busy={busy ? "" : undefined}
          aria-busy={busy || undefined}
          role={label === undefined ? undefined : "group"}
          aria-label={label}
        >
          <Tree root={root} context={host} element={element} />
          {refused && (
            <div className="wr-Refusal" aria-hidden>
              <span className="wr-Refusal-text">{settings.labels.refused}</span>
            </div>
          )}
        </div>
        {/* Beside the root: what is inert says nothing. */}
        <output className="wr-hidden">
          {running
            ? settings.labels.loading
            : refused
              ? settings.labels.refused
              : null}
        </output>
      </FormContext.Provider>
    </WidgetContext.Provider>
  );
});
