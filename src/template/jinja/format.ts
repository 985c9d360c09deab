import {
  type Arguments,
  type Value,
  isFloat,
  kindOf,
  runtimeError,
  spend,
  str,
  toNumber,
} from "./values.js";

/** A number with that many decimals; a tie goes to the even digit, as in Python. */
export function fixed(value: number, decimals: number): string {
  const size = Math.abs(value);
  const digits = Math.min(Math.max(decimals, 0), 90);
  let text = size.toFixed(digits);
  const exact = size.toFixed(100);
  const cut = exact.indexOf(".") + 1 + digits;
  const below = exact.slice(0, cut).replace(/\.$/, "");
  if (/^50*$/.test(exact.slice(cut)) && /[02468]$/.test(below)) text = below;
  return value < 0 ? `-${text}` : text;
}

/** `"%s of %d" % (a, b)` and the filter `format`. */
export function printf(template: string, values: Value): string {
  const list = Array.isArray(values) ? values : [values];
  let next = 0;
  return template.replace(
    /%(?:\((\w+)\))?([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g,
    (
      _,
      key?: string,
      flags = "",
      width = "",
      precision?: string,
      type = "",
    ) => {
      if (type === "%") return "%";
      const value =
        key === undefined
          ? list[next++]
          : values instanceof Map
            ? values.get(key)
            : undefined;
      if (value === undefined) {
        throw runtimeError(
          `"${template}" wants more values than it was given.`,
        );
      }
      const text = type === "s" || type === "r";
      const align = flags.includes("-") ? "<" : text ? ">" : "";
      const sign = flags.match(/[+ ]/)?.[0] ?? "";
      const zero = flags.includes("0") && !align ? "0" : "";
      const dot = precision === undefined ? "" : `.${precision}`;
      return text
        ? formatValue(str(value), `${align}${width}${dot}`)
        : formatValue(
            type === "d" ? Math.trunc(toNumber(value) ?? NaN) : value,
            `${align}${sign}${zero}${width}${dot}${type === "i" ? "d" : type}`,
          );
    },
  );
}

/** `"{} of {:.2f}".format(a, b)`. */
export function formatText(template: string, args: Arguments): string {
  let next = 0;
  return template.replace(
    /\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}/g,
    (match, name: string | undefined, spec = "") => {
      if (name === undefined) return match.slice(1);
      const value = /^\d*$/.test(name)
        ? args.positional[name === "" ? next++ : Number(name)]
        : args.named.get(name);
      if (value === undefined) {
        throw runtimeError(`"${template}" lacks a value for "${match}".`);
      }
      return formatValue(value, spec);
    },
  );
}

const SPEC =
  /^(?:(.)?([<>=^]))?([-+ ])?(0)?(\d+)?([,_])?(?:\.(\d+))?([sdfFeExX%])?$/u;

/** Python's format specification: `,.2f`, `>8`, `05d`, `.0%`. */
function formatValue(value: Value, spec: string): string {
  const parts = SPEC.exec(spec);
  if (!parts) throw runtimeError(`"${spec}" is not a known number format.`);
  const [, fill, align, sign = "-", zero, width, group, precision, type] =
    parts;
  const number = typeof value === "string" ? undefined : toNumber(value);
  let body = "";
  let head = "";
  if (spec === "") return str(value);
  if (number === undefined || type === "s") {
    if (type !== undefined && type !== "s") {
      throw runtimeError(`"${spec}" formats a number, not ${kindOf(value)}.`);
    }
    body = str(value).slice(0, precision ? Number(precision) : undefined);
  } else {
    body = digits(Math.abs(number), isFloat(value), precision, type);
    if (group)
      body = body.replace(/^\d+/, (d) => d.replace(/\B(?=(\d{3})+$)/g, group));
    head = number < 0 || Object.is(number, -0) ? "-" : sign === "-" ? "" : sign;
  }
  const missing = Number(width ?? 0) - head.length - Array.from(body).length;
  if (missing <= 0) return head + body;
  spend(missing);
  const side = align ?? (zero ? "=" : number === undefined ? "<" : ">");
  const pad = fill ?? (zero ? "0" : " ");
  const left = side === "<" ? 0 : side === "^" ? missing >> 1 : missing;
  const before = pad.repeat(left);
  const after = pad.repeat(missing - left);
  return (side === "=" ? head + before : before + head) + body + after;
}

function digits(
  size: number,
  float: boolean,
  precision: string | undefined,
  type: string | undefined,
): string {
  const decimals = precision === undefined ? 6 : Number(precision);
  switch (type) {
    case "f":
    case "F":
      return fixed(size, decimals);
    case "%":
      return `${fixed(size * 100, decimals)}%`;
    case "e":
    case "E": {
      const text = size
        .toExponential(Math.min(decimals, 100))
        .replace(/e([-+])(\d)$/, "e$10$2");
      return type === "e" ? text : text.toUpperCase();
    }
    case "x":
      return Math.trunc(size).toString(16);
    case "X":
      return Math.trunc(size).toString(16).toUpperCase();
    default:
      if (type === "d" && float)
        throw runtimeError('"d" formats whole numbers, use "f".');
      if (precision === undefined)
        return float ? str(size).replace(/^(\d+)$/, "$1.0") : String(size);
      return String(Number(size.toPrecision(Math.max(decimals, 1))));
  }
}
