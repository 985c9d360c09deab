import { spendSearches } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { asNumber } from "../python/convert.js";
import { toJson } from "../python/json.js";
import { escape } from "../python/operators.js";
import { represent, toText } from "../python/represent.js";
import { repeat } from "../python/text.js";
import { splitWords } from "../python/textMethods.js";
import {
  Dict,
  isIterable,
  isText,
  iterate,
  listOf,
  Markup,
  None,
  textOf,
  truth,
  Undefined,
  type Value,
  View,
} from "../python/values.js";
import { type Filter, given } from "./filter.js";

function quoteUrl(value: Value, query: boolean): string {
  let text: string;
  try {
    text = encodeURIComponent(toText(value));
  } catch (cause) {
    if (cause instanceof URIError) fail("The text has half a character.");
    throw cause;
  }
  text = text.replace(
    /[!*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return query ? text.replaceAll("%20", "+") : text.replaceAll("%2F", "/");
}

function urlencode(value: Value): string {
  if (isText(value) || !isIterable(value)) return quoteUrl(value, false);
  const pairs = value instanceof Dict ? new View(value, "items") : value;
  return Array.from(iterate(pairs), (pair) => {
    const [key, item, ...more] = listOf(pair);
    if (key === undefined || item === undefined || more.length > 0) {
      fail("urlencode() wants pairs.");
    }
    return `${quoteUrl(key, true)}=${quoteUrl(item, true)}`;
  }).join("&");
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
};

/** Reads the entities that `escape` writes; Python's table has 2,231 names. */
function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#?\w+;?)/g,
    (entity) =>
      ENTITIES[entity] ??
      unsupported(`The filter "striptags" of a text with "${entity}"`),
  );
}

export const htmlFilters: Record<string, Filter> = {
  escape: ["", escape],
  forceescape: ["", (value) => escape(toText(value))],
  safe: ["", (value) => new Markup(toText(value))],
  striptags: [
    "",
    (value) => {
      const source = toText(value);
      spendSearches(source.split("<").length, source.length);
      const text = source.replace(/<!--[^]*?-->/g, "").replace(/<[^]*?>/g, "");
      return unescapeHtml(splitWords(text).join(" "));
    },
  ],
  tojson: [
    "indent",
    (value, indent) =>
      new Markup(
        toJson(
          value,
          !given(indent)
            ? undefined
            : isText(indent)
              ? textOf(indent)
              : repeat(" ", asNumber(indent)),
        ),
      ),
  ],
  urlencode: ["", urlencode],
  xmlattr: [
    "autospace",
    (value, autospace) => {
      if (!(value instanceof Dict)) fail("xmlattr() wants a dictionary.");
      const attributes = value
        .items()
        .filter(([, item]) => item !== None && !(item instanceof Undefined))
        .map(([key, item]) => {
          const name = toText(key);
          if (/[\s/>=]/.test(name)) {
            fail(`Invalid character in attribute name: ${represent(name)}.`);
          }
          return `${escape(key).text}="${escape(item).text}"`;
        })
        .join(" ");
      const space = autospace === undefined || truth(autospace);
      return space && attributes ? ` ${attributes}` : attributes;
    },
  ],
};
