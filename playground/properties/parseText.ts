import { toNumber, toText } from "../../src/core/json.js";
import { pretty } from "../pretty.js";
import type { Field } from "./fields.js";
import type { Parsed } from "./useDraft.js";

/** A value as the text of its field. */
export function printText(value: unknown): string {
  return typeof value === "object" && value !== null
    ? pretty(value)
    : toText(value);
}

/** What was typed as the value of a property; `undefined` unsets it. */
export function parseText(
  { kind, takesText, least, step, options, name }: Field,
  text: string,
): Parsed {
  if (kind === "json" || kind === "object") return parseJson(text);
  if (kind === "text") return { value: text };
  const trimmed = text.trim();
  if (trimmed === "") return { value: undefined };
  const number = toNumber(trimmed);
  if (number !== undefined && kind !== "color" && kind !== "icon") {
    if (least !== undefined && number < least) {
      return { invalid: `${name} is ${least} or more.` };
    }
    return step === 1 && kind !== "space" && number % 1
      ? { invalid: `${name} is a whole number.` }
      : { value: number };
  }
  const isBegun = /^[-+]?(?:\d*\.)?$/.test(trimmed);
  if ((takesText && !isBegun) || options.includes(trimmed))
    return { value: trimmed };
  return {
    invalid: `${[`${name} is a number`, ...options].join(", or ")}.`,
  };
}

function parseJson(text: string): Parsed {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { invalid: "This is not JSON yet, so it is not written." };
  }
}
