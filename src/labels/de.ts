import type { Labels } from "../core/labels.js";

/** The strings of the library in German. */
export const de: Labels = {
  showMore: "Mehr anzeigen",
  selectPlaceholder: "Auswählen…",
  datePlaceholder: "Datum auswählen…",
  search: "Suchen",
  noResults: "Keine Ergebnisse",
  clear: "Leeren",
  expand: "Aufklappen",
  collapse: "Zuklappen",
  loading: "Wird geladen",
  refused: "Bitte gleich noch einmal versuchen.",
  patternMismatch: "Bitte das vorgegebene Format einhalten.",
  invalid: "Bitte dieses Feld prüfen.",
  previousMonth: "Vorheriger Monat",
  nextMonth: "Nächster Monat",
  chart: "Diagramm",
  chartMore: "Nicht aufgeführte Zeilen: {n}",
  table: "Tabelle",
  code: "Code",
  footnotes: "Fußnoten",
  footnoteBack: "Zurück zum Text",
  tooLarge: "Nicht alles wird angezeigt: Dieser Inhalt ist zu groß.",
};

export default de;
