import {
  isRecord,
  type Json,
  recordsOf,
  toNumber,
  toText,
} from "../core/json.js";
import { dateRange, isoDate } from "../core/isoDate.js";
import { chartNumberIn, rowKeys, toChartValue } from "../core/chartValue.js";
import { reversedDates, wrongNumber, wrongValue } from "../core/messages.js";
import { unwrapSeries } from "../core/nodeTree.js";
import { pointer } from "./snapshot.js";
import type { ReportIssue } from "./types.js";

/**
 * Checks what a node says in two places: a default that no option has, ends that are in the
 * wrong order, series whose data no row has, or is no number.
 */
export function checkContent(
  node: Json,
  /** Those that its type has: others are ignored. */
  properties: object,
  report: ReportIssue,
) {
  const has = (name: string) => Object.hasOwn(properties, name);
  const wrong: Wrong = (at, ...fault) =>
    report("invalid-prop", "error", at, wrongValue(...fault));
  if (has("options")) checkDefault(node, wrong);
  if (has("min")) checkDates(node, report);
  if (has("maxRows")) checkRows(node, wrong);
  const { series } = node;
  if (has("series") && Array.isArray(series)) checkSeries(node, series, wrong);
}

type Wrong = (at: string, ...fault: Parameters<typeof wrongValue>) => void;

function checkDefault({ options, defaultValue }: Json, wrong: Wrong) {
  const given = toText(defaultValue);
  if (given === "") return;
  const known = recordsOf(options);
  const values = known
    .map(({ value, label }) => toText(value ?? label))
    .filter(Boolean);
  if (values.includes(given)) return;
  wrong(
    "/defaultValue",
    "defaultValue",
    given,
    values.slice(0, 20),
    values.length > 0 ? undefined : "the value of an option",
    known.find(({ label }) => label === given)?.["value"],
  );
}

function checkDates({ min, max }: Json, report: ReportIssue) {
  const range = dateRange(min, max);
  if (range.min !== isoDate(min)) {
    report("invalid-prop", "error", "/min", {
      message: reversedDates(range),
      expected: `a date up to ${range.min}`,
      received: toText(min),
      suggestion: range.min,
    });
  }
}

function checkRows({ rows, maxRows }: Json, wrong: Wrong) {
  const given = toNumber(rows) ?? 0;
  const least = given > 0 && !(given % 1) ? given : 3;
  const most = toNumber(maxRows);
  if (most !== undefined && most < least) {
    const fault = wrongNumber(most, { least, whole: true });
    wrong("/maxRows", "maxRows", maxRows, ...fault);
  }
}

function checkSeries(
  { data, xAxis }: Json,
  series: readonly unknown[],
  wrong: Wrong,
) {
  const rows = recordsOf(data);
  if (rows.length === 0) return;
  let keys: string[] | undefined;
  const checkKey = (at: string, name: string, given: unknown): string => {
    const key = toText(given);
    if (key !== "" && !rows.some((row) => Object.hasOwn(row, key))) {
      keys ??= rowKeys(rows);
      wrong(at, name, key, keys, "as no row has it");
    }
    return key;
  };
  if (isRecord(xAxis)) checkKey("/xAxis/dataKey", "dataKey", xAxis["dataKey"]);
  else checkKey("/xAxis", "xAxis", xAxis);
  series.forEach((json, i) => {
    if (!isRecord(json)) return;
    const one = unwrapSeries(json);
    const below = one === json ? "" : "/value";
    const key = checkKey(
      `/series/${i}${below}/dataKey`,
      "dataKey",
      one["dataKey"],
    );
    // One report is enough, however many values are wrong.
    const at = rows.findIndex((row) => {
      const value = Object.hasOwn(row, key) ? row[key] : undefined;
      return value != null && value !== "" && toChartValue(value) === undefined;
    });
    if (at < 0) return;
    // What is no row is left out of them.
    const index = (data as unknown[]).indexOf(rows[at]);
    const value = rows[at]![key];
    wrong(
      pointer(`/data/${index}`, key),
      `data/${index}/${key}`,
      value,
      [],
      "a number",
      chartNumberIn(value),
    );
  });
}
