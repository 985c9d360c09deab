/** The marker of a list item, `-`, `*`, `+`, `1.` or `1)`, and what follows it. */
const MARKER = /^([-+*]|(\d{1,9})([.)]))(?:([ \t]+)([^]*))?$/;
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[^]*)$/;
/** HTML that does not end at a blank line: comments, scripts, declarations. */
const LONG_HTML = /^<(?:[!?]|(?:pre|script|style|textarea)(?:[\s>]|$))/i;
const FENCE_WITHIN = /^(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)*(?:`{3}|~{3})/;
const LONG_HTML_WITHIN = /<(?:[!?]|pre|script|style|textarea)/i;
const HTML = /^<[a-z/]/i;

interface List {
  /** The bullet, or what follows the number. */
  kind: string;
  /** The column from which a line belongs to the item. */
  offset: number;
  /** Whether nothing follows the marker on its line. */
  empty: boolean;
  /** Whether the list is still open cannot be known here: it depends on more than the scan reads. */
  unsure: boolean;
  /** Whether a block of code in the item has begun and not ended. */
  code: boolean;
}

/**
 * Cuts Markdown between top-level blocks, so that only the last piece of a growing
 * text is rendered again. Joined, the pieces are the source; rendered one by one, they
 * look as the source does. Where only a real parser could know, nothing is cut:
 * definitions of links and footnotes (the whole text may use them), lists (one blank
 * line makes all their items loose), and a few mixtures that nobody writes.
 */
export function markdownBlocks(source: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  /** The end of the last line that has a text. */
  let end = 0;
  let afterBlank = false;
  let empty = true;
  /** Whether the scan has given up: the rest of the source is one piece. */
  let gaveUp = false;
  let inHtml = false;
  let inCode = false;
  let fence: string | undefined;
  let list: List | undefined;

  for (const { index, 0: line } of source.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    // An end of line is a blank line, unless it ends a line with a text.
    if (line[0] === "\n" || line[0] === "\r") {
      const before = source[index - 1];
      if (before === undefined || before === "\n" || before === "\r") onBlank();
      else if (!afterBlank) end = index + line.length;
      continue;
    }
    if ((fence === undefined || gaveUp) && line.includes("]:")) return [source];
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
    // After indented code, as after a paragraph, some markers begin no list.
    const blank = afterBlank && !(marker && inCode);
    afterBlank = false;
    inCode = indent > 3;
    const opening = indent < 4 ? FENCE.exec(text) : null;

    // How the last lines of the item look depends on what follows.
    if (list?.code && indent === 0) gaveUp = true;
    const cut = blank && !empty && !gaveUp && indent === 0;
    // A byte order mark is only dropped where a text begins.
    if (cut && !(list && marker) && text[0] !== "\uFEFF") {
      // Blank lines go to the next piece: at the end of one they may be code, at its
      // start they never are.
      blocks.push(source.slice(start, end));
      start = end;
      list = undefined;
    }
    empty = false;

    if (list && indent > 0 && (list.unsure || indent >= list.offset)) {
      if ((list.unsure && opening) || LONG_HTML_WITHIN.test(text))
        gaveUp = true;
      if (FENCE_WITHIN.test(text)) list.code = !list.code;
      list.empty = false;
      return;
    }
    if (inHtml && (opening || marker || LONG_HTML.test(text))) gaveUp = true;
    if (rule) {
      list = undefined;
    } else if (opening) {
      list = undefined;
      fence = opening[1] ?? opening[2]!;
    } else if (indent < 4 && LONG_HTML.test(text)) {
      gaveUp = true;
    } else if (marker) {
      if (LONG_HTML_WITHIN.test(text)) gaveUp = true;
      list = openList(marker, indent, blank, list);
    } else {
      if (indent < 4 && HTML.test(text)) inHtml = true;
      // Without a blank line before it, it may continue a paragraph of the item.
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
  // In a paragraph only some markers begin a list.
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

/** How many columns of blanks a line begins with; a tab extends to the next multiple of four. */
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
 * Like `markdownBlocks`, for a text that grows: blocks before the last two are kept as
 * they are, so the time for an update does not grow with the text.
 */
export function createBlocks(): (source: string) => readonly string[] {
  let last = "";
  let blocks: readonly string[] = [];
  return (source) => {
    if (source === last) return blocks;
    // The first line of the last block may have been incomplete, so the scan looks
    // again for the start of that block.
    // Faster than `startsWith`, which compares the characters one by one.
    const grows = source.slice(0, last.length) === last;
    const kept = grows ? blocks.slice(0, -2) : [];
    const rest = kept.length > 0 ? source.slice(lengthOf(kept)) : source;
    // A definition changes the text before it as well.
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
