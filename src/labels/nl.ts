import type { Labels } from "../core/labels.js";

/** The strings of the library in Dutch. */
export const nl: Labels = {
  showMore: "Meer weergeven",
  selectPlaceholder: "Selecteer…",
  datePlaceholder: "Selecteer een datum…",
  search: "Zoeken",
  noResults: "Geen resultaten",
  clear: "Wissen",
  expand: "Uitvouwen",
  collapse: "Samenvouwen",
  loading: "Bezig met laden",
  refused: "Probeer het zo meteen opnieuw.",
  patternMismatch: "Gebruik de gevraagde notatie.",
  invalid: "Controleer dit veld.",
  previousMonth: "Vorige maand",
  nextMonth: "Volgende maand",
  chart: "Grafiek",
  chartMore: "Niet vermelde rijen: {n}",
  table: "Tabel",
  code: "Code",
  footnotes: "Voetnoten",
  footnoteBack: "Terug naar de tekst",
  tooLarge: "Niet alles wordt weergegeven: deze inhoud is te groot.",
};

export default nl;
