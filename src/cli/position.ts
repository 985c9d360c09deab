/** A place in a text, from 1. */
export interface Position {
  line: number;
  column: number;
}

const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

/**
 * Where the value of a JSON pointer begins in a JSON text; where there is none, as for a property that
 * is missing, what contains it. The text must be JSON. It is read once for all pointers.
 */
export function createPositions(text: string): (pointer: string) => Position {
  let at = 0;
  let lines: number[] | undefined;
  /** The parts of the objects and lists that a pointer has led into, by where these begin. */
  const known = new Map<number, Map<string, number>>();
  read(SPACE);
  const root = at;
  return (pointer) => {
    let start = root;
    for (const part of pointer.split("/").slice(1)) {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const found = enter(start).get(name);
      if (found === undefined) break;
      start = found;
    }
    return positionOf(start);
  };

  function read(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  }

  /** A text with its quotes. An expression would overflow the stack at one of 8 MB. */
  function readString(): string {
    const start = at;
    do at = text.indexOf('"', at + 1);
    while (at > 0 && isEscaped());
    at = at < 0 ? text.length : at + 1;
    return text.slice(start, at);
  }

  function isEscaped(): boolean {
    let before = at;
    while (text[before - 1] === "\\") before--;
    return (at - before) % 2 === 1;
  }

  /** Where the parts of the object or list begin that is here, by their names. */
  function enter(start: number): Map<string, number> {
    let parts = known.get(start);
    if (parts) return parts;
    known.set(start, (parts = new Map<string, number>()));
    const open = text[start];
    if (open !== "{" && open !== "[") return parts;
    at = start + 1;
    for (let index = 0; at < text.length; index++) {
      read(SPACE);
      if (text[at] === "}" || text[at] === "]") break;
      let name = String(index);
      if (open === "{") {
        name = JSON.parse(readString()) as string;
        read(SPACE);
        at++;
        read(SPACE);
      }
      // Of two keys of one name, JSON.parse takes the last.
      parts.set(name, at);
      skip();
      read(SPACE);
      if (text[at] !== ",") break;
      at++;
    }
    return parts;
  }

  /** Steps over a value, however deep it is. */
  function skip() {
    let depth = 0;
    do {
      read(SPACE);
      const sign = text[at];
      if (sign === '"') readString();
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

  function positionOf(offset: number): Position {
    lines ??= linesOf(text);
    // The last line that begins up to there.
    let [line, next] = [0, lines.length];
    while (next - line > 1) {
      const middle = (line + next) >> 1;
      if (lines[middle]! <= offset) line = middle;
      else next = middle;
    }
    return { line: line + 1, column: offset - lines[line]! + 1 };
  }
}

/** Where each line begins. */
function linesOf(text: string): number[] {
  const lines = [0];
  for (let end = text.indexOf("\n"); end >= 0;) {
    lines.push(end + 1);
    end = text.indexOf("\n", end + 1);
  }
  return lines;
}
