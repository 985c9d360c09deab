import { spendText } from "../budget.js";
import { unsupported } from "../error.js";

/** A part of a pattern that matches a character that is white space in Python. */
export const SPACE = "(?:(?!\\ufeff)[\\s\\x1c-\\x1f\\x85])";

const ONE_SPACE = new RegExp(`^${SPACE}$`);

export const isSpace = (character: string): boolean =>
  ONE_SPACE.test(character);

/** Not by a pattern that ends in `$`: it is tried at every run of spaces, which may take quadratic time. */
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

/** The characters as Python counts them: code points, of which some are two units in JavaScript. */
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

/** The index in Python of an index in JavaScript. */
export function characterIndex(text: string, index: number): number {
  return lengthOf(text.slice(0, index));
}

export function repeat(text: string, times: number): string {
  if (times <= 0 || text === "") return "";
  spendText(text.length * times);
  return text.repeat(times);
}

/** Compares by code points, as Python does; JavaScript compares by their units. */
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

/** The characters whose title case differs from their upper case. */
const DIGRAPHS: Record<string, string> = {
  "\u01c4": "\u01c5",
  "\u01c7": "\u01c8",
  "\u01ca": "\u01cb",
  "\u01f1": "\u01f2",
};

function titleCharacter(character: string): string {
  if (/^[\u10d0-\u10ff]$/.test(character)) return character;
  const upper = character.toUpperCase();
  // Its upper case is an apostrophe and a letter, which stays in upper case.
  if (character === "\u0149") return upper;
  if (/^[\u1f80-\u1fff]$/.test(character) && upper.length > 1) {
    unsupported("Title case of a Greek letter with an iota below");
  }
  const [first = "", ...rest] = upper;
  return rest.length > 0
    ? first + rest.join("").toLowerCase()
    : (DIGRAPHS[upper] ?? upper);
}

/** The lower case of a text after a letter: a Greek sigma at the end of a word has another form. */
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
