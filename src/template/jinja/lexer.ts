import { JinjaError } from "./error.js";
import { SPACE, trimEnd } from "./python/text.js";

export interface Token {
  /**
   * `data`, `{{`, `}}`, `{%`, `%}`, `name`, `string`, `integer`, `float`, `eof`; the type of an operator is itself, in
   * quotes, so that it differs from a delimiter.
   */
  type: string;
  value: string;
  offset: number;
}

const sticky = (pattern: string, flags = "") =>
  new RegExp(pattern, `y${flags}`);

const RAW = sticky(`\\{%[-+]?${SPACE}*raw${SPACE}*(?:-%\\}${SPACE}*|%\\})`);
const END_RAW = new RegExp(
  `\\{%([-+]?)${SPACE}*endraw${SPACE}*(?:\\+%\\}|-%\\}${SPACE}*|%\\})`,
  "g",
);
const END_COMMENT = new RegExp(`\\+#\\}|-#\\}${SPACE}*|#\\}`, "g");
const END_BLOCK = sticky(`(?:\\+%\\}|-%\\}${SPACE}*|%\\})`);
const END_VARIABLE = sticky(`(?:-\\}\\}${SPACE}*|\\}\\})`);
const BLANK = sticky(`${SPACE}+`);
const DIGITS = "(?:\\d+_)*\\d+";
const FLOAT = sticky(
  `${DIGITS}(?:(?:\\.${DIGITS})?e[+-]?${DIGITS}|\\.${DIGITS})`,
  "i",
);
const INTEGER = sticky(
  "0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\\da-f])+|[1-9](?:_?\\d)*|0(?:_?0)*",
  "i",
);
const NAME = sticky("[\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]+", "u");
const IDENTIFIER = /^[\p{XIDS}_]\p{XIDC}*$/u;
const STRING = sticky(
  `'[^'\\\\]*(?:\\\\[^][^'\\\\]*)*'|"[^"\\\\]*(?:\\\\[^][^"\\\\]*)*"`,
);
const OPERATOR = sticky("\\*\\*|//|==|!=|>=|<=|[-+/*%~[\\](){}<>=.:|,;]");

const CLOSERS: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

/** The tokens of a template, as Jinja2's lexer finds them with its default settings. */
export function tokenize(template: string): Token[] {
  const source = template.replace(/(?:\r\n|\r|\n)$/, "");
  const tokens: Token[] = [];
  let at = 0;
  const add = (type: string, value: string, offset: number) =>
    tokens.push({ type, value, offset });
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(source)?.[0];
    at += match?.length ?? 0;
    return match;
  };
  const data = (text: string, sign: string | undefined, offset: number) => {
    const kept = sign === "-" ? trimEnd(text) : text;
    if (kept) add("data", normalize(kept), offset);
  };

  while (at < source.length) {
    const start = at;
    const tag = /\{[%{#]([-+]?)/g;
    tag.lastIndex = at;
    const found = tag.exec(source);
    at = found?.index ?? source.length;
    data(source.slice(start, at), found?.[1], start);
    if (!found) break;
    const opened = at;
    const kind = found[0].slice(0, 2);
    if (kind === "{#") {
      END_COMMENT.lastIndex = tag.lastIndex;
      if (!END_COMMENT.test(source)) {
        throw syntax('A comment has no end: "#}" is missing.', opened);
      }
      at = END_COMMENT.lastIndex;
    } else if (take(RAW) !== undefined) {
      END_RAW.lastIndex = at;
      const end = END_RAW.exec(source);
      if (!end) throw syntax('"raw" has no "endraw".', opened);
      data(source.slice(at, end.index), end[1], at);
      at = END_RAW.lastIndex;
    } else {
      at = tag.lastIndex;
      add(kind, kind, opened);
      code(
        kind === "{%" ? END_BLOCK : END_VARIABLE,
        kind === "{%" ? "%}" : "}}",
      );
    }
  }
  add("eof", "", source.length);
  return tokens;

  /** Reads the tokens of an expression or a statement, up to its end or the end of the text. */
  function code(end: RegExp, type: string): void {
    const open: string[] = [];
    while (at < source.length) {
      const offset = at;
      if (open.length === 0 && take(end) !== undefined) {
        add(type, type, offset);
        return;
      }
      if (take(BLANK) !== undefined) continue;
      let text = source[at - 1] === "." ? undefined : take(FLOAT);
      if (text !== undefined) add("float", text.replaceAll("_", ""), offset);
      else if ((text = take(INTEGER)) !== undefined) {
        add("integer", text.replaceAll("_", ""), offset);
      } else if ((text = take(NAME)) !== undefined) {
        if (!IDENTIFIER.test(text)) {
          throw syntax(`"${text}" is no name.`, offset);
        }
        add("name", text, offset);
      } else if ((text = take(STRING)) !== undefined) {
        add("string", unescape(normalize(text.slice(1, -1)), offset), offset);
      } else if ((text = take(OPERATOR)) !== undefined) {
        balance(text, open, offset);
        add(`"${text}"`, text, offset);
      } else {
        const character = String.fromCodePoint(source.codePointAt(at)!);
        throw syntax(
          character === "'" || character === '"'
            ? "A text has no closing quote."
            : `The character ${JSON.stringify(character)} is not expected.`,
          offset,
        );
      }
    }
  }
}

function balance(operator: string, open: string[], offset: number): void {
  const closer = CLOSERS[operator];
  if (closer) open.push(closer);
  else if (operator === ")" || operator === "]" || operator === "}") {
    const expected = open.pop();
    if (expected !== operator) {
      throw syntax(
        `"${operator}" is not expected${expected ? `: "${expected}" is` : ""}.`,
        offset,
      );
    }
  }
}

const normalize = (text: string) => text.replace(/\r\n|\r/g, "\n");

const ESCAPES: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The text of a literal. Jinja2 escapes all characters that are not ASCII, and lets Python decode the result. */
function unescape(text: string, offset: number): string {
  if (!text.includes("\\")) return text;
  return text
    .replace(/[^\0-\x7f]/gu, (character) => {
      const code = character.codePointAt(0)!;
      const hex = (digits: number) => code.toString(16).padStart(digits, "0");
      if (code < 0x100) return `\\x${hex(2)}`;
      return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
    })
    .replace(
      /\\(?:(x)([\da-fA-F]{2})|(u)([\da-fA-F]{4})|(U)([\da-fA-F]{8})|([0-7]{1,3})|([^])|$)/g,
      (whole: string, ...groups: (string | undefined)[]) => {
        const hex = groups[1] ?? groups[3] ?? groups[5];
        const octal = groups[6];
        const letter = groups[7];
        const code = hex ? parseInt(hex, 16) : octal && parseInt(octal, 8);
        if (typeof code === "number" && code <= 0x10ffff) {
          return String.fromCodePoint(code);
        }
        if (letter === undefined || "xuUN".includes(letter)) {
          throw syntax(`The escape ${whole} in a text cannot be read.`, offset);
        }
        return ESCAPES[letter] ?? whole;
      },
    );
}

function syntax(message: string, offset: number): JinjaError {
  return new JinjaError("syntax", message, offset);
}
