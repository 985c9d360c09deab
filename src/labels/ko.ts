import type { Labels } from "../core/labels.js";

/** The strings of the library in Korean. */
export const ko: Labels = {
  showMore: "더 보기",
  selectPlaceholder: "선택",
  datePlaceholder: "날짜 선택",
  search: "검색",
  noResults: "결과 없음",
  clear: "지우기",
  expand: "펼치기",
  collapse: "접기",
  loading: "불러오는 중",
  refused: "잠시 후 다시 시도해 주세요.",
  patternMismatch: "요청한 형식에 맞게 입력하세요.",
  invalid: "이 항목을 확인하세요.",
  previousMonth: "이전 달",
  nextMonth: "다음 달",
  chart: "차트",
  chartMore: "표시되지 않은 행: {n}개",
  table: "표",
  code: "코드",
  footnotes: "각주",
  footnoteBack: "본문으로 돌아가기",
  tooLarge: "콘텐츠가 너무 커서 일부만 표시됩니다.",
};

export default ko;
