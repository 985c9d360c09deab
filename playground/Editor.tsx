import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { jinja } from "@codemirror/lang-jinja";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useInsertionEffect,
  useRef,
} from "react";
import type { Place } from "./evaluate.js";

interface EditorProps {
  /** What assistive technology calls it. */
  label: string;
  language: "json" | "jinja";
  value: string;
  onChange: (value: string) => void;
  /** Marks a place in the text. */
  mark?: { place: Place; message: string } | undefined;
}

export interface EditorHandle {
  /** Puts the caret there. */
  goTo(place: Place): void;
}

const languages: Record<EditorProps["language"], () => Extension> = {
  json,
  jinja: () => jinja({ base: json() }),
};

/** Where a page has a strict policy, the styles of the editor have this to be let in. */
const nonce =
  document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ??
  "";

/** A code editor. Tab leaves it, as it leaves any other field. */
export const Editor = forwardRef<EditorHandle, EditorProps>(function Editor(
  { label, language, value, onChange, mark },
  ref,
) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(onChange);
  const initial = useRef(value);
  useInsertionEffect(() => {
    latest.current = onChange;
    initial.current = value;
  });

  useEffect(() => {
    const editor = new EditorView({
      parent: box.current!,
      state: EditorState.create({
        doc: initial.current,
        extensions: [
          lineNumbers(),
          codeFolding(),
          foldGutter(),
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          languages[language](),
          syntaxHighlighting(classHighlighter),
          keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
          EditorState.tabSize.of(2),
          EditorView.cspNonce.of(nonce),
          EditorView.contentAttributes.of({
            "aria-label": label,
            spellcheck: "false",
            tabindex: "0",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [label, language]);

  useEffect(() => {
    const doc = view.current?.state.doc.toString();
    if (doc === undefined || doc === value) return;
    view.current?.dispatch({
      changes: { from: 0, to: doc.length, insert: value },
    });
  }, [value]);

  useEffect(() => {
    const state = view.current?.state;
    if (!state) return;
    const at = mark && offsetOf(state, mark.place);
    const end = at === undefined ? 0 : (state.wordAt(at)?.to ?? at + 1);
    view.current?.dispatch(
      setDiagnostics(
        state,
        at === undefined
          ? []
          : [
              {
                from: at,
                to: Math.min(end, state.doc.length),
                severity: "error",
                message: mark!.message,
              },
            ],
      ),
    );
  }, [mark, value]);

  useImperativeHandle(ref, () => ({
    goTo(place) {
      const editor = view.current;
      if (!editor) return;
      editor.dispatch({
        selection: { anchor: offsetOf(editor.state, place) },
        scrollIntoView: true,
      });
      editor.focus();
    },
  }));

  return <div ref={box} className="pg-editor" />;
});

function offsetOf({ doc }: EditorState, { line, column }: Place): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
