import {
  Component,
  Suspense,
  forwardRef,
  useCallback,
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
import { renderNode, type RenderOptions, type RenderedNode } from "./renderNode.js";
import { WidgetContext, withWidgetContext, type WidgetContextValue, type Settings } from "../context/WidgetContext.js";
import type { Action } from "../core/action.js";
import { applyLimits, type Known, type LimitHit } from "../core/limits.js";
import type { FormValues } from "../core/formValues.js";
import { captureFocus } from "../forms/focus.js";
import { FormContext, readFormValues } from "../forms/FormContext.js";
import {
  createSharer,
  useWidgetContextValue,
  useCommittedProps,
  type HostProps,
} from "./useWidgetContextValue.js";
import { themeOf } from "../context/theme.js";
import type { WidgetNode } from "../types.js";
import { watchRows } from "../ui/watchRows.js";
import { sendToServer } from "../actions/useAction.js";

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
  useCommittedProps(keeper, { props, root, item: { id: itemId, widget }, hold });
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

/** How long it is shown that an action was refused. */
const MOMENT = 5_000;

/**
 * Whether an action runs, and whether one that the whole widget waits for; and
 * whether one was refused a moment ago.
 */
function useBusy(element: RefObject<HTMLElement | null>) {
  const [counts, setCounts] = useState({ self: 0, container: 0, refused: 0 });
  const { refused } = counts;
  const busy = counts.container > 0;
  useEffect(() => {
    if (refused === 0) return undefined;
    const end = () => setCounts((now) => ({ ...now, refused: 0 }));
    const timer = setTimeout(end, MOMENT);
    return () => clearTimeout(timer);
  }, [refused]);
  useEffect(
    () => (busy && element.current ? makeInert(element.current) : undefined),
    [element, busy],
  );
  const hold = useCallback<WidgetContextValue["countActions"]>(
    (loading, change) =>
      setCounts((now) => ({ ...now, [loading]: now[loading] + change })),
    [],
  );
  return {
    running: busy || counts.self > 0,
    busy,
    refused: refused > 0,
    hold,
  };
}

/** React 18 and 19 disagree about the attribute, so the property is set. */
function makeInert(root: HTMLElement) {
  // `inert` takes the focus.
  const restoreFocus = captureFocus(root);
  root.inert = true;
  return () => {
    root.inert = false;
    restoreFocus?.();
  };
}

/**
 * A policy without `unsafe-inline` keeps the attribute of a style in the
 * server's HTML but not its effect, and React takes what is there for right.
 * @returns whether the attribute was emptied as well, as Firefox does: then
 * only another render in the browser brings the styles.
 */
function restoreStyles(root: HTMLElement | null): boolean {
  // One tells for all, and to find them all takes longer than to draw them.
  const first = root?.hasAttribute("style")
    ? root
    : root?.querySelector<HTMLElement>("[style]");
  if (!root || !first || first.style.length > 0) return false;
  if (first.getAttribute("style") === "") return true;
  const styled = root.querySelectorAll<HTMLElement>("[style]");
  for (const element of [root, ...styled]) {
    element.style.cssText = element.getAttribute("style") ?? "";
  }
  return false;
}

/** The JSON that is drawn: within the limits, equal branches kept. */
function createRoots() {
  const share = createSharer<unknown>();
  const shareCut = createSharer<unknown>();
  let known: Known = new WeakMap();
  let last: readonly unknown[] = [];
  let drawn: { root: unknown; hits: LimitHit[] } | undefined;
  return (json: unknown, { limits, labels: { tooLarge } }: Settings) => {
    // First of all, so that only what changed is looked at.
    const widget = share(json);
    const asked = [widget, limits, tooLarge];
    if (asked.every((one, i) => one === last[i]) && drawn) return drawn;
    // Known for these limits.
    if (limits !== last[1]) known = new WeakMap();
    last = asked;
    const hits: LimitHit[] = [];
    const root = applyLimits(
      widget,
      limits,
      () => tooLarge,
      (hit) => hits.push(hit),
      known,
    );
    // What was cut is made anew each time.
    drawn = { root: hits.length > 0 ? shareCut(root) : root, hits };
    return drawn;
  };
}

function limitError({ limit, max, path }: LimitHit, node: unknown) {
  return {
    code: "limit" as const,
    message: `The widget exceeds the limit of ${max} for "${limit}"; a notice stands in place of the rest. Send less, or raise "limits".`,
    path,
    node,
  };
}

interface TreeProps {
  root: unknown;
  context: WidgetContextValue;
  element: RefObject<HTMLElement | null>;
}

/**
 * The drawn tree. On the happy path no node is wrapped; only after a crash the
 * tree is drawn again with a boundary per node, so that one node is lost.
 */
class Tree extends Component<TreeProps, { isolated: boolean }> {
  override state = { isolated: false };
  private drawing: RenderOptions | undefined;
  private drawn: RenderedNode | undefined;

  static getDerivedStateFromError() {
    return { isolated: true };
  }

  // What an update replaces, removes or disables may have the focus.
  override getSnapshotBeforeUpdate() {
    const { current } = this.props.element;
    return current && captureFocus(current);
  }

  override componentDidUpdate(
    _props: TreeProps,
    _state: unknown,
    restoreFocus: (() => void) | null,
  ) {
    restoreFocus?.();
  }

  override render() {
    const { root, context } = this.props;
    const { isolated } = this.state;
    const custom = context.settings.components;
    // What was drawn is kept as long as the same JSON gives the same element.
    if (this.drawing?.context !== context || this.drawing.isolated !== isolated) {
      this.drawing = { context, mounts: isolated, isolated };
      this.drawn = undefined;
    }
    const { drawing, drawn } = this;
    this.drawn = withWidgetContext(context, () => renderNode(root, drawing, drawn));
    const { element: tree } = this.drawn;
    // A component of the host that suspends must not take the page with it.
    // Without one nothing suspends here, and React saves a walk at mount.
    return Object.keys(custom).length > 0 || isolated ? (
      <Suspense key={String(isolated)}>{tree}</Suspense>
    ) : (
      tree
    );
  }
}
