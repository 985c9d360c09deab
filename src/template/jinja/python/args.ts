import { fail } from "../error.js";
import { asNumber } from "./convert.js";
import { type CallArguments, type Value, isText, textOf } from "./values.js";

/** The arguments of a call, in the order of the function's parameters; `!` marks the required ones. */
export function bind(
  name: string,
  parameters: string,
  { positional, named }: CallArguments,
): (Value | undefined)[] {
  const names = parameters.split(" ").filter(Boolean);
  if (positional.length > names.length) {
    fail(
      `${name}() takes at most ${names.length} arguments (${positional.length} given).`,
    );
  }
  const values: (Value | undefined)[] = names.map((_, i) => positional[i]);
  const known = names.map((text) => text.replace("!", ""));
  for (const [key, value] of named) {
    const i = known.indexOf(key);
    if (i < 0) fail(`${name}() got an unexpected keyword argument '${key}'.`);
    if (i < positional.length) {
      fail(`${name}() got multiple values for argument '${key}'.`);
    }
    values[i] = value;
  }
  names.forEach((text, i) => {
    if (text.endsWith("!") && values[i] === undefined) {
      fail(`${name}() missing the argument '${known[i]}'.`);
    }
  });
  return values;
}

/** An argument that must be a whole number. */
export function integerArgument(
  value: Value | undefined,
  fallback: number,
): number {
  return value === undefined ? fallback : asNumber(value);
}

/** An argument that is true or false, and must be a number in Python: `sort("name")` is an error, because its first parameter is `reverse`. */
export function flagArgument(value: Value | undefined): boolean {
  return value !== undefined && asNumber(value) !== 0;
}

export function textArgument(name: string, value: Value | undefined): string {
  return isText(value) ? textOf(value) : fail(`${name}() wants a text.`);
}
