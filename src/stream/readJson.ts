/**
 * Reads JSON as far as it has come, and knows what of it is closed. It is
 * our code, because no package does it: `partial-json`, `best-effort-json-parser` and
 * `jsonrepair` parse the whole text again for each chunk and do not say what is closed;
 * `jsonriver` says it, but it is asynchronous and stops at a trailing comma or a
 * comment, as `@streamparser/json` does, which is larger than this entry.
 */
import type { Json } from "../core/json.js";
import { growsByPatch, isPatch, kindOfPatch } from "./applyPatch.js";
import { growsIn, kindIn, type Kind } from "./growth.js";

/** A container that is open. */
interface Frame {
  /** What is closed in it. */
  value: Json | unknown[];
  kind: Kind;
  /** The name of the property whose value comes next. */
  name: string | undefined;
  /** A text that is a name if a colon follows. */
  text: string | undefined;
  /** What it showed last. */
  shown: Json | unknown[] | undefined;
  /** Whether what is closed in it differs from what it showed last. */
  changed: boolean;
}

/** An object that is a widget, a patch, or something else. */
export interface Root {
  /** What is closed in it. */
  value: Json;
  closed: boolean;
  /** The index of its part; -1 while nothing shows of it. */
  part: number;
}

export interface JsonReader {
  /** Reads `source` from `at` and returns where the next call starts. */
  read(source: string, at: number): number;
  /** Whether the JSON has ended. */
  ended(): boolean;
  /** Ends the JSON where it is cut: what shows of it is all of it. */
  cut(): void;
  /** What the last root shows so far, or the value of the patch that it is. */
  show(): unknown;
}

/** Nodes below this depth show when they are closed, so that no chunk costs more. */
const MAX_DEPTH = 256;

/**
 * Creates a reader of one JSON text. `onOpen` and `onClose` are called with each object
 * that may be a widget. Commas count as spaces, so that one too many does no harm;
 * comments, single quotes and names without quotes are read as in JSON5.
 */
export function createJsonReader(
  onOpen: (root: Root) => void,
  onClose: (root: Root) => void,
): JsonReader {
  const stack: Frame[] = [];
  let hasEnded = false;
  let root: Root | undefined;
  /** Where the root is in the stack. */
  let depth = 0;
  /** A quote in a string, "w" in a word, the sign that ends a comment; "" between them. */
  let mode = "";
  /** The string or the word so far. */
  let text = "";
  /** Whether the second half of a surrogate pair is still to come. */
  let isHalf = false;

  return { read, ended: () => hasEnded, cut, show };

  function read(source: string, at: number): number {
    for (let next = at; at < source.length; at = next) {
      next = step(source, at);
      // What follows depends on the next chunk, or it is not JSON.
      if (next === at || hasEnded) return next;
    }
    return at;
  }

  function step(source: string, at: number): number {
    if (mode === "w") {
      const end = indexOf(/[\s,:{}[\]"'/`]/g, source, at);
      text += source.slice(at, end);
      if (end > at) return end;
      endWord();
    }
    if (mode === "") return readStructure(source, at);
    if (mode === "\n" || mode === "*/") {
      const end = source.indexOf(mode, at);
      if (end < 0) return source.length - +(mode > "*" && source.endsWith("*"));
      const { length } = mode;
      mode = "";
      return end + length;
    }
    const end = indexOf(mode === '"' ? /["\\]/g : /['\\]/g, source, at);
    if (end > at) {
      append(source.slice(at, end));
      return end;
    }
    if (source[at] === "\\") return readEscape(source, at);
    mode = "";
    add(text);
    return at + 1;
  }

  function readEscape(source: string, at: number): number {
    const letter = source[at + 1];
    if (letter === undefined) return at;
    if (letter === "u") {
      const [code] = /^[\da-f]{0,4}/i.exec(source.slice(at + 2, at + 6))!;
      if (code.length === 4) {
        append(parse(`"\\u${code}"`) as string);
        return at + 6;
      }
      if (at + 2 + code.length === source.length) return at;
    }
    append((parse(`"\\${letter}"`) as string | undefined) ?? letter);
    return at + 2;
  }

  /** Looks at the new piece alone: to look into the whole text takes the longer, the longer it is. */
  function append(piece: string) {
    text += piece;
    isHalf = /[\ud800-\udbff]$/.test(piece);
  }

  function readStructure(source: string, at: number): number {
    const char = source[at]!;
    const frame = stack.at(-1);
    if (char === "{") open({});
    else if (char === "[") open([]);
    else if (char === "}" || char === "]") close(char === "]");
    else if (char === '"' || char === "'") {
      mode = char;
      text = "";
      isHalf = false;
    } else if (char === ":" && frame) {
      frame.name = frame.text;
      frame.text = undefined;
    } else if (char === "," && frame) frame.name = frame.text = undefined;
    else if (char === "/") {
      const next = source[at + 1];
      if (next === undefined) return at;
      if (next === "/") mode = "\n";
      else if (next === "*") mode = "*/";
      return at + 2;
    } else if (char === "`") {
      const marks = source.slice(at, at + 3);
      // The fence ends, and leaves open what is open.
      if (marks === "```") {
        cut();
        return at;
      }
      // The rest of the marks may be to come.
      if ("```".startsWith(marks)) return at;
    } else if (/\S/.test(char)) {
      mode = "w";
      text = char;
    }
    return at + 1;
  }

  function cut() {
    hasEnded = true;
    if (!root || root.closed) return;
    const shown = show();
    if (shown === undefined) return;
    const { value } = root;
    finish(isPatch(value) ? { ...value, value: shown } : (shown as Json));
  }

  /** A word without quotes: a number, a constant as in JSON or Python, a name or a text. */
  function endWord() {
    mode = "";
    const value = parse(text.toLowerCase().replace("none", "null"));
    if (value !== undefined && expectsValue()) add(value);
    // In a list it is garbage, such as "...".
    else if (!Array.isArray(stack.at(-1)!.value)) add(text);
  }

  function expectsValue(): boolean {
    const frame = stack.at(-1)!;
    return Array.isArray(frame.value) || frame.name !== undefined;
  }

  /** Adds a closed value to the container that is open; a text may be a name there. */
  function add(value: unknown) {
    const frame = stack.at(-1);
    if (!frame) return;
    const { value: container, shown } = frame;
    if (!expectsValue()) {
      frame.text = value as string;
      return;
    }
    const name = Array.isArray(container) ? container.length : frame.name!;
    frame.name = undefined;
    // It would set the prototype, and no node has such a property.
    if (name === "__proto__") return;
    (container as Json)[name] = value;
    if ((shown as Json | undefined)?.[name] !== value) {
      frame.changed = true;
    }
  }

  function open(value: Json | unknown[]) {
    const parent = stack.at(-1);
    const isList = Array.isArray(value);
    let kind: Kind;
    if (stack.length >= MAX_DEPTH) kind = "whole";
    else if (!parent || parent.kind === "roots") {
      kind = isList ? "roots" : "root";
    } else {
      kind =
        parent.kind === "root" &&
        parent.name === "value" &&
        isPatch(parent.value)
          ? kindOfPatch(parent.value.path, isList)
          : kindIn(parent.kind, parent.name, parent.value, isList);
      // An object around widgets is none itself.
      if (kind === "root" || kind === "roots") parent.kind = "roots";
    }
    stack.push({
      value,
      kind,
      name: undefined,
      text: undefined,
      shown: undefined,
      changed: true,
    });
    if (kind !== "root") return;
    depth = stack.length - 1;
    root = { value: value as Json, closed: false, part: -1 };
    onOpen(root);
  }

  /** Closes the innermost list or object, and what is open in it. */
  function close(isList: boolean) {
    const last = stack.findLastIndex(
      ({ value }) => Array.isArray(value) === isList,
    );
    if (last < 0) return;
    for (let open = stack.length; open > last; open--) {
      const { kind, value, shown, changed } = stack.pop()!;
      // What showed all of it keeps its identity.
      const closed = shown && !changed ? shown : value;
      add(closed);
      if (kind === "root") finish(closed as Json);
    }
    hasEnded = stack.length === 0;
  }

  function finish(value: Json) {
    root!.value = value;
    root!.closed = true;
    onClose(root!);
  }

  function show(): unknown {
    if (!root || root.closed) return root?.value;
    const patch = isPatch(root.value) ? root.value : undefined;
    const whole = stack.findIndex(({ kind }) => kind === "whole");
    let i = whole < 0 ? stack.length - 1 : whole - 1;
    let inner: unknown;
    const { name = "", kind, value } = stack[i]!;
    if (whole < 0 && (mode === '"' || mode === "'")) {
      const grows =
        patch && i === depth
          ? name === "value" && growsByPatch(patch.path)
          : !Array.isArray(value) && growsIn(kind, name);
      if (grows) inner = isHalf ? text.slice(0, -1) : text;
    }
    const outermost = patch ? depth + 1 : depth;
    for (; i >= outermost; i--) inner = showIn(stack[i]!, inner);
    return inner;
  }
}

/** What a container shows, with what is shown of the value that is open in it. */
function showIn(frame: Frame, inner: unknown): unknown {
  const { kind, value, shown, changed } = frame;
  if (kind === "node" || kind === "root") {
    const { type } = value as Json;
    // The rows of a table are shown one by one.
    if (typeof type !== "string" || type === "Table.Row") return undefined;
  }
  const name = Array.isArray(value) ? value.length : (frame.name ?? "");
  const before = shown as Json | undefined;
  if (!before || changed || (inner !== undefined && before[name] !== inner)) {
    const copy = Array.isArray(value) ? [...value] : { ...value };
    if (inner !== undefined) (copy as Json)[name] = inner;
    frame.shown = copy;
    frame.changed = false;
  }
  return frame.shown;
}

/** Where `pattern` matches next, or the length of `source`. */
export function indexOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.index ?? source.length;
}

/** A scalar of JSON; `undefined` if it is none. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
