/** `-`, `*`, `+`, `1.` or `1)`, and what follows. */
const MARKER = /^([-+*]|(\d{1,9})([.)]))(?:([ \t]+)([^]*))?$/;
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[^]*)$/;
/** HTML that goes on over blank lines: comments, scripts, declarations. */
const LONG_HTML = /^<(?:[!?]|(?:pre|script|style|textarea)(?:[\s>]|$))/i;
const FENCE_WITHIN = /^(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)*(?:`{3}|~{3})/;
const LONG_HTML_WITHIN = /<(?:[!?]|pre|script|style|textarea)/i;
const HTML = /^<[a-z/]/i;

interface List {
  /** The bullet, or what stands after the number. */
  kind: string;
  /** The column from which on a line belongs to the item. */
  offset: number;
  /** Nothing stands beside the marker. */
  empty: boolean;
  /** Whether it is still open depends on more than is looked at here. */
  unsure: boolean;
  /** Code in the item has begun and not ended. */
  code: boolean;
}

/**
 * Cuts Markdown between top-level blocks, so that a growing text draws only its
 * last piece anew. Joined, the pieces are the source; drawn one by one, they
 * look as the source does. Where that takes a real parser, nothing is cut:
 * definitions of links and footnotes (they reach everywhere), lists (one blank
 * line makes all their items loose), and a few mixtures that nobody writes.
 */
export function markdownBlocks(source: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  /** Where the last line with a text ends. */
  let end = 0;
  let afterBlank = false;
  let empty = true;
  /** From here on the scan is lost: one piece to the end. */
  let lost = false;
  let inHtml = false;
  let inCode = false;
  let fence: string | undefined;
  let list: List | undefined;

  for (const { index, 0: line } of source.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    // An end of line of its own is a blank line, unless it ends one.
    if (line[0] === "\n" || line[0] === "\r") {
      const before = source[index - 1];
      if (before === undefined || before === "\n" || before === "\r") onBlank();
      else if (!afterBlank) end = index + line.length;
      continue;
    }
    if ((fence === undefined || lost) && line.includes("]:")) return [source];
    if (fence !== undefined) {
      const close = /^[ \t]*(`+|~+)[ \t]*$/.exec(line)?.[1];
      if (close?.startsWith(fence) && indentOf(line) < 4) fence = undefined;
      continue;
    }
    const text = line.replace(/^[ \t]+/, "");
    if (text === "") onBlank();
    else onText(index, text, indentOf(line));
  }
  if (start < source.length) blocks.push(source.slice(start));
  return blocks;

  function onBlank() {
    if (fence !== undefined) return;
    afterBlank = true;
    inHtml = false;
    // An item may begin with one blank line, not with two.
    if (list?.empty) list.unsure = true;
  }

  function onText(index: number, text: string, indent: number) {
    const rule = indent < 4 && RULE.test(text);
    const marker = indent < 4 && !rule ? MARKER.exec(text) : null;
    // Indented code keeps the parser from some lists, as a paragraph does.
    const blank = afterBlank && !(marker && inCode);
    afterBlank = false;
    inCode = indent > 3;
    const opening = indent < 4 ? FENCE.exec(text) : null;

    // How its last lines look then depends on what follows.
    if (list?.code && indent === 0) lost = true;
    const cut = blank && !empty && !lost && indent === 0;
    // A byte order mark is only dropped where a text begins.
    if (cut && !(list && marker) && text[0] !== "\uFEFF") {
      // Blank lines go to what follows: at an end they may be code, here never.
      blocks.push(source.slice(start, end));
      start = end;
      list = undefined;
    }
    empty = false;

    if (list && indent > 0 && (list.unsure || indent >= list.offset)) {
      if ((list.unsure && opening) || LONG_HTML_WITHIN.test(text)) lost = true;
      if (FENCE_WITHIN.test(text)) list.code = !list.code;
      list.empty = false;
      return;
    }
    if (inHtml && (opening || marker || LONG_HTML.test(text))) lost = true;
    if (rule) {
      list = undefined;
    } else if (opening) {
      list = undefined;
      fence = opening[1] ?? opening[2]!;
    } else if (indent < 4 && LONG_HTML.test(text)) {
      lost = true;
    } else if (marker) {
      if (LONG_HTML_WITHIN.test(text)) lost = true;
      list = openList(marker, indent, blank, list);
    } else {
      if (indent < 4 && HTML.test(text)) inHtml = true;
      // Beside an open paragraph it may belong to it, though not indented.
      if (blank) list = undefined;
      else if (list) list.unsure = true;
    }
  }
}

function openList(
  [, bullet, number, delimiter, space, content = ""]: RegExpExecArray,
  indent: number,
  blank: boolean,
  open: List | undefined,
): List {
  const kind = delimiter ?? bullet!;
  const after = indent + bullet!.length;
  const empty = content === "";
  const gap = space === undefined ? 0 : indentOf(space, after);
  // Within a paragraph only some markers begin a list.
  const certain =
    blank ||
    open?.kind === kind ||
    (!empty && (number === undefined || +number === 1));
  return {
    kind,
    offset: after + (empty || gap > 4 ? 1 : gap),
    empty,
    unsure: !certain || (!blank && open?.unsure === true),
    code: FENCE_WITHIN.test(content),
  };
}

/** How many columns of blanks a line begins with; a tab reaches the next fourth. */
function indentOf(line: string, from = 0): number {
  let column = from;
  for (const char of line) {
    if (char === " ") column++;
    else if (char === "\t") column += 4 - (column % 4);
    else break;
  }
  return column - from;
}

/**
 * The same for a text that grows: what stands before its last blocks is not
 * looked at again, and keeps its identity.
 */
export function createBlocks(): (source: string) => readonly string[] {
  let last = "";
  let blocks: readonly string[] = [];
  return (source) => {
    if (source === last) return blocks;
    // The first line of the last block may have been half there, so where that
    // block begins is found once more.
    const kept = source.startsWith(last) ? blocks.slice(0, -2) : [];
    const rest = kept.length > 0 ? source.slice(lengthOf(kept)) : source;
    // A definition reaches back to everything before it.
    blocks = rest.includes("]:")
      ? markdownBlocks(source)
      : [...kept, ...markdownBlocks(rest)];
    last = source;
    return blocks;
  };
}

function lengthOf(blocks: readonly string[]): number {
  let length = 0;
  for (const block of blocks) length += block.length;
  return length;
}
