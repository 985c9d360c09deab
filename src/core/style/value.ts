import { enumValue } from "../json.js";
import { safeCss } from "../sanitize.js";

/** A CSS value that is safe. One that the browser does not know is reported. */
export function css(
  value: unknown,
  context: StyleContext | undefined,
  prop: string,
  kind: string,
  read = (text: string) => text,
  words?: ReadonlySet<string>,
): string | undefined {
  if (value == null || value === "") return undefined;
  // `prop` may be a pointer, `series/0/color`; `size` and the like are widths.
  const name = prop.split("/").findLast((part) => part in PROPERTIES);
  const property = PROPERTIES[name!] ?? "width";
  const find = (text: string) => {
    const found = read(text);
    // With a variable in it, every value seems to be one.
    const tried = found.replaceAll("var(--wr-spacing)", "4px");
    return (words || text.match(PARTS)?.every((part) => PART.test(part))) &&
      (context?.supports?.(property, tried) ??
        globalThis.CSS?.supports?.(property, tried) ??
        true)
      ? found
      : undefined;
  };
  let meant: string | undefined;
  if (typeof value === "string") {
    const safe = safeCss(value);
    const found = safe && find(safe);
    if (found) return found;
    // A colon alone does no harm, as in `16:9`.
    const plain = safeCss(value.replace(":", "/"));
    if (plain === undefined) {
      context?.blocked?.(prop, value);
      return undefined;
    }
    meant = [
      plain,
      plain.replace(/\s/g, ""),
      words ? "" : `${parseFloat(plain)}px`,
    ].find(find);
  }
  context?.wrong?.(prop, value, words ?? [], `${kind}, CSS`, meant);
  return undefined;
}

/** What CSS calls a property. */
const PROPERTIES: Record<string, string> = {
  gap: "gap",
  margin: "margin",
  padding: "padding",
  spacing: "margin-top",
  flex: "flex",
  aspectRatio: "aspect-ratio",
  maxWidth: "max-width",
  maxHeight: "max-width",
  maxSize: "max-width",
  background: "background",
  color: "color",
  border: "color",
};

/** One of a closed set of words. */
export function word<T extends string>(
  set: ReadonlySet<T>,
  value: unknown,
  context: StyleContext | undefined,
  prop: string,
): T | undefined {
  const found = enumValue(set, value);
  if (found === undefined && value != null) context?.wrong?.(prop, value, set);
  return found;
}

/** Sets a property that has a value. */
export function put(style: Style, name: string, value: unknown) {
  if (value !== undefined) style[name] = value as string;
}

/** The colours of the app by name, and what is called with a value that cannot be used. */
export interface StyleContext {
  tokens?: Readonly<Record<string, ColorValue>> | undefined;
  /** Whether a property of CSS takes a value, where the browser is not asked. */
  supports?: ((property: string, value: string) => boolean) | undefined;
  /** It may load something, or leave its property. */
  blocked?(prop: string, value: unknown): void;
  /**
   * It is none of `words`, and not what `kind` says; `nearest` is, where there is one
   * that is like it. In an object `prop` is a pointer: `"padding/x"`.
   */
  wrong?(
    prop: string,
    value: unknown,
    words: Iterable<string>,
    kind?: string,
    nearest?: unknown,
  ): void;
}

/** Style properties by their React name, custom properties included. */
export type Style = Record<string, string | number>;

/** A DSL colour: a token, a palette step, CSS, or one of these per scheme. */
export type ColorValue = string | ThemeColor;

/** A colour per colour scheme. One alone serves both. */
export interface ThemeColor {
  light?: string | null;
  dark?: string | null;
}

/**
 * A part of a length, a ratio or a `flex`. A browser ignores others, such as `lg` or
 * `16dp`, but not in a variable, which then makes invalid what uses it.
 */
const PART =
  /^(?:[+-]?[\d.]+(?:%|[a-z]*(?:em|[pe]x|[hwib]|in|max|[cm]m|p[tc]|q|c|ap))?|[a-z-]+\(.+\)|auto|none|normal|stretch|[a-z-]+-(?:content|available)|in(?:herit|itial))$/i;

/** The parts of a CSS value; a function with blanks inside stays one part. */
export const PARTS = /(?:[^\s()/]|\((?:[^()]|\([^()]*\))*\))+/g;
