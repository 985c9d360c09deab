import type { PropReader } from "../../context/propReader.js";
import {
  type Member,
  enumOf,
  isRecord,
  recordsOf,
  toText,
} from "../../core/json.js";
import { chartNumberIn, rowKeys, toChartValue } from "../../core/chartValue.js";
import { unwrapSeries } from "../../core/nodeTree.js";
import { HUES } from "../../core/style/color.js";
import type { ColorValue } from "../../core/style/value.js";
import type { ChartCurve } from "./ChartCurve.js";
import { curveNames } from "./curves.js";

/** A value of a chart's row. */
export type ChartValue = string | number | null;

const types = enumOf("bar area line");

type ChartType = Member<typeof types>;

export interface ChartSeries {
  /** What each of its values is shown as. */
  type: ChartType;
  /** The property of each row that is the value. */
  dataKey: string;
  /** What legend and tooltip call it. @default dataKey */
  label?: string | number | null;
  /** A chart token, a palette step, or CSS. @default blue, purple, orange, green, red, yellow, pink in turn */
  color?: ColorValue | null;
  /** Bars or areas of the same name are stacked. */
  stack?: string | null;
  /** The shape of a line, or of the edge of an area, between two values. @default "natural" */
  curveType?: ChartCurve | null;
}

export interface ChartXAxis {
  /** The property of each row that is its name. */
  dataKey: string;
  /** @default false */
  hide?: boolean | null;
  /** What to show in place of a name. */
  labels?: Record<string, string> | null;
}

/** A series as it is rendered. */
export interface Series {
  type: ChartType;
  label: string;
  /** CSS. */
  color: string;
  stack: string | undefined;
  /** The name as the author wrote it, which may be no curve. */
  curve: string;
  /** A value per row; `undefined` is a gap. */
  values: readonly (number | undefined)[];
}

/** The data of a chart as it is rendered: checked, with a value per row. */
export interface ChartData {
  series: readonly Series[];
  /** The name of each row. */
  names: readonly string[];
  /** The key of the x axis, by which the table calls the names. */
  namesKey: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Reads rows, series and names of a chart. What cannot be shown is left out. */
export function readChart(
  data: unknown,
  series: unknown,
  xAxis: unknown,
  toColor: (value: unknown, prop?: string) => string | undefined,
  /** Reports what is left out. */
  read?: PropReader,
): ChartData {
  const rows = recordsOf(data);
  if (read) checkChart(read, rows);
  const shorten = (prop: string, text: string) =>
    read ? read.shorten(prop, text) : text;
  const given = (Array.isArray(series) ? series : []).flatMap(
    (json: unknown, index) => {
      if (!isRecord(json)) return [];
      const one: Row = { ...unwrapSeries(json), index };
      return types.has(one["type"] as ChartType) &&
        toText(one["dataKey"]) !== ""
        ? [one]
        : [];
    },
  );
  // A colour that the author gave to one series is no default of another.
  const hues = [...HUES];
  const free = hues.filter(
    (name) => !given.some((one) => one["color"] === name),
  );
  const order = free.length > 0 ? free : hues;
  let next = 0;

  const axis = isRecord(xAxis) ? xAxis : { dataKey: xAxis };
  const namesKey = toText(axis["dataKey"]);
  const labels = isRecord(axis["labels"]) ? axis["labels"] : {};

  return {
    namesKey: shorten("xAxis", namesKey),
    names: rows.map((row) => {
      const name = toText(ownValue(row, namesKey));
      return shorten("data", toText(ownValue(labels, name)) || name);
    }),
    series: given.map((one) => {
      const key = toText(one["dataKey"]);
      return {
        type: one["type"] as ChartType,
        label: shorten("series", toText(one["label"]) || key),
        color:
          toColor(one["color"], `series/${toText(one["index"])}/color`) ??
          toColor(order[next++ % order.length])!,
        stack: toText(one["stack"]) || undefined,
        curve: toText(one["curveType"]),
        values: rows.map((row) => toChartValue(ownValue(row, key))),
      };
    }),
  };
}

/** Reports what cannot be shown, as it would be missing without a word. */
function checkChart(read: PropReader, rows: readonly Row[]) {
  let keys: string[] | undefined;
  const checkKey = (from: PropReader, name: string): string => {
    const key = from.text(name, true);
    const isThere = rows.some((row) => Object.hasOwn(row, key));
    if (key !== "" && rows.length > 0 && !isThere) {
      keys ??= rowKeys(rows);
      from.wrong(name, key, keys, "as no row has it");
    }
    return key;
  };
  read.list("data");
  if (isRecord(read.props["xAxis"])) {
    checkKey(read.object("xAxis", "dataKey")!, "dataKey");
  } else checkKey(read, "xAxis");
  for (const [index, json] of read.list("series").entries()) {
    const isWrapped = isRecord(json) && unwrapSeries(json) !== json;
    const one = read.object(
      `series/${index}${isWrapped ? "/value" : ""}`,
      "dataKey",
      isWrapped ? unwrapSeries(json) : json,
    );
    if (!one) continue;
    if (one.enumValue("type", types) === undefined) one.missing("type");
    one.enumValue("curveType", curveNames);
    const key = checkKey(one, "dataKey");
    // One report is enough, however many values are wrong.
    const at = rows.findIndex((row) => {
      const value = ownValue(row, key);
      return value != null && value !== "" && toChartValue(value) === undefined;
    });
    if (at < 0) continue;
    // What is no row is left out of them.
    const row = read.list("data").indexOf(rows[at]);
    const value = ownValue(rows[at]!, key);
    read.wrong(
      `data/${row}/${key}`,
      value,
      [],
      "a number",
      chartNumberIn(value),
    );
  }
}

function ownValue(row: Row, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}
