import { spend, spendText } from "../budget.js";
import { fail } from "../error.js";
import { floatToString } from "./numbers.js";
import { compareText, repeat } from "./text.js";
import {
  Dict,
  None,
  Tuple,
  Undefined,
  type Value,
  asInteger,
  isNumber,
  isText,
  textOf,
  typeName,
} from "./values.js";
import { integerToString } from "./represent.js";
import { sorted } from "./compare.js";

/** `json.dumps(value, sort_keys=True, indent=indent)`, and safe in HTML. */
export function toJson(value: Value, indent: string | undefined): string {
  const text = dump(value, indent, 0);
  spendText(text.length);
  return text.replace(
    /[<>&']/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}

function dump(value: Value, indent: string | undefined, depth: number): string {
  spend(1 / 20);
  if (value === None) return "null";
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return dumpNumber(value);
  if (isText(value)) return dumpText(textOf(value));
  const inside = (open: string, items: string[], close: string) => {
    if (items.length === 0) return open + close;
    if (indent === undefined) return open + items.join(", ") + close;
    const line = (level: number) => `\n${repeat(indent, level)}`;
    const space = line(depth + 1);
    return open + space + items.join(`,${space}`) + line(depth) + close;
  };
  if (Array.isArray(value) || value instanceof Tuple) {
    const items = Array.isArray(value) ? value : value.items;
    return inside(
      "[",
      items.map((item) => dump(item, indent, depth + 1)),
      "]",
    );
  }
  if (value instanceof Dict) {
    const keys = value.keys();
    const ordered = keys.every((key) => typeof key === "string")
      ? keys.sort(compareText)
      : sorted(keys);
    const items = ordered.map((key) => {
      const item = dump(value.get(key)!, indent, depth + 1);
      return `${dumpKey(key)}: ${item}`;
    });
    return inside("{", items, "}");
  }
  if (value instanceof Undefined && value.strict) value.fail();
  fail(
    `Object of type ${typeName(value)} is not JSON serializable. What filters like "map" and "select" give becomes a list with the filter "list".`,
  );
}

function dumpNumber(value: bigint | number | boolean): string {
  const integer = asInteger(value);
  if (integer !== undefined) return integerToString(integer);
  const float = value as number;
  if (Number.isNaN(float)) return "NaN";
  if (Math.abs(float) === Infinity) return float < 0 ? "-Infinity" : "Infinity";
  return floatToString(float);
}

function dumpText(text: string): string {
  spendText(text.length);
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function dumpKey(key: Value): string {
  if (isText(key)) return dumpText(textOf(key));
  if (key === None) return '"null"';
  if (typeof key === "boolean") return `"${key}"`;
  if (isNumber(key)) return `"${dumpNumber(key)}"`;
  fail(`keys must be str, int, float, bool or None, not ${typeName(key)}.`);
}
