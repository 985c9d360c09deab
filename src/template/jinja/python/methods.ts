import { spendItems, spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { bind, flagArgument, integerArgument, textArgument } from "./args.js";
import { asNumber } from "./convert.js";
import { formatBraces } from "./format.js";
import { bounds } from "./items.js";
import { escape, sameKind } from "./operators.js";
import {
  SPACE,
  capitalize,
  characterIndex,
  charactersOf,
  isSpace,
  lengthOf,
  linesOf,
  partOf,
  repeat,
  swapCase,
  titleWords,
  trimEnd,
  trimStart,
} from "./text.js";
import {
  Callable,
  Dict,
  Markup,
  Namespace,
  None,
  type Text,
  Thing,
  Tuple,
  Undefined,
  type Value,
  View,
  equal,
  isText,
  iterate,
  listOf,
  represent,
  sorted,
  textOf,
  toText,
  typeName,
} from "./values.js";

type Method<T> = [
  parameters: string,
  run: (self: T, ...args: (Value | undefined)[]) => Value,
];

type Methods<T> = Record<string, Method<T>>;

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

/** A text in the middle of spaces; an odd one is where Python has it. */
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

/** Whether all characters are of a class; an empty text is of none. */
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

const TEXT: Methods<string> = {
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

const LIST: Methods<Value[]> = {
  append: [
    "object!",
    (self, item) => {
      self.push(item!);
      return None;
    },
  ],
  clear: [
    "",
    (self) => {
      self.length = 0;
      return None;
    },
  ],
  copy: [
    "",
    (self) => {
      spendItems(self.length);
      return [...self];
    },
  ],
  count: ["value!", (self, value) => countItems(self, value!)],
  extend: [
    "iterable!",
    (self, items) => {
      self.push(...listOf(items!));
      return None;
    },
  ],
  index: [
    "value! start stop",
    (self, value, start, stop) => indexOfItem(self, value!, start, stop),
  ],
  insert: [
    "index! object!",
    (self, index, item) => {
      self.splice(asNumber(index!), 0, item!);
      return None;
    },
  ],
  pop: [
    "index",
    (self, index) => {
      const at = integerArgument(index, -1);
      const place = at < 0 ? at + self.length : at;
      if (!(place in self)) fail("pop index out of range.");
      return self.splice(place, 1)[0]!;
    },
  ],
  remove: [
    "value!",
    (self, value) => {
      const index = self.findIndex((item) => equal(item, value!));
      if (index < 0) fail("list.remove(x): x not in list.");
      self.splice(index, 1);
      return None;
    },
  ],
  reverse: [
    "",
    (self) => {
      self.reverse();
      return None;
    },
  ],
  sort: [
    "key reverse",
    (self, key, reverse) => {
      if (key !== undefined && key !== None) {
        unsupported("A key for sort()");
      }
      const items = sorted(self, undefined, flagArgument(reverse));
      self.splice(0, self.length, ...items);
      return None;
    },
  ],
};

function countItems(items: readonly Value[], value: Value): bigint {
  return BigInt(items.filter((item) => equal(item, value)).length);
}

function indexOfItem(
  items: readonly Value[],
  value: Value,
  start?: Value,
  stop?: Value,
): bigint {
  const [from, to] = bounds(items.length, start, stop);
  const index = items.findIndex(
    (item, i) => i >= from && i < to && equal(item, value),
  );
  return index < 0
    ? fail(`${represent(value)} is not in the list.`)
    : BigInt(index);
}

const TUPLE: Methods<Tuple> = {
  count: ["value!", (self, value) => countItems(self.items, value!)],
  index: [
    "value! start stop",
    (self, value, start, stop) => indexOfItem(self.items, value!, start, stop),
  ],
};

const DICT: Methods<Dict> = {
  clear: [
    "",
    (self) => {
      self.clear();
      return None;
    },
  ],
  copy: ["", (self) => new Dict(self.items())],
  get: ["key! default", (self, key, other) => self.get(key!) ?? other ?? None],
  items: ["", (self) => new View(self, "items")],
  keys: ["", (self) => new View(self, "keys")],
  pop: [
    "key! default",
    (self, key, other) => {
      const value = self.get(key!) ?? other;
      self.delete(key!);
      return value ?? fail(`KeyError: ${represent(key!)}.`);
    },
  ],
  popitem: [
    "",
    (self) => {
      const last = self.items().at(-1);
      if (!last) fail("popitem(): dictionary is empty.");
      self.delete(last[0]);
      return new Tuple(last);
    },
  ],
  setdefault: [
    "key! default",
    (self, key, other) => {
      if (!self.has(key!)) self.set(key!, other ?? None);
      return self.get(key!)!;
    },
  ],
  values: ["", (self) => new View(self, "values")],
};

/** The pairs of what `dict()` and `update()` take. */
export function pairsOf(value: Value): [Value, Value][] {
  if (value instanceof Undefined) value.fail();
  if (value instanceof Dict) return value.items();
  return Array.from(iterate(value), (pair) => {
    const [key, item, ...more] = listOf(pair);
    return key === undefined || item === undefined || more.length > 0
      ? fail("An item of a dictionary is a pair of its key and its value.")
      : [key, item];
  });
}

/** Attributes that Python has and that make no sense in a template, or cannot be had. */
const MISSING: Record<string, string> = {
  str: "encode format_map maketrans translate",
  Markup:
    "casefold encode format format_map maketrans translate unescape striptags escape",
  dict: "fromkeys",
  int: "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes",
  float: "as_integer_ratio conjugate fromhex hex imag real",
  range: "count index start step stop",
  dict_keys: "isdisjoint mapping",
  dict_values: "mapping",
  dict_items: "isdisjoint mapping",
  generator: "close gi_code gi_frame gi_running gi_yieldfrom send throw",
};

/** What a method of a Markup text gives is Markup too; its texts are escaped first. */
const MARKUP_METHODS =
  "capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title upper zfill partition rpartition".split(
    " ",
  );

/** `object.name`, or nothing where Python has no such attribute. */
export function attributeOf(object: Value, name: string): Value | undefined {
  if (object instanceof Undefined) object.fail();
  if (object instanceof Namespace) return object.attributes.get(name);
  if (object instanceof Thing) return object.attribute(name);
  if (object instanceof Callable && Object.hasOwn(object.attributes, name)) {
    return object.attributes[name];
  }
  const type = object === true || object === false ? "int" : typeName(object);
  if (
    /^__.*__$/.test(name) ||
    (MISSING[type]?.split(" ").includes(name) ?? false)
  ) {
    unsupported(`The attribute "${name}" of '${type}'`);
  }
  if (isText(object)) return textMethod(object, name);
  if (Array.isArray(object)) return method(LIST, object, name);
  if (object instanceof Dict) {
    if (name === "update") return update(object);
    return method(DICT, object, name);
  }
  if (object instanceof Tuple) {
    const index = object.names.indexOf(name);
    return index >= 0 ? object.items[index] : method(TUPLE, object, name);
  }
  if (typeof object === "number" && name === "is_integer") {
    return new Callable(name, () => Number.isInteger(object));
  }
  return undefined;
}

function method<T>(
  methods: Methods<T>,
  self: T,
  name: string,
): Callable | undefined {
  if (!Object.hasOwn(methods, name)) return undefined;
  const [parameters, run] = methods[name]!;
  return new Callable(name, (args) =>
    run(self, ...bind(name, parameters, args)),
  );
}

function update(self: Dict): Callable {
  return new Callable("update", ({ positional, named }) => {
    const [other] = bind("update", "other", { positional, named: new Map() });
    if (other !== undefined) {
      for (const [key, value] of pairsOf(other)) self.set(key, value);
    }
    for (const [key, value] of named) self.set(key, value);
    return None;
  });
}

function textMethod(self: Text, name: string): Callable | undefined {
  const text = textOf(self);
  spendText(text.length);
  if (self instanceof Markup && name === "join") {
    return new Callable(name, (args) => {
      const [items] = bind(name, "iterable!", args);
      const parts = Array.from(iterate(items!), (item) => escape(item).text);
      return new Markup(joinTexts(text, parts));
    });
  }
  if (name === "format" && typeof self === "string") {
    return new Callable(name, ({ positional, named }) =>
      formatBraces(text, positional, (key) => named.get(key)),
    );
  }
  const found = method(TEXT, text, name);
  if (!found || !(self instanceof Markup)) return found;
  const wraps = MARKUP_METHODS.includes(name);
  return new Callable(name, ({ positional, named }) => {
    const escaped = (value: Value) =>
      wraps && isText(value) ? escape(value) : value;
    const result = found.call({
      positional: positional.map(escaped),
      named: new Map(
        Array.from(named, ([key, value]) => [key, escaped(value)]),
      ),
    });
    const wrap = (value: Value) =>
      isText(value) ? sameKind(self, toText(value)) : value;
    if (Array.isArray(result)) return result.map(wrap);
    if (result instanceof Tuple) return new Tuple(result.items.map(wrap));
    return wraps ? wrap(result) : result;
  });
}
