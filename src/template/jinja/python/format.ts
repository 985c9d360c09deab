import { spendSearches, spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { formatFloat, toFloat, truncate } from "./numbers.js";
import { escapeHtml, lengthOf, partOf, repeat } from "./text.js";
import {
  Dict,
  Markup,
  Range,
  Tuple,
  Undefined,
  type Value,
  asInteger,
  integerToString,
  isNumber,
  isText,
  represent,
  textOf,
  toText,
  typeName,
} from "./values.js";

const CONVERSION =
  /%(?:\(([^)]*)\))?([-#0 +]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([^])?/g;

/** `format % args`, Python's printf. */
export function formatPercent(
  format: string,
  args: Value,
  markup = false,
): string {
  spendText(format.length);
  spendSearches(format.split("%(").length - 1, format.length);
  const items = args instanceof Tuple ? args.items : [args];
  let used = 0;
  const take = (): Value =>
    used < items.length
      ? items[used++]!
      : fail("not enough arguments for format string.");
  const size = (text: string | undefined): number => {
    if (text !== "*") return Number(text ?? 0);
    const value = take();
    return typeof value === "bigint" ? Number(value) : fail("* wants int.");
  };
  const output = format.replace(
    CONVERSION,
    (
      _,
      key: string | undefined,
      flagText: string,
      widthText: string | undefined,
      precisionText: string | undefined,
      conversion: string | undefined,
    ) => {
      if (conversion === undefined) fail("incomplete format.");
      let width = size(widthText);
      const precision =
        precisionText === undefined ? undefined : size(precisionText);
      if (conversion === "%") return "%";
      let value: Value;
      if (key === undefined) value = take();
      else if (args instanceof Dict) {
        value = args.get(key) ?? fail(`KeyError: ${represent(key)}.`);
        used = 1;
      } else fail("format requires a mapping.");
      const flags = new Set(flagText);
      if (width < 0) {
        flags.add("-");
        width = -width;
      }
      const { sign, prefix, digits, number } = convert(
        value,
        conversion,
        flags,
        precision,
        markup,
      );
      const room = width - lengthOf(sign + prefix + digits);
      if (flags.has("-")) return sign + prefix + digits + repeat(" ", room);
      if (flags.has("0") && number) {
        return sign + prefix + repeat("0", room) + digits;
      }
      return repeat(" ", room) + sign + prefix + digits;
    },
  );
  // Python takes what has items for a mapping, of which not all need be used.
  const mapping =
    args instanceof Dict ||
    args instanceof Range ||
    args instanceof Undefined ||
    Array.isArray(args);
  if (used < items.length && !mapping) {
    fail("not all arguments converted during string formatting.");
  }
  return output;
}

interface Converted {
  sign: string;
  prefix: string;
  digits: string;
  number: boolean;
}

function convert(
  value: Value,
  conversion: string,
  flags: Set<string>,
  precision: number | undefined,
  markup: boolean,
): Converted {
  const plus = flags.has("+") ? "+" : flags.has(" ") ? " " : "";
  const text = (digits: string): Converted => ({
    sign: "",
    prefix: "",
    digits: precision === undefined ? digits : partOf(digits, 0, precision),
    number: false,
  });
  switch (conversion) {
    case "s":
      return text(
        markup && !(value instanceof Markup)
          ? escapeHtml(toText(value))
          : toText(value),
      );
    case "r":
    case "a": {
      const shown = represent(value);
      if (conversion === "a" && /[^\0-\x7f]/.test(shown)) {
        unsupported("%a of other letters than those of ASCII");
      }
      return text(markup ? escapeHtml(shown) : shown);
    }
    case "c": {
      const code = asInteger(value);
      if (isText(value) && lengthOf(textOf(value)) === 1) {
        return text(textOf(value));
      }
      if (code === undefined) fail("%c requires int or char.");
      if (code < 0n || code > 0x10ffffn) fail("%c arg not in range(0x110000).");
      return text(String.fromCodePoint(Number(code)));
    }
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X": {
      const integer = wholeNumber(value, conversion);
      const size = integer < 0n ? -integer : integer;
      const base = BASES[conversion.toLowerCase()] ?? 10;
      const digits = base === 10 ? integerToString(size) : size.toString(base);
      const padded = repeat("0", (precision ?? 0) - digits.length) + digits;
      const upper = conversion === "X";
      const prefix = flags.has("#") && base !== 10 ? `0${conversion}` : "";
      return {
        sign: integer < 0n ? "-" : plus,
        prefix,
        digits: upper ? padded.toUpperCase() : padded,
        number: true,
      };
    }
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G": {
      if (value instanceof Undefined) value.fail();
      if (!isNumber(value)) {
        fail(`must be real number, not ${typeName(value)}.`);
      }
      const float = numberOf(value);
      const digits = formatFloat(
        float,
        conversion.toLowerCase(),
        precision ?? 6,
        flags.has("#"),
      );
      return {
        sign: signOf(float) || plus,
        prefix: "",
        digits: /[EFG]/.test(conversion) ? digits.toUpperCase() : digits,
        number: true,
      };
    }
    default:
      return fail(`unsupported format character '${conversion}'.`);
  }
}

const BASES: Record<string, number> = { b: 2, o: 8, x: 16 };

function wholeNumber(value: Value, conversion: string): bigint {
  if (value instanceof Undefined) value.fail();
  if (typeof value === "number" && "diu".includes(conversion)) {
    return truncate(value);
  }
  return (
    asInteger(value) ??
    fail(
      `%${conversion} format: ${"diu".includes(conversion) ? "a real number" : "an integer"} is required, not ${typeName(value)}.`,
    )
  );
}

const numberOf = (value: bigint | number | boolean): number =>
  typeof value === "bigint" ? toFloat(value) : Number(value);

const signOf = (value: number) =>
  value < 0 || Object.is(value, -0) ? "-" : "";

const SPEC =
  /^(?:([^])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([^])?$/u;

/** `format(value, spec)`, the part behind the colon in `"{:>8.2f}".format(value)`. */
export function formatValue(value: Value, spec: string): string {
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
      // Zeros in front are grouped too.
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

/** Digits with a mark between groups, and zeros in front up to the width. */
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
