import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  type FocusEvent,
  type PointerEvent,
  type SyntheticEvent,
} from "react";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetError,
} from "../src/index.js";
import { addressed } from "./nodes/addresses.js";
import { Outline } from "./Outline.js";
import type { LogEntry, State } from "./state.js";

interface PreviewProps {
  state: State;
  /** The pointer of the chosen node, and its type. */
  selected: { path: string; type: string } | undefined;
  shown: { path: string; type: string } | undefined;
  /** Nodes are pointed at and chosen; the widget itself gets no press. */
  inspects: boolean;
  onShow: (path: string | undefined) => void;
  onSelect: (path: string) => void;
  onError: (error: WidgetError) => void;
  onEntry: (entry: Omit<LogEntry, "id">) => void;
}

/** The widget as a host shows it, with an outline around the nodes that the tree shows. */
export function Preview(props: PreviewProps) {
  const { state, selected, shown, inspects } = props;
  const { onShow, onSelect, onError, onEntry } = props;
  const { theme, width, dir } = state.view;
  const frame = useRef<HTMLDivElement>(null);
  const addresses = useMemo(() => addressed(state.rendered), [state.rendered]);

  const scrollTo = useEffectEvent((path: string) => {
    const [element] = frame.current
      ? addresses.elementsOf(frame.current, path)
      : [];
    element?.scrollIntoView({ block: "nearest" });
  });
  const chosen = selected?.path;
  useEffect(() => {
    if (chosen !== undefined) scrollTo(chosen);
  }, [chosen]);

  const handler: ActionHandler = (action, _, { handler, node }) => {
    const time = new Date().toLocaleTimeString(undefined, { hour12: false });
    onEntry({ time, handler, action, path: node.path });
  };

  function pathOf({ target }: SyntheticEvent): string | undefined {
    return frame.current && target instanceof Element
      ? addresses.pathOf(frame.current, target)
      : undefined;
  }

  const inspect = {
    onPointerOver: (event: PointerEvent) => onShow(pathOf(event)),
    onPointerLeave: () => onShow(undefined),
    onFocus: (event: FocusEvent) => onShow(pathOf(event)),
    onPointerDownCapture: stop,
    onMouseDownCapture: stop,
    onClickCapture: (event: SyntheticEvent) => {
      stop(event);
      const path = pathOf(event);
      if (path !== undefined) onSelect(path);
    },
  };

  return (
    <section
      className="pg-canvas"
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Preview"
      style={{ colorScheme: theme === "system" ? "light dark" : theme }}
    >
      <div className="pg-sheet">
        <div
          ref={frame}
          className="pg-frame"
          dir={dir}
          style={{ width: width === "full" ? "100%" : width }}
          data-stale={state.problem ? "" : undefined}
          data-inspects={inspects ? "" : undefined}
          {...(inspects && inspect)}
        >
          <WidgetRenderer
            key={state.revision}
            widget={addresses.widget}
            itemId="playground"
            theme={theme}
            headingLevel={2}
            onAction={handler}
            sendAction={handler}
            onError={onError}
          />
        </div>
        <Outline
          frame={frame}
          addresses={addresses}
          node={selected}
          look="selected"
        />
        <Outline
          frame={frame}
          addresses={addresses}
          node={shown}
          look="shown"
        />
      </div>
    </section>
  );
}

function stop(event: SyntheticEvent) {
  event.preventDefault();
  event.stopPropagation();
}
