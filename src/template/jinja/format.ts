import type { Value } from "./engine.js";
import { kindOf, numberOf, runtimeError, str } from "./values.js";

/** Rounds as Python does, where a tie goes to the even digit. */
export function rounded(value: number, digits: number, method = "common") {
  const scale = 10 ** digits;
  if (method === "ceil") return Math.ceil(value * scale) / scale;
  if (method === "floor") return Math.floor(value * scale) / scale;
  return digits < 0
    ? Math.round(value * scale) / scale
    : Number(fixed(value, digits));
}

/** A number with that many decimals. */
function fixed(value: number, decimals: number): string {
  const digits = Math.min(decimals, 90);
  const size = Math.abs(value);
  const exact = size.toFixed(100);
  const cut = exact.indexOf(".") + 1 + digits;
  const below = exact.slice(0, cut).replace(/\.$/, "");
  const even = /^50*$/.test(exact.slice(cut)) && /[02468]$/.test(below);
  return (value < 0 ? "-" : "") + (even ? below : size.toFixed(digits));
}

/** `"%s costs %.2f" % (name, price)`, and the filter `format`. */
export function printf(template: string, values: Value[]): string {
  let next = 0;
  return template.replace(
    /%([-+0]*)(\d{0,3})(?:\.(\d{1,2}))?([a-zA-Z%])/g,
    (_, flags: string, width: string, decimals = "", type: string) => {
      if (type === "%") return "%";
      const value = values[next++];
      if (!value) throw runtimeError(`"${template}" wants more values.`);
      const text = convert(value, type, decimals);
      const signed =
        flags.includes("+") && /^\d/.test(text) ? `+${text}` : text;
      if (flags.includes("-")) return signed.padEnd(Number(width));
      if (!flags.includes("0")) return signed.padStart(Number(width));
      const sign = /^[-+]?/.exec(signed)![0];
      const digits = signed.slice(sign.length);
      return sign + digits.padStart(Number(width) - sign.length, "0");
    },
  );
}

function convert(value: Value, type: string, decimals: string): string {
  if (type === "s") return str(value);
  const number = numberOf(value);
  if (number === undefined) {
    throw runtimeError(`"%${type}" prints a number, not ${kindOf(value)}.`);
  }
  if (type === "f") return fixed(number, Number(decimals || 6));
  if (type === "d" || type === "i") return String(Math.trunc(number));
  throw runtimeError(`"%${type}" is not known. Use %s, %d or %.2f.`);
}

/** `"{} costs {:,.2f}".format(name, price)`. */
export function formatText(template: string, values: Value[]): string {
  let next = 0;
  return template.replace(
    /\{\{|\}\}|\{(\d*)(?::(,?)(?:\.(\d{1,2}))?([sdf]?))?\}|\{[^{}]*\}/g,
    (match, index?: string, comma = "", decimals = "", type = "") => {
      if (match === "{{" || match === "}}") return match.slice(1);
      const value = values[index ? Number(index) : next++];
      if (index === undefined || !value) {
        throw runtimeError(
          `"${match}" in format() is not known or has no value. Use {}, {:d} or {:,.2f}.`,
        );
      }
      const kind = type || (decimals ? "f" : "s");
      const text = convert(value, kind, decimals);
      if (!comma) return text;
      return text.replace(/^-?\d+/, (d) => d.replace(/\B(?=(\d{3})+$)/g, ","));
    },
  );
}
