import { parse, tokenize } from "@huggingface/jinja";
import { type Node, describe } from "./nodes.js";
import { JinjaError } from "./values.js";

/** As the tokenizer makes it; its types do not reach through its package. */
interface Token {
  type: string;
  value: string;
}

interface Located {
  token: Token;
  offset: number;
}

/**
 * A template's source as a tree whose names know their place in it.
 * @throws {JinjaError} of kind "syntax", with the place
 */
export function parseTemplate(source: string): Node {
  const tokens = withTestArguments(locate(tokensOf(source), source));
  checkBlocks(tokens);
  hidePlaces(tokens);
  // The parser tells no place when it fails: the furthest token that it read is where.
  let furthest = 0;
  const watched = new Proxy(
    tokens.map(({ token }) => token),
    {
      get(target, property) {
        furthest = Math.max(furthest, Number(property.toString()) || 0);
        return Reflect.get(target, property) as unknown;
      },
    },
  );
  let program: Node;
  try {
    program = parse(watched as ReturnType<typeof tokenize>) as unknown as Node;
  } catch (cause) {
    const at = tokens[furthest];
    const message = explain(cause, at?.token);
    throw new JinjaError("syntax", message, at?.offset ?? source.length, {
      cause,
    });
  }
  finish(program);
  return program;
}

const TAG = /\{\{[^]*?\}\}|\{%[^]*?%\}|\{#[^]*?#\}|\{[{%#]/g;

/** The tokenizer tells no place either: the first tag that fails alone is where. */
function tokensOf(source: string): Token[] {
  try {
    return tokenize(source) as Token[];
  } catch (cause) {
    for (const tag of source.matchAll(TAG)) {
      if (tag[0].length === 2) {
        const message = `"${tag[0]}" opens a tag that is not closed.`;
        throw new JinjaError("syntax", message, tag.index, { cause });
      }
      try {
        tokenize(tag[0]);
      } catch (inTag) {
        throw new JinjaError("syntax", `${messageOf(inTag)}.`, tag.index, {
          cause,
        });
      }
    }
    throw new JinjaError("syntax", `${messageOf(cause)}.`, undefined, {
      cause,
    });
  }
}

const QUOTED = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;

/** Between two tokens there is only white space and the "-" that trims it, so each is found from the end of the last. */
function locate(tokens: Token[], source: string): Located[] {
  let at = 0;
  return tokens.map((token) => {
    let offset = at;
    if (token.type === "Comment") {
      offset = source.indexOf("{#", at);
      at = source.indexOf("#}", offset) + 2;
    } else if (token.type === "StringLiteral") {
      QUOTED.lastIndex = at;
      offset = QUOTED.exec(source)?.index ?? at;
      at = Math.max(QUOTED.lastIndex, at);
    } else {
      offset = Math.max(source.indexOf(token.value, at), at);
      at = offset + token.value.length;
    }
    return { token, offset };
  });
}

/**
 * The parser knows no arguments of tests. As filters they have the same place in the grammar, so `x is divisibleby(3)`
 * becomes a filter named "is divisibleby".
 */
function withTestArguments(tokens: Located[]): Located[] {
  const result: Located[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const here = tokens[i]!;
    const negated = isName(tokens[i + 1], "not");
    const name = tokens[i + (negated ? 2 : 1)];
    const next = tokens[i + (negated ? 3 : 2)];
    const bare =
      next?.token.type === "NumericLiteral" ||
      next?.token.type === "StringLiteral";
    if (
      !isName(here, "is") ||
      name?.token.type !== "Identifier" ||
      (!bare && next?.token.type !== "OpenParen")
    ) {
      result.push(here);
      continue;
    }
    const value = `${negated ? "is not" : "is"} ${name.token.value}`;
    result.push(
      { token: { type: "Pipe", value: "|" }, offset: here.offset },
      { token: { type: "Identifier", value }, offset: name.offset },
    );
    if (bare) {
      result.push(
        { token: { type: "OpenParen", value: "(" }, offset: next.offset },
        next,
        { token: { type: "CloseParen", value: ")" }, offset: next.offset },
      );
    }
    i += (negated ? 2 : 1) + (bare ? 1 : 0);
  }
  return result;
}

function isName(located: Located | undefined, name: string): boolean {
  return located?.token.type === "Identifier" && located.token.value === name;
}

const BLOCKS = ["if", "for", "set", "macro", "call", "filter"];

/** Every block is closed by its own tag, and there is no other tag. */
function checkBlocks(tokens: Located[]): void {
  const open: { name: string; offset: number }[] = [];
  tokens.forEach(({ token, offset }, i) => {
    if (tokens[i - 1]?.token.type !== "OpenStatement") return;
    if (token.type !== "Identifier") return;
    const name = token.value;
    const block = open.at(-1);
    if (BLOCKS.includes(name)) {
      if (name !== "set" || isSetBlock(tokens, i)) open.push({ name, offset });
      return;
    }
    const closes = name === "elif" ? "if" : name.replace(/^end/, "");
    if (!BLOCKS.includes(closes) && name !== "else") {
      throw new JinjaError(
        "syntax",
        `There is no tag "${name}". The tags are ${BLOCKS.join(", ")}.`,
        offset,
      );
    }
    const fits =
      name === "else"
        ? block?.name === "if" || block?.name === "for"
        : block?.name === closes;
    if (!block || !fits) {
      throw new JinjaError(
        "syntax",
        `"${name}" has no block of its kind to stand in${block ? `: the open block is "${block.name}", which ends with {% end${block.name} %}` : ""}.`,
        offset,
      );
    }
    if (name.startsWith("end")) open.pop();
  });
  const left = open.at(-1);
  if (left) {
    throw new JinjaError(
      "syntax",
      `The block "${left.name}" is never closed. Add {% end${left.name} %}.`,
      left.offset,
    );
  }
}

/** `{% set x %}…{% endset %}`, other than `{% set x = … %}`. */
function isSetBlock(tokens: Located[], start: number): boolean {
  for (let i = start; i < tokens.length; i++) {
    const { type } = tokens[i]!.token;
    if (type === "Equals") return false;
    if (type === "CloseStatement") return true;
  }
  return true;
}

const KEYWORDS = ["in", "not", "and", "or", "is", "if", "else"];
const SEPARATOR = "\0";

/** The parser copies the text of a name and drops the rest of the token, so the place travels in the text. */
function hidePlaces(tokens: Located[]): void {
  tokens.forEach(({ token, offset }, i) => {
    if (
      token.type === "Identifier" &&
      !KEYWORDS.includes(token.value) &&
      tokens[i - 1]?.token.type !== "OpenStatement"
    ) {
      token.value += SEPARATOR + offset;
    }
  });
}

/** Takes the places out of the names again, gives each node that of its first name, and prepares it. */
function finish(part: unknown): number | undefined {
  if (typeof part !== "object" || part === null) return undefined;
  if (Array.isArray(part) || part instanceof Map) {
    return earliest([...part].map(finish));
  }
  const node = part as Node;
  if (node.type === "Identifier") {
    const [name = "", offset] = node.value.split(SEPARATOR);
    node.value = name;
    node.offset = offset === undefined ? undefined : Number(offset);
  } else {
    node.offset = earliest(Object.values(node).map(finish));
    prepare(node);
  }
  return node.offset;
}

function earliest(offsets: (number | undefined)[]): number | undefined {
  return offsets.reduce(
    (first, offset) =>
      first === undefined || (offset !== undefined && offset < first)
        ? offset
        : first,
    undefined,
  );
}

const PRINTED_AS_THEY_ARE = [
  "If",
  "For",
  "Set",
  "Macro",
  "CallStatement",
  "FilterStatement",
  "Comment",
  "StringLiteral",
];

/** Makes a node of each thing that the engine does between two nodes, for the interpreter to see it. */
function prepare(node: Node): void {
  const { body = [], alternate = [], defaultBlock = [] } = node as Blocks;
  for (const block of [body, alternate, defaultBlock]) {
    block.forEach((child, i) => {
      if (PRINTED_AS_THEY_ARE.includes(child.type)) return;
      block[i] = { type: "Output", value: child, offset: child.offset };
    });
  }
  if (node.type === "For") {
    const { loopvar } = node;
    const names = loopvar.type === "TupleLiteral" ? loopvar.value : [loopvar];
    const keep = ["loop", "namespace", ...names.map(describe)];
    body.unshift({ type: "Fresh", keep });
  }
  if (node.type === "Set") {
    node.body = [{ type: "Program", body, inner: true }];
  }
}

type Blocks = { body?: Node[]; alternate?: Node[]; defaultBlock?: Node[] };

function explain(cause: unknown, token: Token | undefined): string {
  const found = token
    ? `"${token.value.split(SEPARATOR)[0]}"`
    : "the end of the template";
  const expected = /^Parser Error: Expected (.+?)\. /.exec(
    messageOf(cause),
  )?.[1];
  if (expected !== undefined) {
    const closing = expected
      .replace("closing statement token", '"%}"')
      .replace("closing expression token", '"}}"');
    return `Expected ${closing}, found ${found}.`;
  }
  return cause instanceof SyntaxError && !cause.message.startsWith("Unexpected")
    ? `${cause.message}, found ${found}.`
    : `Unexpected ${found}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
