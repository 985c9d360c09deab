import { checkBits, spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";

/** The number as `mantissa * 2 ** exponent`, without its sign. */
function parts(value: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const mantissa = bits & 0xfffffffffffffn;
  return exponent === 0
    ? [mantissa, -1074]
    : [mantissa | (1n << 52n), exponent - 1075];
}

/** `numerator / denominator`, rounded; a half is rounded to the even number, as everywhere in Python. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  return twice > denominator || (twice === denominator && quotient % 2n === 1n)
    ? quotient + 1n
    : quotient;
}

/** `value * 10 ** digits`, rounded to a whole number; the sign is left out. */
function scaled(value: number, digits: number): bigint {
  const [mantissa, exponent] = parts(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (digits > 0) numerator *= 10n ** BigInt(digits);
  else denominator *= 10n ** BigInt(-digits);
  if (exponent > 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return divideRounded(numerator, denominator);
}

/** A few more digits than a float can have behind the point. */
const MAX_DIGITS = 1100;

const negative = (value: number) => value < 0 || Object.is(value, -0);

/** `%.{digits}f` without the sign. JavaScript's `toFixed` rounds half up. */
function fixed(value: number, digits: number): string {
  spendText(digits + 310);
  if (digits > MAX_DIGITS) {
    return fixed(value, MAX_DIGITS) + "0".repeat(digits - MAX_DIGITS);
  }
  const text = String(scaled(value, digits)).padStart(digits + 1, "0");
  return digits === 0
    ? text
    : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The first significant digits of a number, and the power of ten of the first of them. */
function significant(
  value: number,
  count: number,
): { digits: string; exponent: number } {
  spendText(count + 310);
  if (count > MAX_DIGITS) {
    const { digits, exponent } = significant(value, MAX_DIGITS);
    return { digits: digits.padEnd(count, "0"), exponent };
  }
  if (value === 0) return { digits: "0".repeat(count), exponent: 0 };
  let exponent = Number(Math.abs(value).toExponential(20).replace(/^.*e/, ""));
  let digits = String(scaled(value, count - 1 - exponent));
  if (digits.length > count) {
    exponent++;
    digits = digits.slice(0, count);
  }
  return { digits, exponent };
}

function withPoint(digits: string, alternate = false): string {
  const rest = digits.slice(1);
  return digits.charAt(0) + (rest || alternate ? `.${rest}` : "");
}

function exponentText(exponent: number): string {
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `e${exponent < 0 ? "-" : "+"}${size}`;
}

const special = (value: number): string | undefined =>
  Number.isNaN(value)
    ? "nan"
    : Math.abs(value) === Infinity
      ? "inf"
      : undefined;

/** `repr()` of a float: the shortest digits, as in JavaScript, with Python's point and exponent. */
export function floatToString(value: number): string {
  const sign = negative(value) ? "-" : "";
  const other = special(value);
  if (other !== undefined) return other === "nan" ? other : sign + other;
  const [mantissa = "", power] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    return sign + withPoint(digits) + exponentText(exponent);
  }
  return (
    sign +
    positional(digits, exponent) +
    (digits.length <= exponent + 1 ? ".0" : "")
  );
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  const fraction = whole.slice(exponent + 1);
  return whole.slice(0, exponent + 1) + (fraction && `.${fraction}`);
}

/**
 * A float in one of the forms `e`, `f`, `g`, in small letters and without its sign.
 * `r` is `g` with at least one digit behind the point, as `format()` has it for a precision without a type.
 */
export function formatFloat(
  value: number,
  form: string,
  precision: number,
  alternate = false,
): string {
  const other = special(value);
  if (other !== undefined) return other;
  if (form === "f") {
    return fixed(value, precision) + (alternate && precision === 0 ? "." : "");
  }
  if (form === "e") {
    const { digits, exponent } = significant(value, precision + 1);
    return withPoint(digits, alternate) + exponentText(exponent);
  }
  const count = Math.max(precision, 1);
  const { digits, exponent } = significant(value, count);
  const kept = alternate ? digits : digits.replace(/(?<=.)0+$/, "");
  if (exponent < -4 || exponent >= count - Number(form === "r")) {
    return withPoint(kept, alternate) + exponentText(exponent);
  }
  const text = positional(kept, exponent);
  if (form === "r" && !text.includes(".")) return `${text}.0`;
  return alternate && !text.includes(".") ? `${text}.` : text;
}

/** `round(value, digits)` of a float */
export function roundFloat(value: number, digits: number): number {
  if (special(value) !== undefined || digits > 330) return value;
  const sign = negative(value) ? -1 : 1;
  if (digits >= 0) return sign * Number(fixed(value, digits));
  if (digits < -310) return sign < 0 ? -0 : 0;
  return sign * Number(`${scaled(value, digits)}e${-digits}`);
}

/** `round(value, digits)` of a whole number, which only negative digits change. */
export function roundInteger(value: bigint, digits: number): bigint {
  if (digits >= 0) return value;
  if (digits < -5000) return 0n;
  const unit = 10n ** BigInt(-digits);
  const size = divideRounded(value < 0n ? -value : value, unit) * unit;
  return value < 0n ? -size : size;
}

/** `int(value)` of a float */
export function truncate(value: number): bigint {
  const other = special(value);
  if (other !== undefined) {
    fail(
      `cannot convert float ${other === "nan" ? "NaN" : "infinity"} to integer.`,
    );
  }
  return BigInt(Math.trunc(value));
}

/** `float(value)` of a whole number */
export function toFloat(value: bigint): number {
  const float = Number(value);
  return Math.abs(float) === Infinity
    ? fail("int too large to convert to float.")
    : float;
}

/** The nearest float of a fraction; `/` of two floats would round three times. */
export function divide(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n === denominator < 0n ? 1 : -1;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  if (top === 0n) return sign < 0 ? -0 : 0;
  // Enough bits for the quotient; the last of them is set if there is a remainder.
  const shift = 66 - (bits(top) - bits(bottom));
  const [n, d] =
    shift > 0
      ? [top << BigInt(shift), bottom]
      : [top, bottom << BigInt(-shift)];
  const quotient = (n / d) | (n % d === 0n ? 0n : 1n);
  const half = Math.trunc(shift / 2);
  const result = Number(quotient) / 2 ** half / 2 ** (shift - half);
  return result === Infinity
    ? fail("integer division result too large for a float.")
    : sign * result;
}

export const bits = (value: bigint): number =>
  (value < 0n ? -value : value).toString(2).length;

/** `//` of floats */
export function floorDivide(a: number, b: number): number {
  if (b === 0) fail("float floor division by zero.");
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) {
    rest += b;
    quotient -= 1;
  }
  if (quotient === 0) return negative(a) !== negative(b) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** `%` of floats, whose sign is that of the divisor */
export function modulo(a: number, b: number): number {
  if (b === 0) fail("float modulo.");
  const rest = a % b;
  if (rest === 0) return negative(b) ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

export function integerPower(base: bigint, exponent: bigint): bigint {
  checkBits(bits(base) * Number(exponent));
  return base ** exponent;
}

/** `**` of floats, or of whole numbers with a negative exponent */
export function power(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (base === 0 && exponent < 0) {
    fail("0.0 cannot be raised to a negative power.");
  }
  if (
    base < 0 &&
    Number.isFinite(base) &&
    !Number.isInteger(exponent) &&
    Number.isFinite(exponent)
  ) {
    unsupported("A power that is a complex number");
  }
  if (exponent === 0.5 && base >= 0) return Math.sqrt(base);
  const result = base ** exponent;
  if (
    Math.abs(result) === Infinity &&
    Number.isFinite(base) &&
    Number.isFinite(exponent)
  ) {
    fail("(34, 'Numerical result out of range').");
  }
  const size = Math.abs(exponent);
  if (
    !Number.isInteger(exponent) ||
    size > 300 ||
    base === 0 ||
    !Number.isFinite(base) ||
    result === 0
  ) {
    return result;
  }
  // JavaScript's power is not always the nearest float.
  const [mantissa, shift] = parts(base);
  const odd = size % 2 === 1;
  let top = mantissa ** BigInt(size);
  let bottom = 1n;
  if (shift >= 0) top <<= BigInt(shift * size);
  else bottom <<= BigInt(-shift * size);
  if (exponent < 0) [top, bottom] = [bottom, top];
  return base < 0 && odd ? -divide(top, bottom) : divide(top, bottom);
}
