import { spendSearches, spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { BASES, numberOf, signOf } from "./format.js";
import { formatFloat, truncate } from "./numbers.js";
import { integerToString, represent, toText } from "./represent.js";
import { escapeHtml, lengthOf, partOf, repeat } from "./text.js";
import {
  asInteger,
  Dict,
  isNumber,
  isText,
  Markup,
  Range,
  textOf,
  Tuple,
  typeName,
  Undefined,
  type Value,
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
  // In Python a value that has items counts as a mapping, of which not all keys have to be used.
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
