import type { Action, WidgetError, WidgetNode } from "../src/index.js";
import {
  evaluate,
  issuesOf,
  locate,
  type Place,
  type Problem,
  type Source,
  type TextName,
} from "./evaluate.js";
import { takeApart, textsOf, type Texts } from "./examples.js";
import type { Range } from "./json/syntax.js";
import { templateOrigins } from "./nodes/templateOrigins.js";
import { pretty } from "./pretty.js";
import type { Shared } from "./share.js";

type View = Pick<Shared, "theme" | "width" | "dir">;

/** An action that the widget sent. */
export interface LogEntry {
  id: number;
  time: string;
  handler: "client" | "server";
  action: Action;
  /** JSON pointer to the node. */
  path: string;
}

export interface State {
  source: Source;
  view: View;
  /** The last widget that could be rendered; it stays while the texts are broken. */
  rendered: WidgetNode;
  /** What the template prints, as JSON to read. */
  result: string;
  /** Where the template prints the nodes, by pointer. */
  origins: ReadonlyMap<string, Range>;
  /** Another one mounts the preview again, as if the page were loaded again. */
  revision: number;
  /** Another one is another widget: nothing of the one before can be undone in it. */
  document: number;
  /** Why the texts are no widget now. */
  problem: Problem | undefined;
  /** What `validateWidget` finds in the rendered widget. */
  issues: readonly Problem[];
  /** What the renderer reported about the rendered widget. */
  reports: readonly Problem[];
  log: readonly LogEntry[];
  panel: "problems" | "actions";
  /** The template has changed since its output was put into the JSON. */
  ahead: boolean;
  example: string;
  /** Says what became of what the user asked for. */
  notice: string;
}

export type Event =
  | { type: "edit"; text: TextName; value: string }
  | { type: "mode"; mode: Source["mode"] }
  | { type: "example"; id: string }
  | { type: "take-apart" }
  | { type: "format"; text: TextName }
  | { type: "view"; view: Partial<View> }
  | { type: "restore"; shared: Shared }
  /** A file, or the one that is open as it is on disk now. */
  | { type: "open"; source: Source; isReload: boolean }
  | { type: "report"; error: WidgetError }
  | { type: "action"; entry: Omit<LogEntry, "id"> }
  | { type: "clear" }
  | { type: "panel"; panel: State["panel"] }
  | { type: "notice"; text: string };

const LOG_LENGTH = 50;

/** What is rendered as long as no text could be. */
export const nothing: WidgetNode = { type: "Basic" };

const empty: Texts = { json: "", template: "", data: "{}", schema: "" };

/** With the texts of an example, or with nothing yet. */
export function initialState(example: string): State {
  const texts = example === "" ? empty : textsOf(example);
  const state: State = {
    source: { mode: "json", ...texts },
    view: { theme: "system", width: 390, dir: "ltr" },
    rendered: nothing,
    result: "",
    origins: new Map(),
    revision: 0,
    document: 0,
    problem: undefined,
    issues: [],
    reports: [],
    log: [],
    panel: "problems",
    ahead: false,
    example,
    notice: "",
  };
  return example === "" ? state : withSource(state, state.source);
}

export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case "edit":
      return withSource(
        { ...state, ahead: state.ahead || event.text !== "json" },
        { ...state.source, [event.text]: event.value },
      );
    case "mode":
      return withSource(
        { ...state, ahead: false },
        { ...state.source, ...output(state), mode: event.mode },
      );
    case "example":
      return take(state, event.id, () => textsOf(event.id));
    case "take-apart":
      return take(state, "", () => takeApart(state.source.json), "template");
    case "format":
      return withSource(state, {
        ...state.source,
        [event.text]: formatted(state.source[event.text]),
      });
    case "view":
      return { ...state, view: { ...state.view, ...event.view } };
    case "restore": {
      const { theme, width, dir, ...source } = event.shared;
      return startAgain(
        { ...state, view: { theme, width, dir }, example: "" },
        source,
      );
    }
    case "open":
      return event.isReload
        ? withSource(state, event.source)
        : {
            ...startAgain({ ...state, rendered: nothing }, event.source),
            log: [],
          };
    case "report":
      return {
        ...state,
        reports: [...state.reports, problemOf(event.error, state)],
        panel: "problems",
      };
    case "action": {
      const id = (state.log[0]?.id ?? 0) + 1;
      const log = [{ id, ...event.entry }, ...state.log].slice(0, LOG_LENGTH);
      return { ...state, log, panel: "actions" };
    }
    case "clear":
      return { ...state, log: [] };
    case "panel":
      return { ...state, panel: event.panel };
    case "notice":
      return { ...state, notice: event.text };
  }
}

function withSource(state: State, source: Source): State {
  const { widget, problem } = evaluate(source);
  if (problem) {
    return { ...state, source, problem, panel: "problems", notice: "" };
  }
  const result = source.mode === "template" ? textOf(widget) : "";
  const origins =
    source.mode === "template"
      ? templateOrigins(source, widget)
      : new Map<string, Range>();
  const shown = { ...state, source, result, origins };
  return {
    ...shown,
    problem,
    rendered: widget,
    issues: issuesOf(widget, (path) => placeOf(path, shown)),
    // The renderer reports each fault once: mounted again it reports what is left.
    revision: state.revision + Number(state.reports.length > 0),
    reports: [],
    notice: "",
  };
}

/** The result of a template; nothing of one with more levels than can be written. */
function textOf(widget: unknown): string {
  try {
    return pretty(widget);
  } catch {
    return "";
  }
}

/** Another widget: nothing of the one before stays. */
function startAgain(state: State, source: Source): State {
  return withSource(
    {
      ...state,
      revision: state.revision + 1,
      document: state.document + 1,
      reports: [],
      ahead: false,
    },
    source,
  );
}

function take(
  state: State,
  example: string,
  read: () => Texts,
  mode = state.source.mode,
): State {
  try {
    return startAgain({ ...state, example }, { ...read(), mode });
  } catch (error) {
    const notice = error instanceof Error ? error.message : String(error);
    return { ...state, notice };
  }
}

/** What the template printed, for those who go on in the JSON. */
function output({ source, ahead }: State): Partial<Source> {
  const { widget } = evaluate({ ...source, mode: "template" });
  return ahead && widget ? { json: pretty(widget) } : {};
}

function formatted(text: string): string {
  try {
    return pretty(JSON.parse(text));
  } catch {
    return text;
  }
}

function problemOf(
  { code, message, path }: WidgetError,
  state: State,
): Problem {
  const place = path === undefined ? undefined : placeOf(path, state);
  return { code, message, path, place };
}

/** Where the text of the widget has what a pointer names. */
function placeOf(
  path: string,
  { source, result }: Pick<State, "source" | "result">,
): Place | undefined {
  return source.mode === "json"
    ? locate(source.json, path, "json")
    : locate(result, path, "result");
}

/** All that is wrong now. What is found in the JSON is not listed again as the renderer reports it. */
export function problemsOf({
  problem,
  issues,
  reports,
}: State): readonly Problem[] {
  if (problem) return [problem];
  const isFound = ({ code, path = "" }: Problem) =>
    issues.some(
      (issue) =>
        issue.path === path ||
        (issue.code === code && issue.path?.startsWith(`${path}/`)),
    );
  return [...issues, ...reports.filter((report) => !isFound(report))];
}
