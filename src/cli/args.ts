import { readFile } from "node:fs/promises";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { ValidateOptions } from "../schema/index.js";
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
  try {
    const json: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof json === "object" && json !== null) return json;
  } catch (error) {
    throw new UsageError(`--options: ${path}: ${(error as Error).message}`);
  }
  throw new UsageError(`--options: ${path} is no JSON object.`);
}
