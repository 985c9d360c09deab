export type Json = Record<string, unknown>;

/** An object or a list, not `null`. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

/** An object, no list and not `null`: what JSON calls an object. */
export function isRecord(value: unknown): value is Json {
  return isObject(value) && !Array.isArray(value);
}

/** The objects of a list; none where JSON holds something else. */
export function recordsOf(list: unknown): Json[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** A scalar as text; everything else is the empty string. */
export function toText(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

/** What a value is, in a few words for developers, however large it is. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  return isObject(value)
    ? `an object with ${Object.keys(value).slice(0, 5).join(", ").slice(0, 80) || "nothing"}`
    : String(value);
}

/** The message of what was thrown, which may be anything, also what cannot become a text. */
export function messageOf(cause: unknown): string {
  try {
    return String(cause instanceof Error ? cause.message : cause);
  } catch {
    return "what was thrown has no message.";
  }
}

type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word | Words<Rest>
  : Text;

/** A closed set of words: `enumOf("sm md lg")`. */
export function enumOf<Text extends string>(
  words: Text,
): ReadonlySet<Words<Text>> {
  return new Set(words.split(" ") as Words<Text>[]);
}

/** The words of a closed set as a type: `Member<typeof sizes>`. */
export type Member<Set extends ReadonlySet<string>> =
  Set extends ReadonlySet<infer Word> ? Word : never;

/** `value` if it is one of a closed set, else the default: JSON may hold anything. */
export function enumValue<
  T extends string,
  D extends T | undefined = undefined,
>(set: ReadonlySet<T>, value: unknown, otherwise?: D): T | D {
  return set.has(value as T) ? (value as T) : (otherwise as D);
}

/** `value` without what is absent. */
export function omitNullish<T extends object>(
  value: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  if (value == null) return kept;
  for (const name of Object.keys(value) as (keyof T)[]) {
    const given = value[name];
    if (given != null) kept[name] = given;
  }
  return kept;
}

/** A finite number, or one written in a string. */
export function toNumber(value: unknown): number | undefined {
  // Digits can be read in one way only: in two, a long text would take minutes.
  if (typeof value === "string" && /^-?(?:\d*\.)?\d+$/.test(value)) {
    value = +value;
  }
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}
