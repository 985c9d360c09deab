import type { Labels } from "../core/labels.js";

/** The strings of the library in Portuguese, as in Brazil. */
export const pt: Labels = {
  showMore: "Mostrar mais",
  selectPlaceholder: "Selecionar…",
  datePlaceholder: "Selecionar data…",
  search: "Pesquisar",
  noResults: "Nenhum resultado",
  clear: "Limpar",
  expand: "Expandir",
  collapse: "Recolher",
  loading: "Carregando",
  refused: "Tente novamente daqui a pouco.",
  patternMismatch: "Use o formato solicitado.",
  invalid: "Verifique este campo.",
  previousMonth: "Mês anterior",
  nextMonth: "Próximo mês",
  chart: "Gráfico",
  chartMore: "Linhas não listadas: {n}",
  table: "Tabela",
  code: "Código",
  footnotes: "Notas de rodapé",
  footnoteBack: "Voltar ao texto",
  tooLarge: "Nem tudo é exibido: este conteúdo é grande demais.",
};

export default pt;
