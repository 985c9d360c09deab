/** Every string that the library itself shows or says. `{n}` stands for a number. */
export interface Labels {
  /** The button at the end of a shortened list. */
  showMore: string;
  /** A Select without a value. */
  selectPlaceholder: string;
  /** A DatePicker without a value. */
  datePlaceholder: string;
  /** The search field of a Select. */
  search: string;
  /** A search without a match. */
  noResults: string;
  /** Below the options that a search shows when it found more. */
  moreOptions: string;
  /** The button that empties a Select or a DatePicker. */
  clear: string;
  /** The button that opens a collapsed Card. */
  expand: string;
  /** The button that closes it again. */
  collapse: string;
  /** Said while an action runs. */
  loading: string;
  /** Said by the browser of a text that does not match its pattern. */
  patternMismatch: string;
  /** Said of a field that is not valid where the browser has no words for it. */
  invalid: string;
  previousMonth: string;
  nextMonth: string;
  /** What a Chart is called, before the names of its series. */
  chart: string;
  /** Ends the table of a long Chart, for assistive technology. */
  chartMore: string;
  /** A table that scrolls sideways. */
  table: string;
  /** Code that scrolls sideways. */
  code: string;
  /** The heading of the footnotes, for assistive technology. */
  footnotes: string;
  /** The link from a footnote back to its place. */
  footnoteBack: string;
  /** Stands in place of what exceeds the limits of a widget. */
  tooLarge: string;
}

export const defaultLabels: Labels = {
  showMore: "Show more",
  selectPlaceholder: "Select…",
  datePlaceholder: "Select date…",
  search: "Search",
  noResults: "No results",
  moreOptions: "{n} more: keep typing",
  clear: "Clear",
  expand: "Expand",
  collapse: "Collapse",
  loading: "Loading",
  patternMismatch: "Please match the requested format.",
  invalid: "Please check this field.",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  chart: "Chart",
  chartMore: "{n} more rows are not listed.",
  table: "Table",
  code: "Code",
  footnotes: "Footnotes",
  footnoteBack: "Back to the text",
  tooLarge: "Not everything is shown: this content is too large.",
};
