import { spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { flagArgument, integerArgument, textArgument } from "./args.js";
import { asNumber } from "./convert.js";
import { bounds } from "./items.js";
import type { Method, Methods } from "./method.js";
import {
  capitalize,
  characterIndex,
  charactersOf,
  isSpace,
  lengthOf,
  linesOf,
  partOf,
  repeat,
  SPACE,
  swapCase,
  titleWords,
  trimEnd,
  trimStart,
} from "./text.js";
import {
  isText,
  iterate,
  None,
  textOf,
  Tuple,
  typeName,
  type Value,
} from "./values.js";

const count = (value: Value | undefined) =>
  value === undefined || value === None ? -1 : asNumber(value);

const remover = (
  name: string,
  characters: Value | undefined,
): ((character: string) => boolean) => {
  if (characters === undefined || characters === None) return isSpace;
  const set = new Set(textArgument(name, characters));
  return (character) => set.has(character);
};

export function strip(text: string, characters: Value | undefined): string {
  const remove = remover("strip", characters);
  return trimStart(trimEnd(text, remove), remove);
}

/** A text with spaces on both sides; if their number is odd, the side of the last one is that of Python. */
export function center(text: string, width: number, fill = " "): string {
  if (lengthOf(fill) !== 1) {
    fail("The fill character must be exactly one character long.");
  }
  const room = Math.max(0, width - lengthOf(text));
  const left = Math.floor(room / 2) + (room & width & 1);
  return repeat(fill, left) + text + repeat(fill, room - left);
}

export function replaceText(
  text: string,
  old: string,
  replacement: string,
  times: number,
): string {
  const parts =
    old === "" ? ["", ...Array.from(charactersOf(text)), ""] : text.split(old);
  const gaps = parts.length - 1;
  const replaced = times < 0 ? gaps : Math.min(times, gaps);
  spendText(text.length + replaced * replacement.length);
  return parts
    .map((part, i) =>
      i === 0 ? part : (i <= replaced ? replacement : old) + part,
    )
    .join("");
}

export function splitRight(
  text: string,
  mark: string,
  times: number,
): string[] {
  if (mark === "") fail("empty separator.");
  const parts = text.split(mark);
  if (times < 0 || parts.length - 1 <= times) return parts;
  const first = parts.slice(0, parts.length - times).join(mark);
  return [first, ...parts.slice(parts.length - times)];
}

function split(text: string, mark: Value | undefined, times: number): string[] {
  if (mark === undefined || mark === None) return splitWords(text, times);
  const by = textArgument("split", mark);
  if (by === "") fail("empty separator.");
  const parts = text.split(by);
  if (times < 0 || parts.length - 1 <= times) return parts;
  return [...parts.slice(0, times), parts.slice(times).join(by)];
}

const WORD = new RegExp(`(?:(?!${SPACE})[^])+`, "g");

export function splitWords(text: string, times = -1): string[] {
  const words: string[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (words.length === times) return [...words, text.slice(index)];
    words.push(word);
  }
  return words;
}

const reverseText = (text: string) => Array.from(text).toReversed().join("");

function splitFromRight(
  text: string,
  mark: Value | undefined,
  times: number,
): string[] {
  if (mark !== undefined && mark !== None) {
    return splitRight(text, textArgument("rsplit", mark), times);
  }
  const words = splitWords(reverseText(text), times);
  return words.toReversed().map(reverseText);
}

function find(
  self: string,
  sub: Value | undefined,
  start: Value | undefined,
  end: Value | undefined,
  fromRight: boolean,
): number {
  const text = textArgument("find", sub);
  const [from, to] = bounds(lengthOf(self), start, end);
  if (from > to) return -1;
  const part = partOf(self, from, to);
  const index = fromRight ? part.lastIndexOf(text) : part.indexOf(text);
  return index < 0 ? -1 : from + characterIndex(part, index);
}

function affix(
  name: string,
  self: string,
  value: Value | undefined,
  [start, end]: (Value | undefined)[],
  test: (text: string, affix: string) => boolean,
): boolean {
  const [from, to] = bounds(lengthOf(self), start, end);
  const options = value instanceof Tuple ? value.items : [value];
  return (
    from <= to &&
    options.some((option) =>
      test(partOf(self, from, to), textArgument(name, option)),
    )
  );
}

/** Whether all characters match; an empty text does not. */
const all =
  (pattern: RegExp): Method<string>[1] =>
  (self) =>
    pattern.test(self);

const digits: Method<string>[1] = (self) => {
  if (/[^\P{N}\p{Nd}]/u.test(self)) unsupported("A test of this kind of digit");
  return /^\p{Nd}+$/u.test(self);
};

const padded =
  (left: boolean): Method<string>[1] =>
  (self, width, fill) => {
    const character = fill === undefined ? " " : textArgument("ljust", fill);
    if (lengthOf(character) !== 1) {
      fail("The fill character must be exactly one character long.");
    }
    const space = repeat(character, asNumber(width!) - lengthOf(self));
    return left ? self + space : space + self;
  };

const partition =
  (fromRight: boolean): Method<string>[1] =>
  (self, mark) => {
    const by = textArgument("partition", mark);
    if (by === "") fail("empty separator.");
    const at = fromRight ? self.lastIndexOf(by) : self.indexOf(by);
    if (at < 0) return new Tuple(fromRight ? ["", "", self] : [self, "", ""]);
    return new Tuple([self.slice(0, at), by, self.slice(at + by.length)]);
  };

const indexOrFail = (index: number): Value =>
  index < 0 ? fail("substring not found.") : BigInt(index);

export const TEXT: Methods<string> = {
  capitalize: ["", capitalize],
  casefold: [
    "",
    (self) =>
      /[^\0-\x7f]/.test(self)
        ? unsupported("casefold() of other letters than those of ASCII")
        : self.toLowerCase(),
  ],
  center: [
    "width! fillchar",
    (self, width, fill) =>
      center(
        self,
        asNumber(width!),
        fill === undefined ? " " : textArgument("center", fill),
      ),
  ],
  count: [
    "sub! start end",
    (self, sub, start, end) => {
      const [from, to] = bounds(lengthOf(self), start, end);
      if (from > to) return 0n;
      const part = partOf(self, from, to);
      const text = textArgument("count", sub);
      return BigInt(
        text === "" ? lengthOf(part) + 1 : part.split(text).length - 1,
      );
    },
  ],
  endswith: [
    "suffix! start end",
    (self, suffix, ...range) =>
      affix("endswith", self, suffix, range, (text, end) => text.endsWith(end)),
  ],
  expandtabs: [
    "tabsize",
    (self, size) => {
      const width = integerArgument(size, 8);
      let column = 0;
      let result = "";
      for (const character of self) {
        if (character === "\t") {
          const spaces = width > 0 ? width - (column % width) : 0;
          result += repeat(" ", spaces);
          column += spaces;
        } else {
          result += character;
          column = character === "\n" || character === "\r" ? 0 : column + 1;
        }
      }
      return result;
    },
  ],
  find: [
    "sub! start end",
    (self, sub, start, end) => BigInt(find(self, sub, start, end, false)),
  ],
  index: [
    "sub! start end",
    (self, sub, start, end) => indexOrFail(find(self, sub, start, end, false)),
  ],
  isalnum: ["", all(/^[\p{L}\p{N}]+$/u)],
  isalpha: ["", all(/^\p{L}+$/u)],
  isascii: ["", (self) => !/[^\0-\x7f]/.test(self)],
  isdecimal: ["", all(/^\p{Nd}+$/u)],
  isdigit: ["", digits],
  isidentifier: ["", all(/^[\p{XIDS}_]\p{XIDC}*$/u)],
  islower: [
    "",
    (self) =>
      /\p{Lowercase}/u.test(self) && !/[\p{Uppercase}\p{Lt}]/u.test(self),
  ],
  isnumeric: ["", digits],
  isprintable: ["", (self) => !/(?! )[\p{C}\p{Z}]/u.test(self)],
  isspace: [
    "",
    (self) => self !== "" && Array.from(self).every((one) => isSpace(one)),
  ],
  istitle: ["", (self) => /\p{Cased}/u.test(self) && titleWords(self) === self],
  isupper: [
    "",
    (self) =>
      /\p{Uppercase}/u.test(self) && !/[\p{Lowercase}\p{Lt}]/u.test(self),
  ],
  join: [
    "iterable!",
    (self, items) =>
      joinTexts(
        self,
        Array.from(iterate(items!), (item, i) =>
          isText(item)
            ? textOf(item)
            : fail(
                `sequence item ${i}: expected str instance, ${typeName(item)} found. The filter "join" takes every value.`,
              ),
        ),
      ),
  ],
  ljust: ["width! fillchar", padded(true)],
  lower: ["", (self) => self.toLowerCase()],
  lstrip: [
    "chars",
    (self, characters) => trimStart(self, remover("lstrip", characters)),
  ],
  partition: ["sep!", partition(false)],
  removeprefix: [
    "prefix!",
    (self, prefix) => {
      const text = textArgument("removeprefix", prefix);
      return self.startsWith(text) ? self.slice(text.length) : self;
    },
  ],
  removesuffix: [
    "suffix!",
    (self, suffix) => {
      const text = textArgument("removesuffix", suffix);
      return text !== "" && self.endsWith(text)
        ? self.slice(0, -text.length)
        : self;
    },
  ],
  replace: [
    "old! new! count",
    (self, old, replacement, times) =>
      replaceText(
        self,
        textArgument("replace", old),
        textArgument("replace", replacement),
        count(times),
      ),
  ],
  rfind: [
    "sub! start end",
    (self, sub, start, end) => BigInt(find(self, sub, start, end, true)),
  ],
  rindex: [
    "sub! start end",
    (self, sub, start, end) => indexOrFail(find(self, sub, start, end, true)),
  ],
  rjust: ["width! fillchar", padded(false)],
  rpartition: ["sep!", partition(true)],
  rsplit: [
    "sep maxsplit",
    (self, mark, times) => splitFromRight(self, mark, count(times)),
  ],
  rstrip: [
    "chars",
    (self, characters) => trimEnd(self, remover("rstrip", characters)),
  ],
  split: [
    "sep maxsplit",
    (self, mark, times) => split(self, mark, count(times)),
  ],
  splitlines: ["keepends", (self, keep) => linesOf(self, flagArgument(keep))],
  startswith: [
    "prefix! start end",
    (self, prefix, ...range) =>
      affix("startswith", self, prefix, range, (text, start) =>
        text.startsWith(start),
      ),
  ],
  strip: ["chars", strip],
  swapcase: ["", swapCase],
  title: ["", titleWords],
  upper: ["", (self) => self.toUpperCase()],
  zfill: [
    "width!",
    (self, width) => {
      const sign = /^[-+]/.exec(self)?.[0] ?? "";
      const zeros = repeat("0", asNumber(width!) - lengthOf(self));
      return sign + zeros + self.slice(sign.length);
    },
  ],
};

export function joinTexts(mark: string, parts: string[]): string {
  let length = 0;
  for (const part of parts) length += part.length + mark.length;
  spendText(length);
  return parts.join(mark);
}
