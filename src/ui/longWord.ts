/** Longer than the words of a language; those of scripts that break anywhere are none. */
const LONG = /[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]{25}/;

/**
 * Whether a text has a word that is longer than a narrow row has room for, such
 * as a URL, or is `"word"`, that alone. It may break where any other may not.
 */
export function longWord(text: string): "word" | "words" | undefined {
  if (!LONG.test(text)) return undefined;
  return /\s/.test(text.trim()) ? "words" : "word";
}
