/**
 * What a parser may have to look for the other end of, through all that is between, and
 * what makes a line an element: an item, a row, a heading, a paragraph, a break.
 */
const MARK =
  /[*_~`[\]!<>&@]|www|^[ \t]*(?:[-+|#=]|\d{1,9}[.)]|$)|(?: {2}|\\)$/gm;

/** A parser tries each mark with all others: so many of them take a fraction of a second. */
const MAX_MARKS = 5_000;

/** As many marks as a browser renders within a second, in all pieces of a text together. */
const MAX_COST = 40_000;

/** A piece is parsed and rendered alone, which takes as long as some marks. */
const PIECE = 10;

/** Quotes and lists in each other, by their marks or their indent, and a row of many cells. */
const DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}|^[ \t]{100}/m;
const WIDE = /^(?:[^|\n]*\|){500}/m;

/** Whether it would take too long to parse a piece of Markdown: it is shown as it is written then. */
export function isCostly(source: string): boolean {
  return DEEP.test(source) || WIDE.test(source) || marksIn(source) > MAX_MARKS;
}

const marksIn = (source: string) => source.match(MARK)?.length ?? 0;

/** Makes one piece of those that come after what a browser renders in time. The costs of a growing text are remembered. */
export function createLimitPieces() {
  let last: readonly string[] = [];
  let costs: number[] = [];
  return (pieces: readonly string[]): readonly string[] => {
    costs = pieces.map((piece, i) =>
      piece === last[i] ? costs[i]! : PIECE + marksIn(piece),
    );
    last = pieces;
    let left = MAX_COST;
    const end = costs.findIndex((cost) => (left -= cost) < 0);
    return end < 0
      ? pieces
      : [...pieces.slice(0, end), pieces.slice(end).join("")];
  };
}
