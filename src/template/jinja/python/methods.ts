import { spendText } from "../budget.js";
import { unsupported } from "../error.js";
import { bind } from "./args.js";
import { DICT, LIST, pairsOf, TUPLE } from "./collectionMethods.js";
import { formatBraces } from "./format.js";
import type { Methods } from "./method.js";
import { escape, sameKind } from "./operators.js";
import { toText } from "./represent.js";
import { joinTexts, TEXT } from "./textMethods.js";
import {
  Callable,
  Dict,
  isText,
  iterate,
  Markup,
  Namespace,
  None,
  type Text,
  textOf,
  Thing,
  Tuple,
  typeName,
  Undefined,
  type Value,
} from "./values.js";

/** Attributes of Python that are not supported, because a template has no use for them or they cannot be computed here. */
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

/** The methods of a Markup text that give Markup again; their arguments are escaped first. */
const MARKUP_METHODS =
  "capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title upper zfill partition rpartition".split(
    " ",
  );

/** `object.name`; `undefined` if Python has no such attribute. */
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
