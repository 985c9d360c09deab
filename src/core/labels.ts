/**
 * Every text that the library itself shows, or gives to assistive technology. `{n}` is
 * replaced by a number. Other languages are in `widget-renderer/labels/<language>`.
 */
export interface Labels {
  /** The button at the end of a shortened ListView. */
  showMore: string;
  /** The text of a Select without a value. */
  selectPlaceholder: string;
  /** The text of a DatePicker without a value. */
  datePlaceholder: string;
  /** The search field of a Select. */
  search: string;
  /** Shown instead of the options of a Select when a search finds none. */
  noResults: string;
  /** The button that empties a Select or a DatePicker. */
  clear: string;
  /** The button that opens a collapsed Card which has no title. */
  expand: string;
  /** The button that closes it again. */
  collapse: string;
  /** For assistive technology while an action is pending. */
  loading: string;
  /** Shown for a moment when an action is refused: it may work later. */
  refused: string;
  /** The error at a Textarea, or an editable Text, that does not match its `pattern`. */
  patternMismatch: string;
  /** The error at an invalid field for which the browser has no message. */
  invalid: string;
  /** The button of a calendar that shows the previous month. */
  previousMonth: string;
  /** The button of a calendar that shows the next month. */
  nextMonth: string;
  /** The name of a Chart, before the names of its series. */
  chart: string;
  /** Below the table of a long Chart, for assistive technology: `{n}` rows are left out. */
  chartMore: string;
  /** The name of a table that scrolls sideways. */
  table: string;
  /** The name of code that scrolls sideways. */
  code: string;
  /** The heading of the footnotes of a Markdown, for assistive technology. */
  footnotes: string;
  /** The link from a footnote back to the text. */
  footnoteBack: string;
  /** Shown instead of what exceeds the limits of a widget. */
  tooLarge: string;
}

export const defaultLabels: Labels = {
  showMore: "Show more",
  selectPlaceholder: "Select…",
  datePlaceholder: "Select date…",
  search: "Search",
  noResults: "No results",
  clear: "Clear",
  expand: "Expand",
  collapse: "Collapse",
  loading: "Loading",
  refused: "Please try again in a moment.",
  patternMismatch: "Please match the requested format.",
  invalid: "Please check this field.",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  chart: "Chart",
  chartMore: "Rows not listed: {n}",
  table: "Table",
  code: "Code",
  footnotes: "Footnotes",
  footnoteBack: "Back to the text",
  tooLarge: "Not everything is shown: this content is too large.",
};
