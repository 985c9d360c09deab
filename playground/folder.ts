import type { Source } from "./evaluate.js";
import type { FileContent, ListedFile, PlaygroundFiles } from "./files.js";
import {
  fromEditor,
  hasDefaultData,
  isJson,
  sourceOf,
  withSource,
} from "./fileTexts.js";

/** A file that was opened: what is on disk, and what was made of it here. */
export interface Draft {
  /** What was on disk when it was read or written last; nothing where it was deleted. */
  saved: FileContent | undefined;
  text: string;
  /** A schema that is not JSON yet, so it is not in `text`. */
  schema?: string | undefined;
  /** What was tried as the data of a template, which no file has. */
  tried?: string | undefined;
  /** What another program wrote while there was a draft that was not saved. */
  other?: { content: FileContent | undefined } | undefined;
  /** The text that is being written. */
  sending?: string | undefined;
  /** Why it could not be written. */
  failure?: string | undefined;
}

export interface FolderState {
  /** Nothing as long as the list has not come. */
  files: readonly ListedFile[] | undefined;
  /** The path of the open file. */
  path: string | undefined;
  /** The path of its data file; without one it has the data that the template brings with it. */
  data: string | undefined;
  drafts: Readonly<Record<string, Draft>>;
  /** The open draft shows what works, so it is written without being asked. */
  isWorking: boolean;
  /** Why a file could not be opened. */
  failure: string | undefined;
}

export interface OpenedSource {
  source: Source;
  /** It was open before, with another text. */
  isReload: boolean;
}

/** Typing pauses for so long before it is written. */
const PAUSE_MS = 400;

export type Folder = ReturnType<typeof createFolder>;

/** Whether something was typed that is not on disk. */
export function isUnsaved(draft: Draft | undefined): boolean {
  return (
    draft !== undefined &&
    (draft.text !== draft.saved?.text || draft.schema !== undefined)
  );
}

/**
 * The files of a folder with their drafts. What works is written at once, what does not is written when the user saves it.
 * A file that another program changes is shown at once, unless that would replace what was typed: then both
 * are kept until the user chooses.
 */
export function createFolder(
  files: PlaygroundFiles,
  /** The path of the file to open first, if it is there. */
  first?: string,
) {
  let state: FolderState = {
    files: undefined,
    path: undefined,
    data: undefined,
    drafts: {},
    isWorking: false,
    failure: undefined,
  };
  const listeners = new Set<() => void>();
  let openSource: (opened: OpenedSource) => void = () => {};
  let batch: (change: () => void) => void = (change) => change();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the last file that was asked for is opened. */
  let turn = 0;

  function set(change: Partial<FolderState>) {
    state = { ...state, ...change };
    for (const changed of listeners) changed();
  }

  function setDraft(path: string, change: Partial<Draft>) {
    const draft = state.drafts[path];
    if (!draft) return;
    set({ drafts: { ...state.drafts, [path]: { ...draft, ...change } } });
  }

  function sourceNow(): Source | undefined {
    const { path, data, drafts } = state;
    const draft = path === undefined ? undefined : drafts[path];
    if (path === undefined || !draft) return undefined;
    const source = sourceOf(
      draft.text,
      data === undefined ? undefined : drafts[data]?.text,
    );
    return {
      ...source,
      schema: draft.schema ?? source.schema,
      data: data === undefined ? (draft.tried ?? source.data) : source.data,
    };
  }

  function show(isReload: boolean) {
    const source = sourceNow();
    if (source) openSource({ source, isReload });
  }

  async function load(path: string) {
    if (Object.hasOwn(state.drafts, path)) return;
    const saved = await files.read(path);
    if (Object.hasOwn(state.drafts, path)) return;
    set({ drafts: { ...state.drafts, [path]: { saved, text: saved.text } } });
  }

  /** With a data file, or with `null` the data that the template has without one; else what suits it. */
  async function open(path: string, wanted?: string | null) {
    const mine = ++turn;
    saveAll();
    try {
      await load(path);
      const data =
        wanted === undefined ? firstData(path) : (wanted ?? undefined);
      if (data !== undefined) await load(data);
      if (mine !== turn) return;
      batch(() => {
        set({ path, data, failure: undefined });
        show(false);
      });
    } catch (error) {
      if (mine === turn) set({ failure: messageOf(error) });
    }
  }

  function firstData(path: string): string | undefined {
    if (hasDefaultData(state.drafts[path]?.text ?? "")) return undefined;
    return state.files?.find((file) => file.path === path)?.data[0]?.path;
  }

  /** Writes what works and is not written yet. */
  function saveAll() {
    clearTimeout(timer);
    if (!state.isWorking) return;
    for (const path of opened()) void write(path);
  }

  /** The open file and its data file. */
  function opened(): string[] {
    return [state.path, state.data].filter((path) => path !== undefined);
  }

  async function write(path: string) {
    const draft = state.drafts[path];
    if (
      !draft ||
      draft.sending !== undefined ||
      draft.other ||
      draft.text === draft.saved?.text
    ) {
      return;
    }
    const { text } = draft;
    setDraft(path, { sending: text, failure: undefined });
    try {
      const { isWritten, content } = await files.write(
        path,
        text,
        draft.saved?.version,
      );
      setDraft(path, { sending: undefined });
      if (isWritten) setDraft(path, { saved: content });
      else receive(path, content);
      // What was typed in the meantime.
      if (isWritten && state.drafts[path]?.text !== text) schedule();
    } catch (error) {
      setDraft(path, { sending: undefined, failure: messageOf(error) });
    }
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(saveAll, PAUSE_MS);
  }

  /** What is on disk now, which another program may have written. */
  function receive(path: string, content: FileContent | undefined) {
    const draft = state.drafts[path];
    if (!draft) return;
    if (
      content &&
      (content.text === draft.text || content.text === draft.sending)
    ) {
      setDraft(path, { saved: content, other: undefined });
    } else if (content && !isUnsaved(draft)) {
      batch(() => {
        setDraft(path, {
          saved: content,
          text: content.text,
          other: undefined,
        });
        if (opened().includes(path)) show(true);
      });
    } else setDraft(path, { other: { content } });
  }

  async function onList(list: readonly ListedFile[]) {
    const isFirst = state.files === undefined;
    set({ files: list });
    const versions = new Map<string, string>(
      list.flatMap(({ path, version, data }) => [
        [path, version] as const,
        ...data.map((one) => [one.path, one.version] as const),
      ]),
    );
    for (const [path, draft] of Object.entries(state.drafts)) {
      const version = versions.get(path);
      const known = draft.other
        ? draft.other.content?.version
        : draft.saved?.version;
      if (version === known) continue;
      if (version === undefined) receive(path, undefined);
      else {
        await files.read(path).then(
          (content) => receive(path, content),
          () => undefined,
        );
      }
    }
    if (!isFirst || turn > 0) return;
    const found = list.find(({ path }) => path === first) ?? list[0];
    if (found) void open(found.path);
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Follows the folder until the result is called. */
    start() {
      return files.subscribe((list) => void onList(list));
    },

    /** Calls back with the texts of a file that was opened, or that changed on disk, within `batch`. */
    onOpen(
      listener: (opened: OpenedSource) => void,
      inBatch: (change: () => void) => void,
    ) {
      openSource = listener;
      show(false);
      batch = inBatch;
      return () => {
        openSource = () => {};
        batch = (change) => change();
      };
    },

    open,

    /** Opens the open file with another data file, or with what it has without one. */
    openData(data: string | null) {
      if (state.path !== undefined) void open(state.path, data);
    },

    /** Opens the open file again: what was mended may be a template now. */
    openAgain() {
      batch(() => show(false));
    },

    /** What the editors have now, and whether it can be shown. */
    edit(source: Source, isWorking: boolean) {
      const { path, data } = state;
      const draft = path === undefined ? undefined : state.drafts[path];
      if (path === undefined || !draft) return;
      const before = sourceNow();
      const text = withSource(draft.text, source);
      const schema = isJson(source.schema) ? undefined : source.schema;
      if (isWorking !== state.isWorking) set({ isWorking });
      if (text !== draft.text || schema !== draft.schema) {
        setDraft(path, { text, schema });
      }
      if (source.mode === "template" && source.data !== before?.data) {
        if (data === undefined) setDraft(path, { tried: source.data });
        else {
          const old = state.drafts[data]?.text ?? "";
          setDraft(data, { text: fromEditor(old, source.data) });
        }
      }
      schedule();
    },

    /** Writes the open file and its data, also what does not work yet. */
    save() {
      clearTimeout(timer);
      for (const path of opened()) void write(path);
    },

    saveAll,

    /** Writes what was typed over what another program has written. */
    keepMine(path: string) {
      const other = state.drafts[path]?.other;
      if (!other) return;
      setDraft(path, { saved: other.content, other: undefined });
      void write(path);
    },

    /** Takes what another program has written instead of what was typed. */
    takeOther(path: string) {
      const content = state.drafts[path]?.other?.content;
      if (content) {
        batch(() => {
          setDraft(path, {
            saved: content,
            text: content.text,
            schema: undefined,
            other: undefined,
          });
          show(true);
        });
        return;
      }
      const { [path]: _, ...drafts } = state.drafts;
      const isOpen = path === state.path;
      batch(() => {
        set({
          drafts,
          ...(isOpen && { path: undefined, data: undefined }),
          ...(path === state.data && { data: undefined }),
        });
        show(false);
      });
      if (isOpen && state.files?.[0]) void open(state.files[0].path);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
