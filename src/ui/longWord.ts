/** A word that is longer than those of a language, in scripts that do not break within words. */
const LONG_WORD =
  /[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]{25}/;

/**
 * Whether a text has a word that is too long for a narrow row, such as a URL: `"word"`
 * if it is nothing but that word, else `"words"`. Only such a word may break.
 */
export function longWord(text: string): "word" | "words" | undefined {
  // Most texts are short, and a list has many.
  if (text.length < 25 || !LONG_WORD.test(text)) return undefined;
  return /\s/.test(text.trim()) ? "words" : "word";
}
