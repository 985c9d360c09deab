import { spendText } from "./budget.js";
import { fail, unknown, unsupported } from "./error.js";
import { getter } from "./filters/attribute.js";
import { type Filter, isTrue, asText } from "./filters/filter.js";
import { htmlFilters } from "./filters/html.js";
import { generator, listFilters } from "./filters/lists.js";
import { numberFilters } from "./filters/numbers.js";
import { textFilters } from "./filters/text.js";
import { FILTER_NAMES, MISSING_FILTERS } from "./names.js";
import { bind } from "./python/args.js";
import { formatPercent } from "./python/formatPercent.js";
import { attributeOf } from "./python/methods.js";
import { sameKind } from "./python/operators.js";
import { toText } from "./python/represent.js";
import {
  type CallArguments,
  Dict,
  isText,
  iterate,
  Markup,
  textOf,
  truth,
  Tuple,
  Undefined,
  type Value,
} from "./python/values.js";
import { callTest } from "./tests.js";

const FILTERS: Record<string, Filter> = {
  attr: [
    "name!",
    (value, name) => {
      if (!isText(name)) fail("attr() wants the name of an attribute.");
      return (
        attributeOf(value, textOf(name)) ??
        new Undefined(`"${textOf(name)}" is undefined.`)
      );
    },
  ],
  default: [
    "default_value boolean",
    (value, fallback, boolean) =>
      value instanceof Undefined || (isTrue(boolean) && !truth(value))
        ? (fallback ?? "")
        : value,
  ],
  ...textFilters,
  ...htmlFilters,
  ...numberFilters,
  ...listFilters,
};

FILTERS["count"] = FILTERS["length"]!;
FILTERS["d"] = FILTERS["default"]!;
FILTERS["e"] = FILTERS["escape"]!;

const NO_ARGUMENTS: CallArguments = { positional: [], named: new Map() };

/** Filters that pass their arguments on to another filter or test, or to a format. */
const FORWARDING: Record<string, (value: Value, args: CallArguments) => Value> =
  {
    format: (value, { positional, named }) => {
      if (positional.length > 0 && named.size > 0) {
        fail("can't handle positional and keyword arguments at the same time.");
      }
      const format = asText(value);
      const args = named.size > 0 ? new Dict(named) : new Tuple(positional);
      return sameKind(
        format,
        formatPercent(textOf(format), args, format instanceof Markup),
      );
    },
    map: (value, args) => generator(mapped(value, args)),
    reject: (value, args) => generator(selected(value, args, false, false)),
    rejectattr: (value, args) => generator(selected(value, args, false, true)),
    select: (value, args) => generator(selected(value, args, true, false)),
    selectattr: (value, args) => generator(selected(value, args, true, true)),
  };

function* mapped(value: Value, args: CallArguments): Generator<Value, void> {
  if (!truth(value)) return;
  const change = mapping(args);
  for (const item of iterate(value)) yield change(item);
}

function mapping({ positional, named }: CallArguments): (item: Value) => Value {
  const [name, ...rest] = positional;
  if (name === undefined) {
    const attribute = named.get("attribute");
    if (attribute === undefined) fail("map requires a filter argument.");
    for (const key of named.keys()) {
      if (key !== "attribute" && key !== "default") {
        fail(`Unexpected keyword argument '${key}'.`);
      }
    }
    return getter(attribute, false, named.get("default"));
  }
  const args = { positional: rest, named };
  return (item) => callFilter(toText(name), item, args);
}

function* selected(
  value: Value,
  { positional, named }: CallArguments,
  wanted: boolean,
  byAttribute: boolean,
): Generator<Value, void> {
  if (!truth(value)) return;
  const rest = [...positional];
  const attribute = byAttribute ? rest.shift() : undefined;
  if (byAttribute && attribute === undefined) {
    fail("Missing parameter for attribute name.");
  }
  const of = byAttribute ? getter(attribute, false) : (item: Value) => item;
  const test = rest.shift();
  for (const item of iterate(value)) {
    const passes =
      test === undefined
        ? truth(of(item))
        : callTest(toText(test), of(item), { positional: rest, named });
    if (passes === wanted) yield item;
  }
}

/** `value | name(…)` */
export function callFilter(
  name: string,
  value: Value,
  args: CallArguments = NO_ARGUMENTS,
): Value {
  if (isText(value)) spendText(textOf(value).length);
  if (Object.hasOwn(FORWARDING, name)) return FORWARDING[name]!(value, args);
  if (!Object.hasOwn(FILTERS, name)) {
    if (MISSING_FILTERS.has(name))
      unsupported(`The filter "${name}"`, "unknown");
    unknown("filter", name);
  }
  const [parameters, run] = FILTERS[name]!;
  return run(value, ...bind(name, parameters, args));
}

export const isFilter = (name: string): boolean => FILTER_NAMES.has(name);
