import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from "react";
import { action as log } from "storybook/actions";
import {
  WidgetProvider,
  WidgetRenderer,
  type ActionHandler,
  type WidgetError,
  type WidgetProviderProps,
} from "../index.js";
import { describeAction } from "./describeAction.js";
import { GLOBALS, type Problem } from "./names.js";
import type { Data, LoadedFile } from "./widgetFile.js";

/** What a story knows of Storybook. */
export interface StoryEnvironment {
  /** The settings that the project gives its widgets. */
  host: WidgetProviderProps;
  /** How long an action runs, in milliseconds. */
  actionDuration: number;
  globals: Readonly<Record<string, unknown>>;
  viewMode: string;
  onProblems: (problems: readonly Problem[]) => void;
  /** Is called when the story has other data. */
  onData: () => void;
}

interface WidgetStoryProps extends StoryEnvironment {
  file: LoadedFile;
  story: string;
  data: Data;
}

/** A widget's file with data, rendered as an app would with the settings of the project. */
export function WidgetStory({
  file,
  story,
  data,
  host,
  actionDuration,
  globals,
  viewMode,
  onProblems,
  onData,
}: WidgetStoryProps) {
  const { widget, problems } = useMemo(
    () => file.render(story, data),
    [file, story, data],
  );
  const changed = useRef(onData);
  useLayoutEffect(() => {
    changed.current = onData;
  });
  useLayoutEffect(() => changed.current(), [data]);
  const errors = useErrors(file, widget, (found) => {
    onProblems([...problems, ...found]);
  });
  const run =
    (handle: ActionHandler | undefined): ActionHandler =>
    (action, item, context) => {
      log(context.handler)(describeAction(action, context));
      return handle
        ? handle(action, item, context)
        : wait(actionDuration, context.signal);
    };
  const { onAction, sendAction, onError, ...settings } = host;
  return (
    <Surface globals={globals} isPage={viewMode === "story"}>
      {widget === undefined ? (
        problems.map((problem) => (
          <Failure key={problem.message} problem={problem} />
        ))
      ) : (
        <WidgetProvider {...settings}>
          {errors.ofRoot && <Failure problem={errors.ofRoot} />}
          <WidgetRenderer
            widget={widget}
            {...schemeOf(globals)}
            onAction={run(onAction)}
            {...(sendAction && { sendAction: run(sendAction) })}
            onError={(error) => {
              errors.add(error);
              onError?.(error);
            }}
          />
        </WidgetProvider>
      )}
    </Surface>
  );
}

/**
 * Collects what the renderer reports, which is each error once. One is listed for as long as the JSON at its path is
 * what it was then, so it goes when a control corrects it, and is there again when the value is.
 */
function useErrors(
  file: LoadedFile,
  widget: unknown,
  onChange: (problems: Problem[]) => void,
) {
  const all = useRef<{ error: WidgetError; value: string | undefined }[]>([]);
  const latest = useRef({ widget, onChange });
  const [root, setRoot] = useState<WidgetError>();
  useLayoutEffect(() => {
    latest.current = { widget, onChange };
    report();
  });
  return { add, ofRoot: root && file.problemOf(root, widget) };

  function add(error: WidgetError) {
    const value = valueAt(latest.current.widget, error.path);
    const isKnown = all.current.some(
      (one) =>
        one.error.code === error.code &&
        one.error.path === error.path &&
        one.error.message === error.message &&
        one.value === value,
    );
    if (isKnown) return;
    all.current.push({ error, value });
    report();
  }

  function report() {
    const current = latest.current;
    const found = all.current.filter(
      ({ error, value }) => valueAt(current.widget, error.path) === value,
    );
    // The story would be empty, and nobody looks into a panel for the reason.
    setRoot(found.find(({ error }) => isOfRoot(error))?.error);
    current.onChange(
      found.map(({ error }) => file.problemOf(error, current.widget)),
    );
  }
}

/** Whether the JSON is no node, or one that no component renders. */
function isOfRoot({ code, path = "" }: WidgetError): boolean {
  return (
    (code === "invalid-widget" && path === "") ||
    (code === "unknown-node" && (path === "" || path === "/type"))
  );
}

/** The JSON at a path, as a text that can be compared. */
function valueAt(widget: unknown, path = ""): string | undefined {
  let value = widget;
  for (const part of path.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }
  return JSON.stringify(value);
}

/** Resolves after a while, or as soon as the story is left. */
function wait(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, duration);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The scheme that the toolbar sets. Absent: that of the page. */
function schemeOf(globals: StoryEnvironment["globals"]): {
  theme?: "light" | "dark";
} {
  const scheme = globals[GLOBALS.scheme];
  return scheme === "light" || scheme === "dark" ? { theme: scheme } : {};
}

/** What the toolbar sets, around the widget: it reaches popovers as well, which ask their trigger. */
function Surface({
  globals,
  isPage,
  children,
}: {
  globals: StoryEnvironment["globals"];
  /** Whether the story has the page for itself, which then has its scheme. */
  isPage: boolean;
  children: ReactNode;
}) {
  const { theme } = schemeOf(globals);
  usePageScheme(isPage ? theme : undefined);
  const direction = globals[GLOBALS.direction];
  const width = Number.parseInt(String(globals[GLOBALS.width]), 10);
  const style: CSSProperties = {
    ...(theme && { colorScheme: theme, color: "CanvasText" }),
    ...(theme &&
      !isPage && { background: "Canvas", borderRadius: 8, padding: 16 }),
    // A screen of this width may still be narrower than it.
    ...(width > 0 && { inlineSize: `min(${width}px, 100%)` }),
  };
  return (
    <div
      style={style}
      {...((direction === "rtl" || direction === "ltr") && { dir: direction })}
    >
      {children}
    </div>
  );
}

/** Gives the page a scheme for as long as the story is shown. */
function usePageScheme(scheme: "light" | "dark" | undefined) {
  useLayoutEffect(() => {
    if (scheme === undefined) return undefined;
    const { style } = document.documentElement;
    const { colorScheme, background } = style;
    style.colorScheme = scheme;
    // The frame of a story is white where nothing covers it.
    style.background = "Canvas";
    return () => {
      Object.assign(style, { colorScheme, background });
    };
  }, [scheme]);
}

/** In place of a widget that cannot be rendered. */
function Failure({ problem: { where, message } }: { problem: Problem }) {
  return (
    <div role="alert" style={failure}>
      <strong style={{ display: "block" }}>{where}</strong>
      {message}
    </div>
  );
}

const failure: CSSProperties = {
  borderInlineStart: "4px solid light-dark(#b3261e, #f2b8b5)",
  color: "CanvasText",
  font: "14px/1.5 system-ui, sans-serif",
  paddingBlock: 4,
  paddingInlineStart: 12,
  overflowWrap: "anywhere",
};
