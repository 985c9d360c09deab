import type { Labels } from "../core/labels.js";

/** The strings of the library in Spanish. */
export const es: Labels = {
  showMore: "Mostrar más",
  selectPlaceholder: "Seleccionar…",
  datePlaceholder: "Seleccionar fecha…",
  search: "Buscar",
  noResults: "Sin resultados",
  clear: "Borrar",
  expand: "Expandir",
  collapse: "Contraer",
  loading: "Cargando",
  refused: "Inténtelo de nuevo en un momento.",
  patternMismatch: "Utiliza el formato solicitado.",
  invalid: "Revisa este campo.",
  previousMonth: "Mes anterior",
  nextMonth: "Mes siguiente",
  chart: "Gráfico",
  chartMore: "Filas no incluidas: {n}",
  table: "Tabla",
  code: "Código",
  footnotes: "Notas al pie",
  footnoteBack: "Volver al texto",
  tooLarge: "No se muestra todo: este contenido es demasiado grande.",
};

export default es;
