import { spendText } from "../budget.js";
import { unsupported } from "../error.js";

/** A character that Python takes for white space, as a part of a pattern. */
export const SPACE = "(?:(?!\\ufeff)[\\s\\x1c-\\x1f\\x85])";

const ONE_SPACE = new RegExp(`^${SPACE}$`);

export const isSpace = (character: string): boolean =>
  ONE_SPACE.test(character);

/** A pattern that ends in `$` is tried at every run of spaces, so the ends are looked for by hand. */
export function trimEnd(text: string, remove = isSpace): string {
  const characters = charactersOf(text);
  let end = characters.length;
  while (end > 0 && remove(characters[end - 1]!)) end--;
  return end === characters.length ? text : joinPart(characters, 0, end);
}

export function trimStart(text: string, remove = isSpace): string {
  const characters = charactersOf(text);
  let start = 0;
  while (start < characters.length && remove(characters[start]!)) start++;
  return start === 0 ? text : joinPart(characters, start);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Python counts code points, JavaScript half of some of them. */
export function charactersOf(text: string): string | string[] {
  spendText(text.length);
  return SURROGATE.test(text) ? Array.from(text) : text;
}

export function lengthOf(text: string): number {
  return charactersOf(text).length;
}

function joinPart(
  characters: string | string[],
  start: number,
  end?: number,
): string {
  const part = characters.slice(start, end);
  return typeof part === "string" ? part : part.join("");
}

/** A part of a text by its characters; `start` and `end` are within it. */
export function partOf(text: string, start: number, end?: number): string {
  return joinPart(charactersOf(text), start, end);
}

/** Where a place that JavaScript counts is for Python. */
export function characterIndex(text: string, index: number): number {
  return lengthOf(text.slice(0, index));
}

export function repeat(text: string, times: number): string {
  if (times <= 0 || text === "") return "";
  spendText(text.length * times);
  return text.repeat(times);
}

/** The order of code points; JavaScript compares halves of them. */
export function compareText(a: string, b: string): number {
  const [left, right] = [charactersOf(a), charactersOf(b)];
  if (typeof left === "string" && typeof right === "string") {
    return a < b ? -1 : Number(a > b);
  }
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

const LINE =
  /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g;

export function linesOf(text: string, keepEnds = false): string[] {
  const lines = (text.match(LINE) ?? []).filter((line) => line !== "");
  return keepEnds
    ? lines
    : lines.map((line) =>
        line.replace(/(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])$/, ""),
      );
}

/** Title case of one character differs from upper case for these four. */
const DIGRAPHS: Record<string, string> = {
  "\u01c4": "\u01c5",
  "\u01c7": "\u01c8",
  "\u01ca": "\u01cb",
  "\u01f1": "\u01f2",
};

export function titleCharacter(character: string): string {
  if (/^[\u10d0-\u10ff]$/.test(character)) return character;
  const upper = character.toUpperCase();
  // Here the letter is behind an apostrophe, and stays large.
  if (character === "\u0149") return upper;
  if (/^[\u1f80-\u1fff]$/.test(character) && upper.length > 1) {
    unsupported("Title case of a Greek letter with an iota below");
  }
  const [first = "", ...rest] = upper;
  return rest.length > 0
    ? first + rest.join("").toLowerCase()
    : (DIGRAPHS[upper] ?? upper);
}

/** Lower case of what follows a letter, which decides about a Greek sigma at the end. */
const lowerAfterLetter = (text: string) => `x${text}`.toLowerCase().slice(1);

export function capitalize(text: string): string {
  const [first = ""] = text;
  return titleCharacter(first) + lowerAfterLetter(text.slice(first.length));
}

/** `str.title()`: each run of letters is a word, so `they're` becomes `They'Re`. */
export function titleWords(text: string): string {
  return text.replace(/\p{Cased}+/gu, capitalize);
}

export function swapCase(text: string): string {
  if (text.includes("\u03a3")) {
    unsupported("swapcase() of a Greek sigma");
  }
  return Array.from(text, (character) => {
    if (/\p{Uppercase}/u.test(character)) return character.toLowerCase();
    if (/\p{Lowercase}/u.test(character)) return character.toUpperCase();
    return character;
  }).join("");
}

/** A text as Python writes it in a list. */
export function quote(text: string): string {
  spendText(text.length);
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text.replace(
    /[\\'"\p{C}\p{Z}]/gu,
    (character) => escapeOf(character, mark) ?? character,
  );
  return mark + inner + mark;
}

const SHORT_ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeOf(character: string, mark: string): string | undefined {
  if (character === " ") return undefined;
  if (character === "'" || character === '"') {
    return character === mark ? `\\${character}` : undefined;
  }
  const code = character.codePointAt(0)!;
  const hex = (digits: number) => code.toString(16).padStart(digits, "0");
  return (
    SHORT_ESCAPES[character] ??
    (code < 0x100
      ? `\\x${hex(2)}`
      : code < 0x10000
        ? `\\u${hex(4)}`
        : `\\U${hex(8)}`)
  );
}

export function escapeHtml(text: string): string {
  spendText(text.length);
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}
