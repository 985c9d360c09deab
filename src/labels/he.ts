import type { Labels } from "../core/labels.js";

/** The strings of the library in Hebrew. */
export const he: Labels = {
  showMore: "הצגת עוד",
  selectPlaceholder: "בחירה…",
  datePlaceholder: "בחירת תאריך…",
  search: "חיפוש",
  noResults: "אין תוצאות",
  clear: "ניקוי",
  expand: "הרחבה",
  collapse: "כיווץ",
  loading: "בטעינה",
  refused: "נא לנסות שוב בעוד רגע.",
  patternMismatch: "יש להתאים לפורמט המבוקש.",
  invalid: "יש לבדוק את השדה הזה.",
  previousMonth: "החודש הקודם",
  nextMonth: "החודש הבא",
  chart: "תרשים",
  chartMore: "שורות שאינן מפורטות: {n}",
  table: "טבלה",
  code: "קוד",
  footnotes: "הערות שוליים",
  footnoteBack: "חזרה לטקסט",
  tooLarge: "לא הכול מוצג: התוכן הזה גדול מדי.",
};

export default he;
