import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { memoryAddress, pageAddress, type Address } from "./address.js";
import { Choice } from "./Choice.js";
import { Log, Problems } from "./Console.js";
import { CopyMenu } from "./CopyMenu.js";
import type { EditorHandle } from "./Editor.js";
import type { Place, ShownText } from "./evaluate.js";
import { ExamplePicker } from "./ExamplePicker.js";
import type { Folder } from "./folder.js";
import { IconButton } from "./icons.js";
import { removeValue, setValue } from "./json/edits.js";
import { findValue, pointerAt } from "./json/syntax.js";
import { NodePane } from "./nodes/NodePane.js";
import { nodeIn, nodesOf } from "./nodes/nodeList.js";
import type { NodeEdit } from "./json/nodeEdits.js";
import { Panes } from "./Panes.js";
import { Preview } from "./Preview.js";
import { dirs, encode, themes, widths, type Shared } from "./share.js";
import { SaveState } from "./SaveState.js";
import { Source, isLower, type Lower, type Ranges } from "./Source.js";
import { initialState, nothing, problemsOf, reduce } from "./state.js";
import { Tabs } from "./Tabs.js";
import { useAddress } from "./useAddress.js";
import { useFolder } from "./useFolder.js";
import { useHistory } from "./useHistory.js";
import { useWidth } from "./useWidth.js";
import "./playground.css";

interface PlaygroundProps {
  /** @default the page's own */
  address?: Address;
  /** The files to edit. The address has nothing of them. */
  folder?: Folder | undefined;
}

type Pane = "nodes" | "source" | "result";

/** An editor of widgets and of `.widget` files, with their nodes, their properties and a preview beside it. */
export function Playground({ address: given, folder }: PlaygroundProps) {
  const [address] = useState(
    () => given ?? (folder ? memoryAddress() : pageAddress()),
  );
  const [state, send] = useReducer(
    reduce,
    folder ? "" : "widgets/restaurant-reservation",
    initialState,
  );
  const { source, view, problem, log, rendered, result, origins } = state;
  const shared = useMemo<Shared>(
    () => ({ ...source, ...view }),
    [source, view],
  );
  useAddress(address, shared, send);
  const opened = useFolder(folder, source, problem, send);

  const editors = useRef<Partial<Record<ShownText, EditorHandle | null>>>({});
  const history = useHistory(source.mode, editors);
  const [lower, setLower] = useState<Lower>("data");
  const [wanted, setWanted] = useState<Place>();
  const page = useRef<HTMLElement>(null);
  const width = useWidth(page);
  const [pane, setPane] = useState<Pane>("result");

  const nodes = useMemo(() => nodesOf(rendered), [rendered]);
  // Nothing is chosen in another widget, and its root is the node whose properties are shown.
  const [choice, setChoice] = useState<{ document: number; path: string }>();
  const selectedPath =
    choice?.document === state.document ? choice.path : undefined;
  const setSelected = (path: string) =>
    setChoice({ document: state.document, path });
  const [shownPath, setShown] = useState<string>();
  const [inspects, setInspects] = useState(false);
  const selected = nodeIn(nodes, selectedPath ?? "");
  const chosen = selectedPath === undefined ? undefined : selected;
  const shown = nodes.find(({ path }) => path === shownPath);

  const readOnly =
    problem !== undefined
      ? "The text is broken. Correct it first: its nodes are those of the last version that worked."
      : source.mode === "template"
        ? "A template prints these nodes, so they are changed in its text or in its data. To change this result alone, go on in Widget JSON."
        : undefined;

  function rangesOf(path: string | undefined): Ranges {
    if (path === undefined || problem) return {};
    if (source.mode === "json") return { json: findValue(source.json, path) };
    return { template: origins.get(path), result: findValue(result, path) };
  }

  const marked = shown ?? chosen;
  const ranges = useMemo(
    () => rangesOf(marked?.path),
    // oxlint-disable-next-line react/exhaustive-deps -- `rangesOf` reads these alone
    [marked?.path, source, result, origins, problem],
  );

  // The editor of the place may only now be shown.
  useEffect(() => {
    if (wanted) editors.current[wanted.text]?.goTo(wanted);
  }, [wanted]);

  function goTo(place: Place) {
    if (isLower(place.text)) setLower(place.text);
    setPane("source");
    setWanted({ ...place });
  }

  /** Chooses a node: its text scrolls into view, and so does what it renders. */
  function select(path: string) {
    setSelected(path);
    for (const [text, range] of Object.entries(rangesOf(path))) {
      if (range) editors.current[text as ShownText]?.reveal(range);
    }
  }

  function onCaret(text: ShownText, offset: number) {
    if (problem || (text !== "json" && text !== "result")) return;
    const json = text === "json" ? source.json : result;
    setSelected(nodeIn(nodes, pointerAt(json, offset))?.path ?? "");
  }

  function editNode({ edit, selected }: NodeEdit) {
    editors.current.json?.edit(edit);
    setSelected(selected);
    setShown(undefined);
  }

  function setProperty(pointer: string, value: unknown, isTyped = false) {
    const edit =
      value === undefined
        ? removeValue(source.json, pointer)
        : setValue(source.json, pointer, value);
    if (edit) editors.current.json?.edit(edit, isTyped);
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

  const problems = problemsOf(state);
  const nodePane = (
    <NodePane
      nodes={nodes}
      selected={selected}
      shown={shown?.path}
      json={source.json}
      readOnly={readOnly}
      onShow={setShown}
      onSelect={select}
      onEdit={editNode}
      onChange={setProperty}
    />
  );
  const texts = (
    <Source
      source={source}
      result={result}
      problem={problem}
      document={state.document}
      opened={opened}
      shown={ranges}
      editors={editors}
      lower={lower}
      onLower={setLower}
      onEdit={(text, value) =>
        text !== "mode" && send({ type: "edit", text, value })
      }
      onMode={(mode) => send({ type: "mode", mode })}
      onFormat={(text) => send({ type: "format", text })}
      onCaret={onCaret}
      onFocus={history.onFocus}
      onHistory={history.onHistory}
    />
  );
  const console = (
    <Tabs
      className="pg-console"
      label="Console"
      tabs={[
        {
          id: "problems",
          label: "Problems",
          count: problems.length,
          bad: problems.some(({ severity }) => severity !== "hint"),
          panel: (
            <Problems
              problems={problems}
              stale={problem !== undefined && rendered !== nothing}
              onGoTo={goTo}
              onTakeApart={
                opened?.takeApart ?? (() => send({ type: "take-apart" }))
              }
            />
          ),
        },
        {
          id: "actions",
          label: "Actions",
          count: log.length,
          panel: <Log entries={log} />,
        },
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
    />
  );
  const panes = [
    { id: "nodes", label: "Nodes", content: nodePane },
    { id: "source", label: "Source", content: texts },
    {
      id: "result",
      label: "Preview",
      content: (
        <>
          <Preview
            state={state}
            selected={chosen}
            shown={shown}
            inspects={inspects}
            onShow={setShown}
            onSelect={select}
            onError={(error) => send({ type: "report", error })}
            onEntry={(entry) => send({ type: "action", entry })}
          />
          {console}
        </>
      ),
    },
  ] as const;
  return (
    // Keys that no part of the page has used.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      ref={page}
      className="pg"
      data-width={width}
      onKeyDown={(event) => {
        history.onKeyDown(event);
        if (event.key === "Escape" && inspects) setInspects(false);
      }}
    >
      <header className="pg-bar">
        <h1 className="pg-title">{opened?.path || "Playground"}</h1>
        {!opened && (
          <ExamplePicker
            selected={state.example}
            onSelect={(id) => send({ type: "example", id })}
          />
        )}
        <fieldset aria-label="History" className="pg-field pg-tools">
          <IconButton
            icon="undo"
            label="Undo"
            keys="Control+Z"
            disabled={!history.undo}
            onClick={() => history.undo?.()}
          />
          <IconButton
            icon="redo"
            label="Redo"
            keys="Control+Shift+Z"
            disabled={!history.redo}
            onClick={() => history.redo?.()}
          />
        </fieldset>
        <IconButton
          icon="inspect"
          label="Inspect the preview"
          pressed={inspects}
          onClick={() => {
            setInspects(!inspects);
            setShown(undefined);
          }}
        />
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
        <output className="pg-notice">{state.notice}</output>
        <CopyMenu
          state={state}
          name={opened?.path.replace(/^.*\/|\.(?:widget|json)\b.*$/g, "")}
          onCopyLink={opened ? undefined : () => void copyLink()}
          onNotice={(text) => send({ type: "notice", text })}
        />
        {opened && <SaveState opened={opened} />}
      </header>
      <Panes panes={panes} width={width} selected={pane} onSelect={setPane} />
    </main>
  );
}
