type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word | Words<Rest>
  : Text;

/** A closed set of words: `closed("sm md lg")`. */
export function enumOf<Text extends string>(
  words: Text,
): ReadonlySet<Words<Text>> {
  return new Set(words.split(" ") as Words<Text>[]);
}

/** `value` if it is one of a closed set, else the default: JSON may hold anything. */
export function enumValue<T extends string, D extends T | undefined = undefined>(
  set: ReadonlySet<T>,
  value: unknown,
  otherwise?: D,
): T | D {
  return set.has(value as T) ? (value as T) : (otherwise as D);
}
