import {
  defaultKeymap,
  history,
  historyKeymap,
  isolateHistory,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from "@codemirror/commands";
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
import { EditorState, type Extension, Transaction } from "@codemirror/state";
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
import type { TextEdit } from "./json/edits.js";
import type { Range } from "./json/syntax.js";
import { shownRange, showRange } from "./shownRange.js";

interface EditorProps {
  /** What assistive technology calls it. */
  label: string;
  language: "json" | "jinja";
  value: string;
  onChange: (value: string) => void;
  /** Another one is another text: what was typed in the one before cannot be undone in it. */
  document: unknown;
  /** The text can be read and copied only. */
  readOnly?: boolean;
  /** Marks a place in the text. */
  mark?: { place: Place; message: string } | undefined;
  /** Highlights a part of the text. */
  shown?: Range | undefined;
  /** Called when the user moves the caret. */
  onCaret?: (offset: number) => void;
  onFocus?: () => void;
  /** Called with how many changes can be undone and redone. */
  onHistory?: (undo: number, redo: number) => void;
}

export interface EditorHandle {
  /** Puts the caret there. */
  goTo(place: Place): void;
  /** Scrolls a part into view and puts the caret before it, without the focus. */
  reveal(range: Range): void;
  /** Changes the text, as one step that can be undone. What is typed into a field joins the step before it. */
  edit(edit: TextEdit, isTyped?: boolean): void;
  undo(): void;
  redo(): void;
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
export const Editor = forwardRef<EditorHandle, EditorProps>(
  function Editor(props, ref) {
    const { label, language, value, document, readOnly = false } = props;
    const { mark, shown } = props;
    const box = useRef<HTMLDivElement>(null);
    const view = useRef<EditorView>(null);
    const latest = useRef(props);
    // What it has reported comes back as its value, and may be older by then than what is typed.
    const reported = useRef<string[]>([]);
    useInsertionEffect(() => {
      latest.current = props;
    });

    useEffect(() => {
      const editor = new EditorView({
        parent: box.current!,
        state: EditorState.create({
          doc: latest.current.value,
          extensions: [
            lineNumbers(),
            codeFolding(),
            foldGutter(),
            history(),
            indentOnInput(),
            bracketMatching(),
            highlightActiveLine(),
            shownRange,
            languages[language](),
            syntaxHighlighting(classHighlighter),
            keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
            EditorState.tabSize.of(2),
            EditorView.cspNonce.of(nonce),
            EditorState.readOnly.of(readOnly),
            EditorView.contentAttributes.of({
              "aria-label": label,
              ...(readOnly && { "aria-readonly": "true" }),
              spellcheck: "false",
              tabindex: "0",
            }),
            EditorView.domEventHandlers({
              focus: () => latest.current.onFocus?.(),
            }),
            EditorView.updateListener.of(({ docChanged, state, ...update }) => {
              const { onChange, onCaret, onHistory } = latest.current;
              if (docChanged) {
                const text = state.doc.toString();
                reported.current.push(text);
                onChange(text);
              }
              if (docChanged || update.transactions.length > 0) {
                onHistory?.(undoDepth(state), redoDepth(state));
              }
              const isMoved = update.transactions.some((one) =>
                one.isUserEvent("select"),
              );
              if (isMoved) onCaret?.(state.selection.main.head);
            }),
          ],
        }),
      });
      view.current = editor;
      reported.current = [];
      latest.current.onHistory?.(0, 0);
      return () => {
        editor.destroy();
        view.current = null;
      };
    }, [label, language, readOnly, document]);

    useEffect(() => {
      const doc = view.current?.state.doc.toString();
      // Line ends are not part of what an editor has.
      const now = value.replace(/\r\n?/g, "\n");
      const index = reported.current.lastIndexOf(now);
      reported.current.splice(0, index + 1);
      if (index >= 0 || doc === undefined || doc === now) return;
      view.current?.dispatch({
        changes: difference(doc, now),
        annotations: isolateHistory.of("full"),
      });
    }, [value, document]);

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
    }, [mark, value, document]);

    useEffect(() => {
      view.current?.dispatch({ effects: showRange.of(shown) });
    }, [shown, document]);

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
      reveal({ from, to }) {
        const editor = view.current;
        if (!editor || to > editor.state.doc.length) return;
        editor.dispatch({
          selection: { anchor: from },
          effects: EditorView.scrollIntoView(from, { y: "center" }),
        });
      },
      edit(changes, isTyped = false) {
        view.current?.dispatch({
          changes,
          annotations: isTyped
            ? Transaction.userEvent.of("input.type")
            : isolateHistory.of("full"),
        });
      },
      undo: () => void (view.current && undo(view.current)),
      redo: () => void (view.current && redo(view.current)),
    }));

    return <div ref={box} dir="ltr" className="pg-editor" />;
  },
);

function offsetOf({ doc }: EditorState, { line, column }: Place): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}

/** What differs between two texts as one edit, so that the caret stays where the text is the same. */
function difference(before: string, now: string): TextEdit {
  const most = Math.min(before.length, now.length);
  let from = 0;
  while (from < most && before[from] === now[from]) from++;
  let end = 0;
  while (
    end < most - from &&
    before[before.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end++;
  }
  return {
    from,
    to: before.length - end,
    insert: now.slice(from, now.length - end),
  };
}
