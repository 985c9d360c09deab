import { fail, unsupported } from "../error.js";
import { integerArgument } from "../python/args.js";
import { asNumber } from "../python/convert.js";
import { binary, sameKind } from "../python/operators.js";
import { toText } from "../python/represent.js";
import { capitalize, linesOf, partOf, repeat } from "../python/text.js";
import {
  center,
  replaceText,
  splitRight,
  strip,
} from "../python/textMethods.js";
import {
  isText,
  lengthOfValue,
  textOf,
  typeName,
  type Value,
} from "../python/values.js";
import { type Filter, given, isTrue, onText, asText } from "./filter.js";

function truncateText(
  value: Value,
  lengthArgument: Value | undefined,
  killWords: Value | undefined,
  endArgument: Value | undefined,
  leewayArgument: Value | undefined,
): Value {
  const length = integerArgument(lengthArgument, 255);
  const end = endArgument ?? "...";
  const leeway = given(leewayArgument) ? asNumber(leewayArgument) : 5;
  const endLength = lengthOfValue(end);
  if (length < endLength) {
    fail(`expected length >= ${endLength}, got ${length}.`);
  }
  if (leeway < 0) fail(`expected leeway >= 0, got ${leeway}.`);
  if (lengthOfValue(value) <= length + leeway) return value;
  if (!isText(value)) unsupported(`"truncate" of a ${typeName(value)}`);
  const cut = partOf(textOf(value), 0, length - endLength);
  const kept = isTrue(killWords) ? cut : splitRight(cut, " ", 1)[0]!;
  return binary("+", sameKind(value, kept), end);
}

/** Splits a text behind white space, hyphens and opening brackets, and makes each part a word. */
const titleFilter = (text: string): string =>
  text
    .split(/((?:(?!\ufeff)[\s\x1c-\x1f\x85]|[-({[<])+)/)
    .map((part) => {
      const [first = ""] = part;
      return first.toUpperCase() + part.slice(first.length).toLowerCase();
    })
    .join("");

function indent(
  value: Value,
  width: Value | undefined,
  first: Value | undefined,
  blank: Value | undefined,
): Value {
  const spaces = isText(width)
    ? textOf(width)
    : repeat(" ", integerArgument(width, 4));
  const text = binary("+", value, "\n");
  if (!isText(text)) fail("indent() wants a text.");
  const lines = linesOf(textOf(text));
  const all = isTrue(blank);
  const indented = lines.map((line, i) =>
    i > 0 && (all || line !== "") ? spaces + line : line,
  );
  const result = indented.join("\n");
  return sameKind(text, isTrue(first) ? spaces + result : result);
}

export const textFilters: Record<string, Filter> = {
  capitalize: ["", onText(capitalize)],
  center: [
    "width",
    (value, width) =>
      onText((text) => center(text, integerArgument(width, 80)))(value),
  ],
  indent: ["width first blank", indent],
  lower: ["", onText((text) => text.toLowerCase())],
  replace: [
    "old! new! count",
    (value, old, replacement, count) =>
      replaceText(
        toText(value),
        toText(old!),
        toText(replacement!),
        given(count) ? asNumber(count) : -1,
      ),
  ],
  string: ["", asText],
  title: ["", onText(titleFilter)],
  trim: [
    "chars",
    (value, characters) => onText((text) => strip(text, characters))(value),
  ],
  truncate: ["length killwords end leeway", truncateText],
  upper: ["", onText((text) => text.toUpperCase())],
  wordcount: [
    "",
    (value) => BigInt(toText(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
  ],
};
