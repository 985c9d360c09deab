/** A place in a text, from 1. */
export interface Position {
  line: number;
  column: number;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

/**
 * Where the value of a JSON pointer begins in a JSON text; where there is none, as for a property that
 * is missing, what contains it. The text must be JSON.
 */
export function positionOf(text: string, pointer: string): Position {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  let at = 0;
  const read = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  read(SPACE);
  let start = at;
  for (const part of parts) {
    const found = enter(part);
    if (found === undefined) break;
    start = at = found;
  }
  const before = text.slice(0, start);
  return {
    line: before.split("\n").length,
    column: start - before.lastIndexOf("\n"),
  };

  /** The offset of the value called `part` in the object or list that begins here. */
  function enter(part: string): number | undefined {
    const open = text[at];
    if (open !== "{" && open !== "[") return undefined;
    at++;
    let found: number | undefined;
    for (let index = 0; at < text.length; index++) {
      read(SPACE);
      if (text[at] === "}" || text[at] === "]") break;
      let name = String(index);
      if (open === "{") {
        name = JSON.parse(read(STRING) || '""') as string;
        read(SPACE);
        at++;
        read(SPACE);
      }
      // Of two keys of one name, JSON.parse takes the last.
      if (name === part) found = at;
      skip();
      read(SPACE);
      if (text[at] !== ",") break;
      at++;
    }
    return found;
  }

  /** Steps over a value, however deep it is. */
  function skip() {
    let depth = 0;
    do {
      read(SPACE);
      const sign = text[at];
      if (sign === '"') read(STRING);
      else if (sign === "{" || sign === "[") {
        depth++;
        at++;
      } else if (sign === "}" || sign === "]") {
        depth--;
        at++;
      } else if (sign === "," || sign === ":") at++;
      else if (read(SCALAR) === "") return;
    } while (depth > 0 && at < text.length);
  }
}
