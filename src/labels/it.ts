import type { Labels } from "../core/labels.js";

/** The strings of the library in Italian. */
export const it: Labels = {
  showMore: "Mostra altro",
  selectPlaceholder: "Seleziona…",
  datePlaceholder: "Seleziona una data…",
  search: "Cerca",
  noResults: "Nessun risultato",
  clear: "Cancella",
  expand: "Espandi",
  collapse: "Comprimi",
  loading: "Caricamento in corso",
  refused: "Riprovare tra poco.",
  patternMismatch: "Rispetta il formato richiesto.",
  invalid: "Controlla questo campo.",
  previousMonth: "Mese precedente",
  nextMonth: "Mese successivo",
  chart: "Grafico",
  chartMore: "Righe non elencate: {n}",
  table: "Tabella",
  code: "Codice",
  footnotes: "Note a piè di pagina",
  footnoteBack: "Torna al testo",
  tooLarge: "Non tutto è visibile: questo contenuto è troppo grande.",
};

export default it;
