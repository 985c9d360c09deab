import { parseArgs, type ParseArgsConfig } from "node:util";
import type { ValidateOptions } from "../schema/index.js";
import { messageOf } from "./inputs.js";
import { readText } from "./readText.js";
import { UsageError } from "./usage.js";

/** The options and paths of a command. */
export function readArgs<
  Options extends NonNullable<ParseArgsConfig["options"]>,
>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The whole number that an option has. */
export function integerOf(
  name: string,
  value: string,
  { min = 0, max = Infinity } = {},
): number {
  const number = value.trim() === "" ? NaN : Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  const range = max === Infinity ? "" : ` from ${min} to ${max}`;
  throw new UsageError(`${name} is a number${range}, and not "${value}".`);
}

/** The options of `validateWidget` from a JSON file. */
export async function readOptions(
  path: string | undefined,
): Promise<ValidateOptions> {
  if (path === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(await readText(path));
  } catch (error) {
    throw new UsageError(`--options: ${path}: ${messageOf(error)}`);
  }
  if (!isObject(json)) {
    throw new UsageError(`--options: ${path} is no JSON object.`);
  }
  for (const [name, { isRight, what }] of Object.entries(kinds)) {
    const value = json[name];
    if (value !== undefined && !isRight(value)) {
      throw new UsageError(`--options: "${name}" in ${path} is not ${what}.`);
    }
  }
  return json;
}

/** What each of the options is. */
const kinds: Readonly<
  Record<
    keyof ValidateOptions,
    { isRight: (value: unknown) => boolean; what: string }
  >
> = {
  components: {
    isRight: (value) => isObject(value) && Object.values(value).every(isObject),
    what: "an object of JSON Schemas by type",
  },
  icons: {
    isRight: (value) =>
      Array.isArray(value) && value.every((name) => typeof name === "string"),
    what: "a list of names",
  },
  tokens: { isRight: isObject, what: "an object of colours by name" },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
