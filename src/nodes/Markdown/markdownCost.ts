/** What a parser may have to look for the other end of, through all that is between. */
const MARK = /[*_~`[\]!<>&@]|www/g;

/** A parser tries each mark with all others: so many of them take a fraction of a second. */
const MAX_MARKS = 5_000;

/** Quotes and lists in each other, by their marks or their indent, and a row of many cells. */
const DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}|^[ \t]{100}/m;
const WIDE = /^(?:[^|\n]*\|){500}/m;

/** Whether it would take too long to parse a piece of Markdown: it is shown as it is written then. */
export function isCostly(source: string): boolean {
  return (
    DEEP.test(source) ||
    WIDE.test(source) ||
    (source.match(MARK)?.length ?? 0) > MAX_MARKS
  );
}
