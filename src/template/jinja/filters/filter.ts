import { sameKind } from "../python/operators.js";
import { toText } from "../python/represent.js";
import {
  isText,
  None,
  type NoneType,
  type Text,
  textOf,
  truth,
  type Value,
} from "../python/values.js";

export type Filter = [
  parameters: string,
  run: (value: Value, ...args: (Value | undefined)[]) => Value,
];

/** A text as it is, and any other value converted to a text. */
export const asText = (value: Value): Text =>
  isText(value) ? value : toText(value);

export const onText =
  (change: (text: string) => string): Filter[1] =>
  (value) => {
    const text = asText(value);
    return sameKind(text, change(textOf(text)));
  };

export const isTrue = (value: Value | undefined) =>
  value !== undefined && truth(value);

export const given = (
  value: Value | undefined,
): value is Exclude<Value, NoneType> => value !== undefined && value !== None;
