import { formatText } from "./format.js";
import {
  type Arguments,
  type Callable,
  type Dict,
  type Value,
  Attributes,
  Undefined,
  characters,
  equal,
  iterate,
  kindOf,
  runtimeError,
  spend,
  str,
  toNumber,
} from "./values.js";

/** `object.name` when `dotted`, else `object[key]`; each falls back to the other, as in Jinja. */
export function lookup(
  object: Value,
  key: Value,
  dotted: boolean,
): Value | undefined {
  if (object instanceof Undefined) object.fail();
  if (key instanceof Undefined) key.fail();
  if (typeof key !== "string") return item(object, key);
  const found = dotted ? attribute(object, key) : item(object, key);
  if (found !== undefined) return found;
  return dotted ? item(object, key) : attribute(object, key);
}

function item(object: Value, key: Value): Value | undefined {
  if (object instanceof Map) return object.get(toNumber(key) ?? key);
  const index = toNumber(key);
  if (index === undefined) return undefined;
  if (Array.isArray(object)) return object.at(index);
  if (typeof object === "string") return characters(object).at(index);
  return undefined;
}

function attribute(object: Value, name: string): Value | undefined {
  if (object instanceof Attributes) return object.entries.get(name);
  if (typeof object === "string") return method(textMethods, object, name);
  if (Array.isArray(object)) return method(listMethods, object, name);
  if (object instanceof Map) return method(objectMethods, object, name);
  return undefined;
}

function method<T>(
  methods: Record<string, (self: T, args: Arguments) => Value>,
  self: T,
  name: string,
): Callable | undefined {
  const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return found && ((args) => found(self, args));
}

function find(list: Value[], value: Value): number {
  return list.findIndex((other) => equal(value, other));
}

export function capitalize(text: string): string {
  const [first = "", ...rest] = Array.from(text);
  return first.toUpperCase() + rest.join("").toLowerCase();
}

export function strip(
  text: string,
  sides: "both" | "left" | "right",
  set?: Value,
) {
  const drop = (c: string) =>
    typeof set === "string" ? set.includes(c) : /\s/.test(c);
  let start = 0;
  let end = text.length;
  if (sides !== "right") while (start < end && drop(text[start]!)) start++;
  if (sides !== "left") while (end > start && drop(text[end - 1]!)) end--;
  return text.slice(start, end);
}

export function replace(
  text: string,
  from: string,
  to: string,
  count = -1,
): string {
  const parts = from === "" ? ["", ...text, ""] : text.split(from);
  const times =
    count < 0 ? parts.length - 1 : Math.min(count, parts.length - 1);
  spend(text.length + parts.length + times * to.length);
  const rest = parts.slice(times).join(from);
  return [...parts.slice(0, times), rest].join(to);
}

function split(text: string, separator: Value | undefined, limit: number) {
  spend(text.length);
  if (separator === "") throw runtimeError("split() needs a separator.");
  const parts =
    typeof separator === "string"
      ? text.split(separator)
      : text.trim().split(/\s+/).filter(Boolean);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  if (typeof separator === "string") {
    return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
  }
  const rest = new RegExp(`^(?:\\s*\\S+){${limit}}\\s*`).exec(text)![0];
  return [...parts.slice(0, limit), text.slice(rest.length)];
}

function startsOrEnds(
  self: string,
  args: Arguments,
  which: "startsWith" | "endsWith",
) {
  const wanted = args.value(0, "prefix");
  const list = Array.isArray(wanted) ? wanted : [wanted];
  return list.some((part) => self[which](str(part)));
}

function pad(text: string, args: Arguments, side: "left" | "right"): string {
  const width = args.number(0, "width");
  spend(width);
  const fill = args.text(1, "fillchar", " ");
  return side === "left"
    ? text.padStart(width, fill)
    : text.padEnd(width, fill);
}

const textMethods: Record<string, (self: string, args: Arguments) => Value> = {
  upper: (self) => self.toUpperCase(),
  lower: (self) => self.toLowerCase(),
  capitalize: (self) => capitalize(self),
  title: (self) => self.replace(/\p{L}+/gu, (word) => capitalize(word)),
  strip: (self, args) => strip(self, "both", args.get(0, "chars")),
  lstrip: (self, args) => strip(self, "left", args.get(0, "chars")),
  rstrip: (self, args) => strip(self, "right", args.get(0, "chars")),
  startswith: (self, args) => startsOrEnds(self, args, "startsWith"),
  endswith: (self, args) => startsOrEnds(self, args, "endsWith"),
  removeprefix: (self, args) => {
    const prefix = args.text(0, "prefix");
    return self.startsWith(prefix) ? self.slice(prefix.length) : self;
  },
  removesuffix: (self, args) => {
    const suffix = args.text(0, "suffix");
    return suffix && self.endsWith(suffix)
      ? self.slice(0, -suffix.length)
      : self;
  },
  split: (self, args) =>
    split(self, args.get(0, "sep"), args.number(1, "maxsplit", -1)),
  splitlines: (self) => self.replace(/\r?\n$/, "").split(/\r?\n/),
  join: (self, args) => {
    const items = iterate(args.value(0, "iterable"));
    const wrong = items.find((item) => typeof item !== "string");
    if (wrong === undefined) return join(items, self);
    throw runtimeError(`join() takes texts, not ${kindOf(wrong)}.`);
  },
  replace: (self, args) =>
    replace(
      self,
      args.text(0, "old"),
      args.text(1, "new"),
      args.number(2, "count", -1),
    ),
  find: (self, args) => self.indexOf(args.text(0, "sub")),
  count: (self, args) => self.split(args.text(0, "sub")).length - 1,
  format: (self, args) => formatText(self, args),
  isdigit: (self) => /^\p{Nd}+$/u.test(self),
  isalpha: (self) => /^\p{L}+$/u.test(self),
  isupper: (self) => self === self.toUpperCase() && self !== self.toLowerCase(),
  islower: (self) => self === self.toLowerCase() && self !== self.toUpperCase(),
  zfill: (self, args) => {
    const width = args.number(0, "width");
    spend(width);
    const sign = /^[-+]/.exec(self)?.[0] ?? "";
    return sign + self.slice(sign.length).padStart(width - sign.length, "0");
  },
  ljust: (self, args) => pad(self, args, "right"),
  rjust: (self, args) => pad(self, args, "left"),
};

export function join(items: Value[], separator: string): string {
  const texts = items.map((item) => str(item));
  spend(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
  return texts.join(separator);
}

const listMethods: Record<string, (self: Value[], args: Arguments) => Value> = {
  append: (self, args) => {
    self.push(args.value(0, "object"));
    return null;
  },
  extend: (self, args) => {
    const more = iterate(args.value(0, "iterable"));
    spend(more.length);
    for (const value of [...more]) self.push(value);
    return null;
  },
  insert: (self, args) => {
    spend(self.length);
    self.splice(args.number(0, "index"), 0, args.value(1, "object"));
    return null;
  },
  pop: (self, args) => {
    const [value] = self.splice(args.number(0, "index", -1), 1);
    if (value === undefined) throw runtimeError("pop() finds no such item.");
    return value;
  },
  remove: (self, args) => {
    const index = find(self, args.value(0, "value"));
    if (index === -1) throw runtimeError("remove() finds no such item.");
    self.splice(index, 1);
    return null;
  },
  index: (self, args) => {
    const index = find(self, args.value(0, "value"));
    if (index === -1) throw runtimeError("index() finds no such item.");
    return index;
  },
  count: (self, args) =>
    self.filter((value) => equal(value, args.value(0, "value"))).length,
  reverse: (self) => {
    self.reverse();
    return null;
  },
  clear: (self) => {
    self.length = 0;
    return null;
  },
  copy: (self) => {
    spend(self.length);
    return [...self];
  },
};

const objectMethods: Record<string, (self: Dict, args: Arguments) => Value> = {
  get: (self, args) => {
    const value = self.get(key(args.value(0, "key")));
    return value === undefined ? args.or(1, "default", null) : value;
  },
  items: (self) => [...self].map(([name, value]) => [name, value]),
  keys: (self) => [...self.keys()],
  values: (self) => [...self.values()],
  copy: (self) => new Map(self),
  setdefault: (self, args) => {
    const name = key(args.value(0, "key"));
    if (!self.has(name)) self.set(name, args.or(1, "default", null));
    return self.get(name)!;
  },
  pop: (self, args) => {
    const name = key(args.value(0, "key"));
    const value = self.has(name) ? self.get(name) : args.get(1, "default");
    if (value === undefined)
      throw runtimeError(`pop() finds no key ${str(name)}.`);
    self.delete(name);
    return value;
  },
  update: (self, args) => {
    for (const [name, value] of entries(args)) self.set(name, value);
    return null;
  },
};

/** What may be a key of an object. */
export function key(value: Value): Value {
  if (value === null || typeof value === "string") return value;
  const number = toNumber(value);
  if (number !== undefined) return number;
  throw runtimeError(`A key is a text or a number, not ${kindOf(value)}.`);
}

/** The entries that `dict(…)`, `namespace(…)` and `update(…)` take. */
export function entries(args: Arguments): [Value, Value][] {
  const source = args.positional[0] ?? [];
  const given =
    source instanceof Map
      ? [...source]
      : iterate(source).map((pair): [Value, Value] => {
          const [name, value] = iterate(pair);
          if (name === undefined || value === undefined) {
            throw runtimeError("Pairs of key and value are needed here.");
          }
          return [key(name), value];
        });
  return [...given, ...args.named];
}
