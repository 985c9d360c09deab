import type { Labels } from "../core/labels.js";

/** The strings of the library in Polish. */
export const pl: Labels = {
  showMore: "Pokaż więcej",
  selectPlaceholder: "Wybierz…",
  datePlaceholder: "Wybierz datę…",
  search: "Szukaj",
  noResults: "Brak wyników",
  clear: "Wyczyść",
  expand: "Rozwiń",
  collapse: "Zwiń",
  loading: "Ładowanie",
  refused: "Spróbuj ponownie za chwilę.",
  patternMismatch: "Podaj wartość w wymaganym formacie.",
  invalid: "Sprawdź to pole.",
  previousMonth: "Poprzedni miesiąc",
  nextMonth: "Następny miesiąc",
  chart: "Wykres",
  chartMore: "Liczba pominiętych wierszy: {n}",
  table: "Tabela",
  code: "Kod",
  footnotes: "Przypisy",
  footnoteBack: "Wróć do tekstu",
  tooLarge: "Nie wszystko jest widoczne: ta treść jest za duża.",
};

export default pl;
