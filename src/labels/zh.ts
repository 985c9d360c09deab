import type { Labels } from "../core/labels.js";

/** The strings of the library in Chinese, in simplified characters. */
export const zh: Labels = {
  showMore: "显示更多",
  selectPlaceholder: "请选择",
  datePlaceholder: "请选择日期",
  search: "搜索",
  noResults: "没有结果",
  clear: "清除",
  expand: "展开",
  collapse: "收起",
  loading: "正在加载",
  refused: "请稍后再试。",
  patternMismatch: "请按要求的格式填写。",
  invalid: "请检查此项。",
  previousMonth: "上个月",
  nextMonth: "下个月",
  chart: "图表",
  chartMore: "未列出的行数：{n}",
  table: "表格",
  code: "代码",
  footnotes: "脚注",
  footnoteBack: "返回正文",
  tooLarge: "内容过大，仅显示了一部分。",
};

export default zh;
