/**
 * Parses JSON without its `__proto__` keys, because a copy by assignment would make a prototype of them.
 * @throws {SyntaxError} if the text is not JSON
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) =>
    key === "__proto__" ? undefined : value,
  );
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const STRING = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const SPACE = /[ \t\n\r]*/y;

/** The offset at which a text stops being JSON. `JSON.parse` reports it differently in each engine, or not at all. */
export function jsonErrorOffset(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match !== null;
  };
  const skip = (character: string): boolean => {
    take(SPACE);
    if (text[at] !== character) return false;
    at++;
    take(SPACE);
    return true;
  };
  const string = (): boolean => take(STRING) && text[at] === '"' && ++at > 0;
  const list = (close: string, item: () => boolean): boolean => {
    if (skip(close)) return true;
    do {
      if (!item()) return false;
    } while (skip(","));
    return skip(close);
  };
  const value = (): boolean => {
    if (skip("[")) return list("]", value);
    if (skip("{")) return list("}", () => string() && skip(":") && value());
    return text[at] === '"' ? string() : take(SCALAR);
  };
  take(SPACE);
  if (value()) take(SPACE);
  return at;
}
