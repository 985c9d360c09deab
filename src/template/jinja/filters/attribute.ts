import { toText } from "../python/represent.js";
import { itemOf } from "../python/items.js";
import { attributeOf } from "../python/methods.js";
import { sameKind } from "../python/operators.js";
import { isText, textOf, Undefined, type Value } from "../python/values.js";
import { given } from "./filter.js";

function parts(attribute: Value | undefined): Value[] {
  if (!given(attribute)) return [];
  if (!isText(attribute)) return [attribute];
  return textOf(attribute)
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? BigInt(part) : part));
}

/** Finds an item of a value, or its attribute, as Jinja2 does for `value[key]`. */
export function lookUp(value: Value, key: Value): Value | undefined {
  return (
    itemOf(value, key) ??
    (isText(key) ? attributeOf(value, textOf(key)) : undefined)
  );
}

export function getter(
  attribute: Value | undefined,
  ignoreCase: boolean,
  fallback?: Value,
): (item: Value) => Value {
  const path = parts(attribute);
  return (item) => {
    let value = item;
    for (const part of path) {
      value =
        lookUp(value, part) ??
        (given(fallback)
          ? fallback
          : new Undefined(`"${toText(part)}" is undefined.`));
    }
    return ignoreCase ? lowered(value) : value;
  };
}

export const lowered = (value: Value): Value =>
  isText(value) ? sameKind(value, textOf(value).toLowerCase()) : value;
