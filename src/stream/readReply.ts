import { createJsonReader, indexOf, type Root } from "./readJson.js";

/** What a reply consists of. */
interface Handlers {
  /** Called with text around the JSON, piece by piece. */
  onText: (text: string) => void;
  onOpen: (root: Root) => void;
  /** Returns whether the object is a widget or a patch, and not text. */
  onClose: (root: Root) => boolean;
}

/** Where JSON may begin, or a fence. */
const MARK = /[`~{[]/g;

/** An object, or a list of objects, whose first name is in quotes; or as much of it as has come. */
const JSON_START = /(?:\[\s{0,99})?(?:\{\s{0,99}(?:(["'/])|$)|$)/y;

/** A line that begins a fence, and what follows it. */
const FENCE = /(`{3,}|~{3,})([^\n`]*)\n\s{0,99}(\S?)/y;
const FENCE_CUT = /(?:`{1,99}|~{1,99})[^\n`]{0,99}$/y;

const JSON_LANGUAGE = /^\s*(?:[\w-]*json[\w-]*|widget)?\s*$/i;

/** What a model may leave behind a widget: a comma to the next one, a bracket too many. */
const LEFTOVER = /[\s,;}\]]+/y;

/** JSON that is cut before its `type` is no text for users. */
const LOOKS_LIKE_WIDGET = /["'](?:type|op|widget)/;

/**
 * Creates a reader of the reply of a model: prose, and JSON in a fence or without one.
 * Each character is read once.
 */
export function createReplyReader({ onText, onOpen, onClose }: Handlers) {
  /** What cannot be read before more has come. */
  let held = "";
  let json: ReturnType<typeof createJsonReader> | undefined;
  /** The marks of the fence around. */
  let fence = "";
  /** Whether what is in the fence is JSON, or code that is text. */
  let isJsonFence = false;
  /** What is text if no widget is found in it. */
  let raw = "";
  let isFound = false;
  /** Whether the line has only spaces so far. */
  let isBlank = true;
  /** The last character of the text. */
  let before = "";
  let isAfterJson = false;

  return {
    push(chunk: string) {
      let source = held + chunk;
      held = "";
      // Half of a surrogate pair waits for the other half.
      const half = /[\ud800-\udbff]$/.exec(source)?.[0] ?? "";
      if (half) source = source.slice(0, -1);
      let at = 0;
      while (at < source.length) {
        const reading = json;
        const next = step(source, at);
        // What follows depends on the next chunk.
        if (next === at && json === reading) break;
        at = next;
      }
      held = source.slice(at) + half;
    },
    end() {
      if (json) {
        json.cut();
        if (!isFound && !LOOKS_LIKE_WIDGET.test(raw)) onText(raw);
      } else if (!isJsonFence && !/^(`{3}|~{3})/.test(held)) onText(held);
    },
    show: () => json?.show(),
  };

  function step(source: string, at: number): number {
    if (json) return readJson(source, at);
    return isJsonFence ? readFence(source, at) : readProse(source, at);
  }

  function readJson(source: string, at: number): number {
    const end = json!.read(source, at);
    if (!isFound) raw += source.slice(at, end);
    if (json!.ended()) {
      json = undefined;
      if (isFound) isAfterJson = !isJsonFence;
      else {
        // The rest of the fence is code as well.
        isJsonFence = false;
        text(raw);
      }
      raw = "";
    }
    return end;
  }

  function begin(at: number): number {
    isFound = isJsonFence && raw === "";
    json = createJsonReader(onOpen, (root) => {
      const isPart = onClose(root);
      isFound ||= isPart;
    });
    return at;
  }

  /** Between the objects of a fence, what is neither JSON nor the end is left out. */
  function readFence(source: string, at: number): number {
    const mark = indexOf(MARK, source, at);
    if (raw !== "") raw += source.slice(at, mark);
    const char = source[mark];
    if (char === undefined) return mark;
    if (char === "{" || char === "[") return begin(mark);
    if (mark > at) return mark;
    const end = endOfFence(source, at);
    if (end <= at) return end < 0 ? at + 1 : at;
    if (raw !== "") text(raw + source.slice(at, end));
    raw = fence = "";
    isJsonFence = false;
    return end;
  }

  /** Where the fence has ended; `at`: the next chunk says it; -1: it goes on. */
  function endOfFence(source: string, at: number): number {
    const end = at + fence.length;
    if (source.startsWith(fence, at)) return end;
    const isCut = end > source.length && fence.startsWith(source.slice(at));
    return isCut ? at : -1;
  }

  function readProse(source: string, at: number): number {
    if (isAfterJson) {
      LEFTOVER.lastIndex = at;
      const leftover = LEFTOVER.exec(source)?.[0] ?? "";
      if (leftover.includes("\n")) isBlank = true;
      at += leftover.length;
      if (at === source.length) return at;
      isAfterJson = false;
    }
    const mark = indexOf(MARK, source, at);
    if (mark > at) {
      text(source.slice(at, mark));
      return mark;
    }
    const char = source[at];
    const isBracket = char === "{" || char === "[";
    if (!isBracket) {
      if (isBlank) {
        const found = readFenceMarks(source, at);
        if (found >= 0) return found;
      }
    } else if (fence === "" && !/[`"']/.test(before)) {
      JSON_START.lastIndex = at;
      const start = JSON_START.exec(source);
      if (start?.[1]) return begin(at);
      if (start) return at;
    }
    text(char!);
    return at + 1;
  }

  /** Reads a line that begins or ends a fence; -1: it does neither. */
  function readFenceMarks(source: string, at: number): number {
    if (fence !== "") {
      const end = endOfFence(source, at);
      if (end <= at) return end;
      text(fence);
      fence = "";
      return end;
    }
    FENCE.lastIndex = at;
    const line = FENCE.exec(source);
    if (!line) {
      FENCE_CUT.lastIndex = at;
      return FENCE_CUT.test(source) ? at : -1;
    }
    const [all, marks = "", language = "", first] = line;
    const isJson = JSON_LANGUAGE.test(language);
    if (isJson && !first && FENCE.lastIndex === source.length) return at;
    const opening = first ? all.slice(0, -1) : all;
    fence = marks;
    if (isJson && (first === "{" || first === "[" || first === "/")) {
      isJsonFence = true;
      raw = opening;
    } else text(opening);
    return at + opening.length;
  }

  function text(piece: string) {
    const line = piece.lastIndexOf("\n") + 1;
    isBlank = (isBlank || line > 0) && !/\S/.test(piece.slice(line));
    before = piece.at(-1) ?? "";
    onText(piece);
  }
}
