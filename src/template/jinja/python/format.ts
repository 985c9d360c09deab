import { spendSearches } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { formatFloat, toFloat } from "./numbers.js";
import { represent, toText } from "./represent.js";
import { lengthOf, partOf, repeat } from "./text.js";
import {
  asInteger,
  isNumber,
  isText,
  Markup,
  typeName,
  Undefined,
  type Value,
} from "./values.js";

export const BASES: Record<string, number> = { b: 2, o: 8, x: 16 };

export const numberOf = (value: bigint | number | boolean): number =>
  typeof value === "bigint" ? toFloat(value) : Number(value);

export const signOf = (value: number) =>
  value < 0 || Object.is(value, -0) ? "-" : "";

const SPEC =
  /^(?:([^])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([^])?$/u;

/** `format(value, spec)`, the part behind the colon in `"{:>8.2f}".format(value)`. */
function formatValue(value: Value, spec: string): string {
  if (spec === "") return toText(value);
  if (value instanceof Undefined) value.fail();
  if (value instanceof Markup || !(isText(value) || isNumber(value))) {
    fail(`unsupported format string passed to ${typeName(value)}.__format__.`);
  }
  const match = SPEC.exec(spec);
  if (!match) fail(`Invalid format specifier '${spec}'.`);
  const [
    ,
    fillText,
    alignText,
    sign,
    z,
    alternate,
    zero,
    width,
    grouping,
    ,
    type,
  ] = match;
  const precision = match[9] === undefined ? undefined : Number(match[9]);
  if (z) unsupported("The format option z");
  const fill = fillText ?? (zero ? "0" : " ");
  let parts: { sign: string; digits: string };
  if (typeof value === "string") {
    if ((type ?? "s") !== "s") unknownCode(type, value);
    if (sign || alternate || grouping || alignText === "=") {
      fail("This option is not allowed in the format of a text.");
    }
    const digits =
      precision === undefined ? value : partOf(value, 0, precision);
    parts = { sign: "", digits };
  } else {
    parts = formatNumber(value, type, precision, {
      plus: sign === "+" || sign === " " ? sign : "",
      alternate: alternate !== undefined,
      grouping,
      // The zeros before a number are grouped as well.
      width:
        fill === "0" && (alignText ?? "=") === "=" ? Number(width ?? 0) : 0,
    });
  }
  const align =
    alignText ?? (typeof value === "string" ? "<" : zero ? "=" : ">");
  const room = Number(width ?? 0) - lengthOf(parts.sign + parts.digits);
  const half = Math.floor(room / 2);
  switch (align) {
    case "<":
      return parts.sign + parts.digits + repeat(fill, room);
    case ">":
      return repeat(fill, room) + parts.sign + parts.digits;
    case "^":
      return (
        repeat(fill, half) +
        parts.sign +
        parts.digits +
        repeat(fill, room - half)
      );
    default:
      return parts.sign + repeat(fill, room) + parts.digits;
  }
}

function unknownCode(type: string | undefined, value: Value): never {
  fail(
    `Unknown format code '${type}' for object of type '${typeName(value)}'.`,
  );
}

interface NumberOptions {
  plus: string;
  alternate: boolean;
  grouping: string | undefined;
  width: number;
}

function formatNumber(
  value: bigint | number | boolean,
  type: string | undefined,
  precision: number | undefined,
  options: NumberOptions,
): { sign: string; digits: string } {
  const { plus, alternate, grouping, width } = options;
  const integer = asInteger(value);
  const form = type ?? (integer === undefined ? "" : "d");
  if (integer !== undefined && "bcdoxX".includes(form)) {
    if (precision !== undefined) {
      fail("Precision not allowed in integer format specifier.");
    }
    if (form === "c") unsupported("The format code c");
    const size = integer < 0n ? -integer : integer;
    const base = BASES[form.toLowerCase()] ?? 10;
    if (grouping === "," && base !== 10) {
      fail(`Cannot specify ',' with '${form}'.`);
    }
    const sign = integer < 0n ? "-" : plus;
    const prefix = alternate && base !== 10 ? `0${form}` : "";
    const digits = group(
      size.toString(base),
      grouping,
      base === 10 ? 3 : 4,
      width - sign.length - prefix.length,
    );
    return {
      sign: sign + prefix,
      digits: form === "X" ? digits.toUpperCase() : digits,
    };
  }
  if (!["", "e", "E", "f", "F", "g", "G", "%", "n"].includes(form)) {
    unknownCode(type, value);
  }
  if (form === "n") unsupported("The format code n");
  const float = numberOf(value);
  const sign = signOf(float) || plus;
  let digits: string;
  if (form === "%") {
    digits = formatFloat(float * 100, "f", precision ?? 6, alternate);
  } else if (form === "" && precision === undefined) {
    digits = toText(Math.abs(float));
  } else {
    digits = formatFloat(
      float,
      form === "" ? "r" : form.toLowerCase(),
      precision ?? 6,
      alternate,
    );
  }
  const percent = form === "%" ? "%" : "";
  const whole = /^\d*/.exec(digits)![0];
  const rest = digits.slice(whole.length) + percent;
  const grouped =
    whole && group(whole, grouping, 3, width - sign.length - rest.length);
  const result = grouped + rest;
  return {
    sign,
    digits: /[EFG]/.test(form) ? result.toUpperCase() : result,
  };
}

/** Digits with a separator between groups, and zeros before them up to the width. */
function group(
  digits: string,
  mark: string | undefined,
  size: number,
  width: number,
): string {
  if (mark === undefined) return digits;
  let text = digits;
  const groupedLength = (length: number) =>
    length + Math.floor((length - 1) / size);
  const missing = Math.max(0, width - groupedLength(digits.length));
  text = repeat("0", missing) + digits;
  while (
    text.length > digits.length &&
    groupedLength(text.length - 1) >= width
  ) {
    text = text.slice(1);
  }
  return text.replace(new RegExp(`(?<=\\w)(?=(?:\\w{${size}})+$)`, "g"), mark);
}

/** `text.format(…)` */
export function formatBraces(
  text: string,
  positional: readonly Value[],
  named: (name: string) => Value | undefined,
): string {
  let next = 0;
  let manual = false;
  const field = (name: string): Value => {
    if (/[.[]/.test(name)) unsupported(`The field {${name}} of format()`);
    if (name !== "" && !/^\d+$/.test(name)) {
      return named(name) ?? fail(`KeyError: ${represent(name)}.`);
    }
    if (name !== "" ? next > 0 : manual) {
      fail("cannot switch between automatic and manual field numbering.");
    }
    if (name !== "") manual = true;
    return (
      positional[name === "" ? next++ : Number(name)] ??
      fail("Replacement index out of range for positional args tuple.")
    );
  };
  spendSearches(text.split("{").length - 1, text.length);
  const expand = (source: string, depth: number): string =>
    source.replace(
      /\{\{|\}\}|\{((?:[^{}]|\{[^{}]*\})*)\}|[{}]/g,
      (whole: string, inside: string | undefined) => {
        if (whole === "{{" || whole === "}}") return whole.charAt(0);
        if (inside === undefined || depth > 1) {
          fail("A brace of format() is not closed, or not opened.");
        }
        const [, name = "", conversion, spec = ""] =
          /^([^!:]*)(?:!([^:]*))?(?::([^]*))?$/.exec(inside) ??
          fail(`The field {${inside}} of format() cannot be read.`);
        let value = field(name);
        if (conversion === "r") value = represent(value);
        else if (conversion === "s") value = toText(value);
        else if (conversion !== undefined) {
          unsupported(`The conversion !${conversion} of format()`);
        }
        return formatValue(
          value,
          spec.includes("{") ? expand(spec, depth + 1) : spec,
        );
      },
    );
  return expand(text, 0);
}
