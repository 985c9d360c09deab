import type { DataAttributes } from "./nodeAttributes.js";

/**
 * Of a text that is longer than this, the beginning is looked at: a text that grows would be
 * searched again with each chunk.
 */
const LONG_TEXT = 500;

/** A word that is longer than those of a language, in scripts that do not break within words. */
const LONG_WORD =
  /[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]{25}/;

/**
 * Whether a text has a word that is too long for a narrow row, such as a URL: `"word"`
 * if it is nothing but that word, else `"words"`. Only such a word may break. A long text
 * may have one anywhere.
 */
function longWord(text: string): "word" | "words" | undefined {
  // Most texts are short, and a list has many.
  if (text.length < 25) return undefined;
  const isLong = text.length >= LONG_TEXT;
  // This comes first, because it is found at once in nearly every long text.
  if (isLong && /\S\s+\S/.test(text)) return "words";
  if (!LONG_WORD.test(text)) return isLong ? "words" : undefined;
  return /\s/.test(text.trim()) ? "words" : "word";
}

/** Scripts that break between any two characters: Chinese, Japanese, Korean. */
const CJK = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/;

/** The script of a text is read from this many characters. */
const SCRIPT_SAMPLE = 100;

const HANGUL = /[\u1100-\u11ff\uac00-\ud7ff]/;

/**
 * Whether a text in such a script has words to keep: Korean has blanks between
 * them, and a short text in Chinese or Japanese, such as a label, is one.
 */
function keepsWords(wholeText: string): boolean {
  const text = wholeText.slice(0, SCRIPT_SAMPLE);
  if (!CJK.test(text)) return false;
  const count = (characters: RegExp) => text.split(characters).length - 1;
  // A long text in Chinese or Japanese breaks anywhere, also if it names a Korean word.
  return text.length <= 6 || count(HANGUL) * 2 > count(CJK);
}

/** How the words of a text break; every text that takes several lines has these. */
export function wordAttributes(
  wholeText: string,
  mayBreak = true,
): DataAttributes {
  const text = wholeText.slice(0, LONG_TEXT);
  return {
    "data-long": mayBreak ? longWord(text) : undefined,
    "data-keep": keepsWords(text) ? "" : undefined,
  };
}
