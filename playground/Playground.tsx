import {
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetError,
} from "../src/index.js";
import { memoryAddress, pageAddress, type Address } from "./address.js";
import { Editor, type EditorHandle } from "./Editor.js";
import type { Place, Problem, TextName } from "./evaluate.js";
import { examples } from "./examples.js";
import type { Folder } from "./folder.js";
import { SaveState } from "./SaveState.js";
import { decode, dirs, encode, themes, widths, type Shared } from "./share.js";
import {
  initialState,
  nothing,
  reduce,
  type LogEntry,
  type State,
} from "./state.js";
import { Tabs } from "./Tabs.js";
import { useFolder } from "./useFolder.js";
import "./playground.css";

interface PlaygroundProps {
  /** @default the page's own */
  address?: Address;
  /** The files to edit. The address has nothing of them. */
  folder?: Folder | undefined;
}

/** An editor of widgets and of `.widget` files, with a preview beside it. */
export function Playground({ address: given, folder }: PlaygroundProps) {
  const [address] = useState(
    () => given ?? (folder ? memoryAddress() : pageAddress()),
  );
  const [state, send] = useReducer(
    reduce,
    folder ? "" : "widgets/restaurant-reservation",
    initialState,
  );
  const { source, view, problem, reports, log } = state;
  const shared = useMemo<Shared>(
    () => ({ ...source, ...view }),
    [source, view],
  );
  useAddress(address, shared, send);
  const opened = useFolder(folder, source, problem, send);

  const editors = useRef<Partial<Record<TextName, EditorHandle | null>>>({});
  const [lower, setLower] = useState<"data" | "schema">("data");
  const [wanted, setWanted] = useState<Place>();

  // The editor of the place may only now be there.
  useEffect(() => {
    if (wanted) editors.current[wanted.text]?.goTo(wanted);
  }, [wanted]);

  function goTo(place: Place) {
    if (place.text === "data" || place.text === "schema") setLower(place.text);
    setWanted({ ...place });
  }

  function editor(text: TextName, label: string) {
    return (
      <Editor
        key={`${text} ${opened?.key ?? ""}`}
        ref={(handle) => void (editors.current[text] = handle)}
        label={label}
        language={text === "template" ? "jinja" : "json"}
        value={source[text]}
        onChange={(value) => send({ type: "edit", text, value })}
        mark={
          problem?.place?.text === text
            ? { place: problem.place, message: problem.message }
            : undefined
        }
      />
    );
  }

  async function copyLink() {
    address.write(await encode(shared));
    try {
      await navigator.clipboard.writeText(address.href());
      send({ type: "notice", text: "Link copied." });
    } catch {
      send({ type: "notice", text: "The link is in the address bar now." });
    }
  }

  const problems = problem ? [problem] : reports;
  // A file that cannot be taken apart is edited as it is.
  const jsonLabel = /\.widget$/i.test(opened?.path ?? "")
    ? ".widget file"
    : "Widget JSON";
  return (
    <main className="pg">
      <header className="pg-bar">
        <h1 className="pg-title">{opened?.path || "Playground"}</h1>
        {!opened && (
          <ExamplePicker
            selected={state.example}
            onSelect={(id) => send({ type: "example", id })}
          />
        )}
        <Choice
          label="Theme"
          options={themes}
          selected={view.theme}
          onSelect={(theme) => send({ type: "view", view: { theme } })}
        />
        <Choice
          label="Width"
          options={widths}
          selected={view.width}
          onSelect={(width) => send({ type: "view", view: { width } })}
        />
        <Choice
          label="Direction"
          options={dirs}
          selected={view.dir}
          onSelect={(dir) => send({ type: "view", view: { dir } })}
        />
        {opened ? (
          <SaveState opened={opened} />
        ) : (
          <>
            <output className="pg-notice">{state.notice}</output>
            <button
              type="button"
              className="pg-button"
              data-strong=""
              onClick={() => void copyLink()}
            >
              Copy link
            </button>
          </>
        )}
      </header>

      <Tabs
        className="pg-source"
        label="Source"
        tabs={[
          { id: "json" as const, label: jsonLabel },
          { id: "template" as const, label: ".widget template" },
          // What a file is cannot be chosen.
        ].filter(({ id }) => !opened || id === source.mode)}
        selected={source.mode}
        onSelect={(mode) => send({ type: "mode", mode })}
        tools={
          <button
            type="button"
            className="pg-button"
            onClick={() =>
              send({
                type: "format",
                text: source.mode === "json" ? "json" : lower,
              })
            }
          >
            {source.mode === "json" ? "Format" : `Format ${lower}`}
          </button>
        }
      >
        {source.mode === "json" ? (
          editor("json", jsonLabel)
        ) : (
          <>
            {editor("template", "Template")}
            <Tabs
              className="pg-lower"
              label="For the template"
              tabs={[
                ...(opened?.cases ?? [{ id: "", label: "Data" }]).map(
                  ({ id, label }) => ({ id: `data ${id}`, label }),
                ),
                { id: "schema", label: "Schema" },
              ]}
              selected={
                lower === "schema"
                  ? "schema"
                  : `data ${opened?.selectedCase ?? ""}`
              }
              onSelect={(id) => {
                setLower(id === "schema" ? "schema" : "data");
                if (id !== "schema")
                  opened?.selectCase(id.slice("data ".length));
              }}
            >
              {editor(lower, lower === "data" ? "Data" : "Schema")}
            </Tabs>
          </>
        )}
      </Tabs>

      <section className="pg-result">
        <Preview
          state={state}
          onError={(error) => send({ type: "report", error })}
          onEntry={(entry) => send({ type: "action", entry })}
        />
        <Tabs
          className="pg-console"
          label="Console"
          tabs={[
            {
              id: "problems",
              label: "Problems",
              count: problems.length,
              bad: true,
            },
            { id: "actions", label: "Actions", count: log.length },
          ]}
          selected={state.panel}
          onSelect={(panel) => send({ type: "panel", panel })}
          tools={
            log.length > 0 &&
            state.panel === "actions" && (
              <button
                type="button"
                className="pg-button"
                onClick={() => send({ type: "clear" })}
              >
                Clear
              </button>
            )
          }
        >
          {state.panel === "problems" ? (
            <Problems
              problems={problems}
              stale={problem !== undefined && state.rendered !== nothing}
              onGoTo={goTo}
              onTakeApart={
                opened?.takeApart ?? (() => send({ type: "take-apart" }))
              }
            />
          ) : (
            <Log entries={log} />
          )}
        </Tabs>
      </section>
    </main>
  );
}

/** Keeps the state in the address, and takes it from there. */
function useAddress(
  address: Address,
  shared: Shared,
  send: (
    event:
      { type: "restore"; shared: Shared } | { type: "notice"; text: string },
  ) => void,
) {
  const [saved, setSaved] = useState(shared);

  const restore = useEffectEvent(async (isCurrent: () => boolean) => {
    const text = address.read();
    if (text === "") return;
    try {
      const next = await decode(text);
      if (isCurrent()) send({ type: "restore", shared: next });
    } catch {
      if (!isCurrent()) return;
      send({
        type: "notice",
        text: "The link is damaged, so it was not opened.",
      });
    }
  });

  useEffect(() => {
    let current = true;
    const open = () => void restore(() => current);
    open();
    const stop = address.listen(open);
    return () => {
      current = false;
      stop();
    };
  }, [address]);

  useEffect(() => {
    if (shared === saved) return;
    const timer = setTimeout(() => {
      setSaved(shared);
      void encode(shared).then(address.write);
    }, 300);
    return () => clearTimeout(timer);
  }, [address, shared, saved]);
}

interface ExamplePickerProps {
  selected: string;
  onSelect: (id: string) => void;
}

function ExamplePicker({ selected, onSelect }: ExamplePickerProps) {
  return (
    <label className="pg-field">
      <span className="pg-label">Example</span>
      <select
        className="pg-select"
        value={selected}
        onChange={(event) => onSelect(event.target.value)}
      >
        <option value="" disabled>
          Pick an example…
        </option>
        {[...new Set(examples.map(({ group }) => group))].map((name) => (
          <optgroup key={name} label={name}>
            {examples
              .filter(({ group }) => group === name)
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const names: Record<string, string> = { full: "Full", ltr: "LTR", rtl: "RTL" };

interface ChoiceProps<T> {
  label: string;
  options: readonly T[];
  selected: T;
  onSelect: (option: T) => void;
}

function Choice<T extends string | number>({
  label,
  options,
  selected,
  onSelect,
}: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="pg-field pg-choice">
      <legend className="pg-label">{label}</legend>
      {options.map((option) => (
        <label key={option} className="pg-option">
          <input
            type="radio"
            name={name}
            checked={option === selected}
            onChange={() => onSelect(option)}
          />
          <span>{names[String(option)] ?? option}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface PreviewProps {
  state: State;
  onError: (error: WidgetError) => void;
  onEntry: (entry: Omit<LogEntry, "id">) => void;
}

function Preview({ state, onError, onEntry }: PreviewProps) {
  const { theme, width, dir } = state.view;
  const handler: ActionHandler = (action, _, { handler, node }) => {
    const time = new Date().toLocaleTimeString(undefined, { hour12: false });
    onEntry({ time, handler, action, path: node.path });
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
      <div
        className="pg-frame"
        dir={dir}
        style={{ width: width === "full" ? "100%" : width }}
        data-stale={state.problem ? "" : undefined}
      >
        <WidgetRenderer
          key={state.revision}
          widget={state.rendered}
          itemId="playground"
          theme={theme}
          headingLevel={2}
          onAction={handler}
          sendAction={handler}
          onError={onError}
        />
      </div>
    </section>
  );
}

interface ProblemsProps {
  problems: readonly Problem[];
  /** The preview shows an older text. */
  stale: boolean;
  onGoTo: (place: Place) => void;
  onTakeApart: () => void;
}

function Problems({ problems, stale, onGoTo, onTakeApart }: ProblemsProps) {
  return (
    <div role="log" aria-label="Problems">
      {problems.length === 0 && <p className="pg-empty">No problems.</p>}
      <ul className="pg-list">
        {problems.map(({ code, message, path, place, isFile }, i) => (
          <li key={i} className="pg-entry">
            <p className="pg-entry-head">
              <code className="pg-code" data-bad="">
                {code}
              </code>
              {path !== undefined && (
                <code className="pg-path">{path || "/"}</code>
              )}
              {place && (
                <button
                  type="button"
                  className="pg-place"
                  onClick={() => onGoTo(place)}
                >
                  {placeName(place)}
                </button>
              )}
            </p>
            <p className="pg-message">{message}</p>
            {isFile && (
              <button type="button" className="pg-button" onClick={onTakeApart}>
                Open as template
              </button>
            )}
          </li>
        ))}
      </ul>
      {stale && (
        <p className="pg-empty">
          The preview shows the last version that worked.
        </p>
      )}
    </div>
  );
}

function placeName({ text, line, column }: Place): string {
  return `${text === "json" ? "" : `${text}, `}line ${line}, column ${column}`;
}

function Log({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <div role="log" aria-label="Actions">
      {entries.length === 0 && (
        <p className="pg-empty">Actions of the widget appear here.</p>
      )}
      <ul className="pg-list">
        {entries.map(({ id, time, handler, action, path }) => (
          <li key={id} className="pg-entry">
            <p className="pg-entry-head">
              <code className="pg-code">{action.type}</code>
              <span className="pg-tag">{handler}</span>
              <code className="pg-path">{path || "/"}</code>
              <time className="pg-time">{time}</time>
            </p>
            {action.payload !== undefined && (
              <pre className="pg-payload">
                {JSON.stringify(action.payload, null, 2)}
              </pre>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
