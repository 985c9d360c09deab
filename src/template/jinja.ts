import { Environment, Interpreter, parse, tokenize } from "@huggingface/jinja";

/**
 * The template could not be parsed, used a name that is not there, or failed
 * while it ran; `offset` is the place in its text, where that is known.
 */
export class JinjaError extends Error {
  constructor(
    readonly kind: "syntax" | "undefined" | "runtime",
    message: string,
    readonly offset?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What is used of the engine's own types, which do not reach through its package. */
interface Node {
  type: string;
  [part: string]: unknown;
}

interface Value {
  type: string;
  value: unknown;
}

interface Scope {
  set(name: string, value: unknown): Value;
}

const Scope = Environment as unknown as new () => Scope;

const Engine = Interpreter as unknown as new (scope: Scope) => {
  run(program: Node): Value;
  evaluate(node: Node | undefined, scope: Scope): Value;
};

/** A template that is ready to be rendered. */
export interface Template {
  source: string;
  program: Node;
}

/** @throws {JinjaError} of kind `syntax`, with the place */
export function parseTemplate(source: string): Template {
  let tokens: { value: string; type: string }[] = [];
  // The engine tells no place when it fails: the furthest token it read is where.
  let furthest = 0;
  try {
    // As on the server, white space around blocks stays: JSON does not mind it.
    tokens = tokenize(source) as typeof tokens;
    const watched = new Proxy(tokens, {
      get(list, index) {
        if (typeof index === "string" && /^\d+$/.test(index)) {
          furthest = Math.max(furthest, Math.min(+index, list.length - 1));
        }
        return Reflect.get(list, index) as unknown;
      },
    });
    return { source, program: parse(watched) };
  } catch (cause) {
    let offset = 0;
    for (const { value } of tokens.slice(0, furthest + 1)) {
      const at = source.indexOf(value, offset);
      if (at >= 0)
        offset = at + (value === tokens[furthest]?.value ? 0 : value.length);
    }
    // Past its last token the engine trips over itself.
    const message =
      cause instanceof TypeError
        ? "The template ends in the middle of a block or an expression."
        : messageOf(cause);
    throw new JinjaError("syntax", message, offset, { cause });
  }
}

/** The longest list that `range()` makes. */
const MAX_RANGE = 100_000;

/** Evaluations that one rendering may take: a thousand rows of a hundred each are fine. */
const MAX_WORK = 200_000;

/** Characters and items that one value may hold. */
const MAX_SIZE = 4_000_000;

/**
 * What the template prints. As under Jinja's StrictUndefined, a name that is
 * not there may be tested with `is defined` and given a `default`; any other use
 * of it is an error.
 */
export function renderTemplate(
  { program, source }: Template,
  data: Readonly<Record<string, unknown>>,
): string {
  const scope = new Scope();
  for (const [name, value] of Object.entries({
    ...CONSTANTS,
    range,
    ...data,
  })) {
    scope.set(name, value);
  }
  return new Strict(scope, source).run(program).value as string;
}

const CONSTANTS = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
};

function range(first: number, second?: number, step = 1): number[] {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (!(length <= MAX_RANGE)) {
    throw new JinjaError(
      "runtime",
      `range() takes whole numbers and makes at most ${MAX_RANGE} of them.`,
    );
  }
  return Array.from({ length }, (_, i) => start + i * step);
}

/** The engine comes back to `evaluate` for every part: the one place to add to. */
class Strict extends Engine {
  private work = 0;
  private readonly sizes = new WeakMap<Value, number>();
  private readonly mayBeUndefined = new WeakSet<Node>();

  constructor(
    scope: Scope,
    private readonly source: string,
  ) {
    super(scope);
  }

  override run(program: Node): Value {
    try {
      return super.run(program);
    } catch (cause) {
      if (cause instanceof JinjaError) throw cause;
      const message =
        cause instanceof RangeError
          ? "The template calls itself without end, or makes too long a text."
          : messageOf(cause);
      throw new JinjaError("runtime", message, undefined, { cause });
    }
  }

  override evaluate(node: Node | undefined, scope: Scope): Value {
    if (!node) return super.evaluate(node, scope);
    const tested = testedPart(node);
    if (tested) this.mayBeUndefined.add(tested);
    const value = this.append(node, scope) ?? super.evaluate(node, scope);
    this.count(value);
    if (
      value.type === "UndefinedValue" &&
      NAMES.has(node.type) &&
      !this.mayBeUndefined.has(node)
    ) {
      const name = nameOf(node);
      throw new JinjaError(
        "undefined",
        name === undefined
          ? 'An "if" without "else" has no value.'
          : `"${name}" is undefined.`,
        name === undefined ? undefined : placeOf(name, this.source),
      );
    }
    return value;
  }

  /** A list's `append`, which the engine lacks. */
  private append(node: Node, scope: Scope): Value | undefined {
    const callee = node["callee"] as Node | undefined;
    if (
      node.type !== "CallExpression" ||
      callee?.type !== "MemberExpression" ||
      (callee["property"] as Node)["value"] !== "append"
    ) {
      return undefined;
    }
    const list = this.evaluate(callee["object"] as Node, scope);
    if (list.type !== "ArrayValue") return undefined;
    const [item] = node["args"] as Node[];
    (list.value as Value[]).push(this.evaluate(item, scope));
    this.sizes.delete(list);
    return new Scope().set("", null);
  }

  /** A template that does not end, or grows without end, is stopped. */
  private count(value: Value) {
    this.work += 1;
    if (typeof value.value === "string") this.work += value.value.length / 1000;
    if (this.work > MAX_WORK || this.sizeOf(value) > MAX_SIZE) {
      throw new JinjaError(
        "runtime",
        "The template takes too many steps or makes too much.",
      );
    }
  }

  /** Characters and items of a value, each part as often as it stands in it. */
  private sizeOf(value: Value): number {
    const content = value.value;
    if (typeof content === "string") return content.length;
    if (!Array.isArray(content) && !(content instanceof Map)) return 1;
    let size = this.sizes.get(value);
    if (size === undefined) {
      this.sizes.set(value, 1);
      size = 1;
      for (const part of content.values() as Iterable<Value>) {
        size += this.sizeOf(part);
      }
      this.sizes.set(value, size);
    }
    return size;
  }
}

const NAMES = new Set(["Identifier", "MemberExpression", "SelectExpression"]);

/** What `is defined`, `is undefined` and `default` may be asked about. */
function testedPart(node: Node): Node | undefined {
  const { type, test, filter } = node as {
    type: string;
    test?: Node;
    filter?: Node;
  };
  const name =
    type === "TestExpression"
      ? test?.["value"]
      : type === "FilterExpression"
        ? ((filter?.["callee"] as Node | undefined) ?? filter)?.["value"]
        : undefined;
  return name === "defined" || name === "undefined" || name === "default"
    ? (node["operand"] as Node)
    : undefined;
}

/** A name as it is written: `item.name`. */
function nameOf({ type, value, object, property }: Node): string | undefined {
  if (type === "Identifier") return String(value);
  if (type !== "MemberExpression") return undefined;
  const parent = nameOf(object as Node) ?? "…";
  const { type: kind, value: part } = property as Node;
  return kind === "Identifier"
    ? `${parent}.${String(part)}`
    : kind === "StringLiteral" || kind === "IntegerLiteral"
      ? `${parent}[${JSON.stringify(part)}]`
      : `${parent}[…]`;
}

/** The first use of a name in a template. */
function placeOf(name: string, source: string): number | undefined {
  const words = name
    .split(/\W+/)
    .filter(Boolean)
    .map((word) => `\\b${word}\\b`);
  const use = new RegExp(words.join("[\\s.[\\]'\"(]*"));
  for (const { index, 0: block } of source.matchAll(/\{[{%][^]*?[%}]\}/g)) {
    const at = block.search(use);
    if (at >= 0) return index + at;
  }
  return undefined;
}

function messageOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
