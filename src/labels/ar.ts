import type { Labels } from "../core/labels.js";

/** The strings of the library in Arabic. */
export const ar: Labels = {
  showMore: "عرض المزيد",
  selectPlaceholder: "اختر…",
  datePlaceholder: "اختر تاريخًا…",
  search: "بحث",
  noResults: "لا توجد نتائج",
  clear: "مسح",
  expand: "توسيع",
  collapse: "طي",
  loading: "جارٍ التحميل",
  refused: "يُرجى المحاولة بعد لحظات.",
  patternMismatch: "يرجى الالتزام بالتنسيق المطلوب.",
  invalid: "يرجى التحقق من هذا الحقل.",
  previousMonth: "الشهر السابق",
  nextMonth: "الشهر التالي",
  chart: "رسم بياني",
  chartMore: "الصفوف غير المدرجة: {n}",
  table: "جدول",
  code: "تعليمات برمجية",
  footnotes: "الحواشي السفلية",
  footnoteBack: "العودة إلى النص",
  tooLarge: "لا يظهر كل شيء: هذا المحتوى كبير جدًا.",
};

export default ar;
