import { spend, spendText } from "../budget.js";
import { fail } from "../error.js";
import { floatToString } from "./numbers.js";
import { quote } from "./text.js";
import {
  Callable,
  Dict,
  Markup,
  Namespace,
  noAddress,
  None,
  Range,
  Thing,
  Tuple,
  typeName,
  Undefined,
  type Value,
  View,
} from "./values.js";

/** `str(value)` */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) return value.strict ? value.fail() : "";
  return represent(value);
}

/** `repr(value)` */
export function represent(value: Value): string {
  spend(1 / 20);
  if (value === None) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return integerToString(value);
  if (typeof value === "number") return floatToString(value);
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return joined("[", value, "]");
  if (value instanceof Markup) return `Markup(${quote(value.text)})`;
  if (value instanceof Tuple) {
    return joined("(", value.items, value.items.length === 1 ? ",)" : ")");
  }
  if (value instanceof Dict) {
    const entries = value
      .items()
      .map(([key, item]) => `${represent(key)}: ${represent(item)}`);
    return `{${entries.join(", ")}}`;
  }
  if (value instanceof Range) {
    const { start, stop, step } = value;
    return `range(${start}, ${stop}${step === 1n ? "" : `, ${step}`})`;
  }
  if (value instanceof View) {
    return joined(`dict_${value.kind}([`, value.list(), "])");
  }
  if (value instanceof Namespace) {
    return `<Namespace ${represent(value.attributes)}>`;
  }
  if (value instanceof Undefined) return "Undefined";
  if (value instanceof Thing) return value.print();
  if (value instanceof Callable) return value.text ?? noAddress(value.name);
  return noAddress(typeName(value));
}

function joined(open: string, items: readonly Value[], close: string): string {
  const text = items.map(represent).join(", ");
  spendText(text.length);
  return open + text + close;
}

export function integerToString(value: bigint): string {
  const text = String(value);
  return text.length > 4301
    ? fail("Exceeds the limit (4300 digits) for integer string conversion.")
    : text;
}
