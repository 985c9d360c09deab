import type { Labels } from "../core/labels.js";

/** The strings of the library in Japanese. */
export const ja: Labels = {
  showMore: "もっと見る",
  selectPlaceholder: "選択してください",
  datePlaceholder: "日付を選択",
  search: "検索",
  noResults: "一致する項目はありません",
  clear: "クリア",
  expand: "開く",
  collapse: "閉じる",
  loading: "読み込み中",
  refused: "少し待ってからもう一度お試しください。",
  patternMismatch: "指定された形式で入力してください。",
  invalid: "この項目を確認してください。",
  previousMonth: "前の月",
  nextMonth: "次の月",
  chart: "グラフ",
  chartMore: "省略された行：{n}",
  table: "表",
  code: "コード",
  footnotes: "脚注",
  footnoteBack: "本文に戻る",
  tooLarge: "内容が大きすぎるため、一部だけを表示しています。",
};

export default ja;
