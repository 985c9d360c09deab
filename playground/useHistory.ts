import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { EditorHandle } from "./Editor.js";
import type { ShownText, Source } from "./evaluate.js";

type Editors = Partial<Record<ShownText, EditorHandle | null>>;

/**
 * Undo and redo of the text that is edited. Each editor has the history of its text, and every edit goes through
 * an editor, so what the tree and the properties change is one of its steps.
 */
export function useHistory(mode: Source["mode"], editors: RefObject<Editors>) {
  // Of a template there are several texts: the last one that had the focus.
  const [focused, setFocused] = useState<ShownText>("template");
  const [depths, setDepths] = useState<
    Partial<Record<ShownText, readonly [undo: number, redo: number]>>
  >({});
  const known = useRef(depths);
  const text = mode === "json" ? "json" : focused;
  const [undos, redos] = depths[text] ?? [0, 0];

  function undo() {
    editors.current[text]?.undo();
  }

  function redo() {
    editors.current[text]?.redo();
  }

  return {
    undo: undos > 0 ? undo : undefined,
    redo: redos > 0 ? redo : undefined,
    onFocus: setFocused,
    onHistory(text: ShownText, undos: number, redos: number) {
      const [before, after] = known.current[text] ?? [];
      if (before === undos && after === redos) return;
      known.current = { ...known.current, [text]: [undos, redos] };
      setDepths(known.current);
    },
    /** The editors have these keys themselves, and a field of the widget has its own text. */
    onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, shiftKey, target } = event;
      if (!(ctrlKey || metaKey) || event.defaultPrevented) return;
      if ((target as Element).closest(".cm-editor, .pg-canvas, dialog")) return;
      const name = key.toLowerCase();
      if (name === "z") (shiftKey ? redo : undo)();
      else if (name === "y") redo();
      else return;
      event.preventDefault();
    },
  };
}
