import type { Labels } from "../core/labels.js";

/** The strings of the library in French. */
export const fr: Labels = {
  showMore: "Afficher plus",
  selectPlaceholder: "Sélectionner…",
  datePlaceholder: "Sélectionner une date…",
  search: "Rechercher",
  noResults: "Aucun résultat",
  clear: "Effacer",
  expand: "Développer",
  collapse: "Réduire",
  loading: "Chargement en cours",
  refused: "Veuillez réessayer dans un instant.",
  patternMismatch: "Veuillez respecter le format demandé.",
  invalid: "Veuillez vérifier ce champ.",
  previousMonth: "Mois précédent",
  nextMonth: "Mois suivant",
  chart: "Graphique",
  chartMore: "Lignes non affichées ({n})",
  table: "Tableau",
  code: "Code",
  footnotes: "Notes de bas de page",
  footnoteBack: "Retour au texte",
  tooLarge: "Ce contenu est trop volumineux pour être affiché en entier.",
};

export default fr;
