import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import type { Problem, Source } from "./evaluate.js";
import {
  isUnsaved,
  type Draft,
  type Folder,
  type OpenedSource,
} from "./folder.js";

/** The file that the playground edits. */
export interface OpenedFile {
  /** Its path; empty as long as there is none. */
  path: string;
  /** Changes with the text that is open, so an editor with it as its key undoes nothing of another file. */
  key: string;
  /** The data with which a template can be shown. */
  cases: readonly { id: string; label: string }[];
  /** The one that is open: the path of a data file, or `""`. */
  selectedCase: string;
  selectCase(id: string): void;
  takeApart(): void;
  save(): void;
  /** Whether what is typed is on disk. */
  status: "saved" | "saving" | "typed" | "broken" | "tried";
  failure: string | undefined;
  /** Files that another program has changed while they were edited here. */
  conflicts: readonly { path: string; isDeleted: boolean }[];
  keepMine(path: string): void;
  takeOther(path: string): void;
}

const nothing = {
  subscribe: () => () => {},
  getState: () => undefined,
};

/** Ties the editors to the files of a folder; nothing without one. */
export function useFolder(
  folder: Folder | undefined,
  source: Source,
  problem: Problem | undefined,
  send: (event: { type: "open" } & OpenedSource) => void,
): OpenedFile | undefined {
  const { subscribe, getState } = folder ?? nothing;
  const state = useSyncExternalStore(subscribe, getState);

  const open = useEffectEvent((opened: OpenedSource) => {
    send({ type: "open", ...opened });
  });
  useEffect(
    () =>
      // A key that is pressed now must reach the text that is open now.
      folder?.onOpen((opened) => open(opened), flushSync),
    [folder],
  );

  // A whole `.widget` file that is JSON again shows nothing yet, and is right.
  const isWorking = problem === undefined || problem.isFile === true;
  useEffect(() => folder?.edit(source, isWorking), [folder, source, isWorking]);

  useEffect(() => {
    if (!folder) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
      event.preventDefault();
      folder.save();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (Object.values(folder.getState().drafts).some(isUnsaved)) {
        event.preventDefault();
      }
    };
    const onHide = () => {
      if (document.hidden) folder.saveAll();
    };
    addEventListener("keydown", onKeyDown);
    addEventListener("beforeunload", onLeave);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      removeEventListener("keydown", onKeyDown);
      removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [folder]);

  if (!folder || !state) return undefined;
  const { path = "", data, files = [] } = state;
  const paths = [path, data ?? ""].filter((name) => name !== "");
  const drafts = paths.flatMap((name): (Draft & { path: string })[] => {
    const draft = state.drafts[name];
    return draft ? [{ ...draft, path: name }] : [];
  });
  const listed = files.find((file) => file.path === path);
  return {
    path,
    key: `${path} ${data ?? ""}`,
    cases: [
      { id: "", label: "Default data" },
      ...(listed?.data ?? []).map((file) => ({
        id: file.path,
        label: caseOf(path, file.path),
      })),
    ],
    selectedCase: data ?? "",
    selectCase: (id) => folder.openData(id || null),
    takeApart: folder.openAgain,
    save: folder.save,
    status: drafts.some(({ sending }) => sending !== undefined)
      ? "saving"
      : !drafts.some(isUnsaved)
        ? data === undefined && drafts[0]?.tried !== undefined
          ? "tried"
          : "saved"
        : state.isWorking
          ? "typed"
          : "broken",
    failure: state.failure ?? drafts.find(({ failure }) => failure)?.failure,
    conflicts: drafts
      .filter(({ other }) => other)
      .map(({ path, other }) => ({ path, isDeleted: !other?.content })),
    keepMine: folder.keepMine,
    takeOther: folder.takeOther,
  };
}

/** `braces` of `greeting.braces.data.json`, `Data` of `greeting.data.json`. */
function caseOf(template: string, data: string): string {
  const rest = data.slice(template.replace(/\.widget$/i, "").length + 1);
  return rest.replace(/\.?data\.json$/i, "") || "Data";
}
