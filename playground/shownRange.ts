import { StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Range } from "./json/syntax.js";

/** Highlights a part of the text of an editor, or none. */
export const showRange = StateEffect.define<Range | undefined>();

const mark = Decoration.mark({ class: "pg-shown" });
const line = Decoration.line({ class: "pg-shown" });

/** The part that is highlighted. An edit moves it. */
export const shownRange = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(ranges, { changes, effects, state }) {
    let next = ranges.map(changes);
    for (const effect of effects) {
      if (effect.is(showRange)) next = decorate(state.doc, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A part of a line, or all lines that a part is in. */
function decorate(doc: Text, range: Range | undefined): DecorationSet {
  const { from = 0, to = 0 } = range ?? {};
  if (from >= to || to > doc.length) return Decoration.none;
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  if (first === last) return Decoration.set(mark.range(from, to));
  return Decoration.set(
    Array.from({ length: last - first + 1 }, (_, i) =>
      line.range(doc.line(first + i).from),
    ),
  );
}
