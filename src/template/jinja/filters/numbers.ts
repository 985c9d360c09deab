import { fail } from "../error.js";
import { integerArgument } from "../python/args.js";
import { floatValue, toInteger } from "../python/convert.js";
import {
  formatFloat,
  roundFloat,
  roundInteger,
  truncate,
} from "../python/numbers.js";
import { binary, negate } from "../python/operators.js";
import { toText } from "../python/represent.js";
import {
  asInteger,
  isNumber,
  None,
  typeName,
  Undefined,
  type Value,
} from "../python/values.js";
import { type Filter, isTrue } from "./filter.js";

function filesize(value: Value, binaryUnits: Value | undefined): string {
  const bytes = floatValue(value);
  if (bytes === undefined) {
    fail(`filesizeformat() wants a number, not '${typeName(value)}'.`);
  }
  const binary = isTrue(binaryUnits);
  const base = binary ? 1024 : 1000;
  if (bytes === 1) return "1 Byte";
  if (bytes < base) return `${truncate(bytes)} Bytes`;
  const units = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
  let unit = base;
  for (const [i, letter] of units.entries()) {
    unit *= base;
    if (bytes < unit || i === units.length - 1) {
      const name = binary ? `${letter.toUpperCase()}iB` : `${letter}B`;
      return `${formatFloat((base * bytes) / unit, "f", 1)} ${name}`;
    }
  }
  return "";
}

function roundValue(
  value: Value,
  precisionArgument: Value | undefined,
  methodArgument: Value | undefined,
): Value {
  const method =
    methodArgument === undefined ? "common" : toText(methodArgument);
  if (!["common", "ceil", "floor"].includes(method)) {
    fail("method must be common, ceil or floor.");
  }
  if (value instanceof Undefined) value.fail();
  if (!isNumber(value)) {
    fail(`type ${typeName(value)} doesn't define __round__ method.`);
  }
  if (method === "common") {
    if (precisionArgument === None) {
      return typeof value === "number"
        ? truncate(roundFloat(value, 0))
        : asInteger(value)!;
    }
    const precision = integerArgument(precisionArgument, 0);
    const integer = asInteger(value);
    return integer === undefined
      ? roundFloat(value as number, precision)
      : roundInteger(integer, precision);
  }
  const power = binary("**", 10n, precisionArgument ?? 0n);
  const product = binary("*", value, power);
  const rounded =
    typeof product === "number"
      ? truncate(Math[method === "ceil" ? "ceil" : "floor"](product))
      : product;
  return binary("/", rounded, power);
}

export const numberFilters: Record<string, Filter> = {
  abs: [
    "",
    (value) => {
      if (value instanceof Undefined) value.fail();
      if (!isNumber(value)) {
        fail(`bad operand type for abs(): '${typeName(value)}'.`);
      }
      if (typeof value === "number") return Math.abs(value);
      const integer = asInteger(value)!;
      return integer < 0n ? negate(integer) : integer;
    },
  ],
  filesizeformat: ["binary", filesize],
  float: ["default", (value, fallback) => floatValue(value) ?? fallback ?? 0],
  int: [
    "default base",
    (value, fallback, base) => toInteger(value, fallback ?? 0n, base ?? 10n),
  ],
  round: ["precision method", roundValue],
};
