import type {
  Arguments,
  Expression,
  FilterExpression,
  MacroStatement,
  Parameter,
  Statement,
  Target,
} from "./ast.js";
import { JinjaError } from "./error.js";
import { type Token, tokenize } from "./lexer.js";
import { None } from "./python/values.js";

/** A filter or test that a template names, and its place. */
export interface NamedUse {
  kind: "filter" | "test";
  name: string;
  offset: number;
}

export interface Parsed {
  body: Statement[];
  /** The filters and tests that Jinja2 looks up before it renders; those of a condition are looked up when they run. */
  uses: NamedUse[];
}

const COMPARISONS = new Set(['"=="', '"!="', '"<"', '"<="', '">"', '">="']);
const CONSTANTS = new Map<string, boolean | typeof None>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", None],
  ["None", None],
]);
const OTHER_TAGS = [
  "autoescape",
  "block",
  "extends",
  "from",
  "import",
  "include",
];

/** Parses a template by the grammar of Jinja2 3.1. */
export function parse(template: string): Parsed {
  return new Parser(tokenize(template)).parse();
}

class Parser {
  private at = 0;
  private uses: NamedUse[] = [];
  private readonly settled: NamedUse[] = [];
  private readonly loads: string[] = [];
  private readonly open: string[] = [];
  /** Where a statement stores to `loop`, which a loop around it does not allow. */
  private loopStore: number | undefined;

  constructor(private readonly tokens: Token[]) {}

  parse(): Parsed {
    const body = this.statements([]);
    return { body, uses: [...this.settled, ...this.uses] };
  }

  private get current(): Token {
    return this.tokens[this.at]!;
  }

  private get following(): Token {
    return this.tokens[Math.min(this.at + 1, this.tokens.length - 1)]!;
  }

  private next(): Token {
    const token = this.current;
    if (token.type !== "eof") this.at++;
    return token;
  }

  private is(type: string): boolean {
    return this.current.type === type;
  }

  private isName(...names: string[]): boolean {
    return this.is("name") && names.includes(this.current.value);
  }

  private skip(type: string): boolean {
    const found = this.is(type);
    if (found) this.next();
    return found;
  }

  private skipName(name: string): boolean {
    const found = this.isName(name);
    if (found) this.next();
    return found;
  }

  private expect(type: string): Token {
    if (!this.is(type)) this.unexpected(type);
    return this.next();
  }

  private expectName(name: string): void {
    if (!this.skipName(name)) this.unexpected(`"${name}"`);
  }

  private unexpected(wanted?: string): never {
    const { type, value } = this.current;
    const found = type === "eof" ? "the end of the template" : `"${value}"`;
    this.fail(
      wanted
        ? `${sentence(describe(wanted))} is expected, not ${found}.`
        : `${sentence(found)} is not expected.`,
    );
  }

  private fail(message: string, offset = this.current.offset): never {
    throw new JinjaError("syntax", message, offset);
  }

  /** Statements up to one of the tags, whose name is the current token then. */
  private statements(ends: string[]): Statement[] {
    const body: Statement[] = [];
    while (true) {
      const { type, value, offset } = this.next();
      if (type === "data") body.push({ type: "text", text: value, offset });
      else if (type === "{{") {
        body.push({ type: "output", value: this.tuple(), offset });
        this.expect("}}");
      } else if (type === "{%") {
        if (this.isName(...ends)) return body;
        body.push(...this.statement());
        this.expect("%}");
      } else if (ends.length > 0) {
        this.fail(
          `The template ends, and "${this.open.at(-1)}" is not closed: ${ends.map((end) => `"${end}"`).join(" or ")} is missing.`,
        );
      } else return body;
    }
  }

  /** The body of a tag; the tag that ends it is consumed up to its name. */
  private block(...ends: string[]): Statement[] {
    this.skip('":"');
    this.expect("%}");
    return this.statements(ends);
  }

  /** The body of a tag that has a scope, where unknown filters and tests are errors also within a condition. */
  private scope<T>(parse: () => T): T {
    const outer = this.uses;
    this.uses = [];
    const result = parse();
    this.settled.push(...this.uses);
    this.uses = outer;
    return result;
  }

  private scopedBlock(end: string): Statement[] {
    return this.scope(() => {
      const body = this.block(end);
      this.next();
      return body;
    });
  }

  private statement(): Statement[] {
    const { value: tag, offset, type } = this.next();
    if (type !== "name") this.fail("The name of a tag is expected.", offset);
    this.open.push(tag);
    const statements = this.tag(tag, offset);
    this.open.pop();
    return statements;
  }

  private tag(tag: string, offset: number): Statement[] {
    switch (tag) {
      case "for":
        return [this.for(offset)];
      case "if":
        return [this.if(offset)];
      case "set":
        return [this.set(offset)];
      case "with":
        return [this.with(offset)];
      case "macro": {
        const name = this.expect("name").value;
        return [this.macro(name, this.parameters(), offset, "endmacro")];
      }
      case "call":
        return [this.callBlock(offset)];
      case "filter": {
        const filter = this.filters(this.filter(undefined));
        return [
          {
            type: "filter-block",
            filter,
            body: this.scopedBlock("endfilter"),
            offset,
          },
        ];
      }
      case "print": {
        const values: Expression[] = [];
        while (!this.is("%}")) {
          if (values.length > 0) this.expect('","');
          values.push(this.expression());
        }
        return values.map((value) => ({ type: "output", value, offset }));
      }
      default:
        return this.fail(
          OTHER_TAGS.includes(tag)
            ? `The tag "${tag}" is not supported here, although Jinja2 has it.`
            : `The tag "${tag}" is not known${this.open.length > 1 ? ` or not expected in "${this.open.at(-2)}"` : ""}.`,
          offset,
        );
    }
  }

  private for(offset: number): Statement {
    const outerStore = this.loopStore;
    this.loopStore = undefined;
    const target = this.target(["in"]);
    this.expectName("in");
    const of = this.tuple(false, ["recursive"]);
    const [test, recursive, body, otherwise] = this.scope(() => {
      const test = this.skipName("if") ? this.expression() : undefined;
      const recursive = this.skipName("recursive");
      const body = this.block("endfor", "else");
      let otherwise: Statement[] = [];
      if (this.next().value === "else") {
        otherwise = this.block("endfor");
        this.next();
      }
      return [test, recursive, body, otherwise] as const;
    });
    if (this.loopStore !== undefined) {
      this.fail('In a loop, "loop" cannot be assigned to.', this.loopStore);
    }
    this.loopStore = outerStore;
    return {
      type: "for",
      target,
      of,
      test,
      recursive,
      body,
      otherwise,
      offset,
    };
  }

  private if(offset: number): Statement {
    const used = this.uses.length;
    const branches: { test: Expression; body: Statement[] }[] = [];
    let otherwise: Statement[] = [];
    while (true) {
      const test = this.tuple(false);
      branches.push({ test, body: this.block("elif", "else", "endif") });
      const end = this.next().value;
      if (end === "elif") continue;
      if (end === "else") {
        otherwise = this.block("endif");
        this.next();
      }
      break;
    }
    this.uses.length = used;
    return { type: "if", branches, otherwise, offset };
  }

  private set(offset: number): Statement {
    const target = this.target([], true);
    if (this.skip('"="')) {
      return { type: "set", target, value: this.tuple(), offset };
    }
    const filter = this.skip('"|"')
      ? this.filters(this.filter(undefined))
      : undefined;
    const body = this.scopedBlock("endset");
    return { type: "set-block", target, filter, body, offset };
  }

  private with(offset: number): Statement {
    const stored = this.loopStore;
    const values: [Target, Expression][] = [];
    while (!this.is("%}")) {
      if (values.length > 0) this.expect('","');
      const target = this.target([]);
      this.expect('"="');
      values.push([target, this.expression()]);
    }
    this.loopStore = stored;
    return { type: "with", values, body: this.scopedBlock("endwith"), offset };
  }

  private macro(
    name: string | undefined,
    parameters: Parameter[],
    offset: number,
    end: string,
  ): MacroStatement {
    const first = this.loads.length;
    const body = this.scopedBlock(end);
    const uses = new Set(this.loads.slice(first));
    const caller = parameters.find((parameter) => parameter.name === "caller");
    if (caller && !caller.fallback && uses.has("caller")) {
      this.fail('The parameter "caller" needs a default.', caller.offset);
    }
    return { type: "macro", name, parameters, uses, body, offset };
  }

  private callBlock(offset: number): Statement {
    const parameters = this.is('"("') ? this.parameters() : [];
    const call = this.expression();
    if (call.type !== "call") this.fail("A call is expected.", offset);
    const caller = this.macro(undefined, parameters, offset, "endcall");
    return { type: "call-block", call, caller, offset };
  }

  private parameters(): Parameter[] {
    const parameters: Parameter[] = [];
    this.expect('"("');
    while (!this.is('")"')) {
      if (parameters.length > 0) this.expect('","');
      const { value: name, offset } = this.expect("name");
      if (parameters.some((parameter) => parameter.name === name)) {
        this.fail(`The parameter "${name}" is there twice.`, offset);
      }
      const fallback = this.skip('"="') ? this.expression() : undefined;
      if (!fallback && parameters.at(-1)?.fallback) {
        this.fail(
          `The parameter "${name}" needs a default, as those before it have.`,
          offset,
        );
      }
      parameters.push({ name, fallback, offset });
    }
    this.expect('")"');
    return parameters;
  }

  private target(ends: string[], member = false): Target {
    if (member && this.following.type === '"."') {
      const { value: of, offset } = this.expect("name");
      this.next();
      this.loads.push(of);
      return { type: "member", of, name: this.expect("name").value, offset };
    }
    return this.assignable(this.sequence(() => this.primary(), ends, false));
  }

  private assignable(node: Expression): Target {
    if (node.type === "name") {
      if (node.name === "loop") this.loopStore = node.offset;
      return node;
    }
    if (node.type !== "tuple") {
      this.fail("This cannot be assigned to.", node.offset);
    }
    const items = node.items.map((item) => this.assignable(item));
    return { type: "tuple", items, offset: node.offset };
  }

  /** One expression, or several with commas, which are a tuple. */
  private tuple(conditions = true, ends: string[] = []): Expression {
    return this.sequence(
      () => (conditions ? this.expression() : this.or()),
      ends,
      false,
    );
  }

  private sequence(
    parse: () => Expression,
    ends: string[],
    mayBeEmpty: boolean,
  ): Expression {
    const { offset } = this.current;
    const items: Expression[] = [];
    let isTuple = false;
    while (true) {
      if (items.length > 0) this.expect('","');
      if (
        this.is("}}") ||
        this.is("%}") ||
        this.is('")"') ||
        this.isName(...ends)
      ) {
        break;
      }
      items.push(parse());
      if (!this.is('","')) break;
      isTuple = true;
    }
    if (!isTuple) {
      if (items[0]) return items[0];
      if (!mayBeEmpty) this.fail("An expression is expected.");
    }
    return { type: "tuple", items, offset };
  }

  private expression(): Expression {
    const used = this.uses.length;
    const { offset } = this.current;
    let value = this.or();
    while (this.skipName("if")) {
      const test = this.or();
      const otherwise = this.skipName("else") ? this.expression() : undefined;
      value = { type: "condition", test, value, otherwise, offset };
      this.uses.length = used;
    }
    return value;
  }

  private or(): Expression {
    let left = this.and();
    while (this.isName("or")) {
      const { offset } = this.next();
      left = { type: "or", left, right: this.and(), offset };
    }
    return left;
  }

  private and(): Expression {
    let left = this.not();
    while (this.isName("and")) {
      const { offset } = this.next();
      left = { type: "and", left, right: this.not(), offset };
    }
    return left;
  }

  private not(): Expression {
    if (!this.isName("not")) return this.comparison();
    const { offset } = this.next();
    return { type: "not", of: this.not(), offset };
  }

  private comparison(): Expression {
    const first = this.sum();
    const { offset } = this.current;
    const rest: { operator: string; right: Expression }[] = [];
    while (true) {
      let operator: string;
      if (COMPARISONS.has(this.current.type)) operator = this.next().value;
      else if (this.skipName("in")) operator = "in";
      else if (
        this.isName("not") &&
        this.following.type === "name" &&
        this.following.value === "in"
      ) {
        this.next();
        this.next();
        operator = "not in";
      } else break;
      rest.push({ operator, right: this.sum() });
    }
    return rest.length > 0 ? { type: "compare", first, rest, offset } : first;
  }

  /** Operators of one level, which bind to the left. */
  private binary(operators: string[], operand: () => Expression): Expression {
    let left = operand();
    while (operators.includes(this.current.type)) {
      const { value: operator, offset } = this.next();
      left = { type: "binary", operator, left, right: operand(), offset };
    }
    return left;
  }

  private sum(): Expression {
    return this.binary(['"+"', '"-"'], () => this.concat());
  }

  private concat(): Expression {
    const { offset } = this.current;
    const items = [this.product()];
    while (this.skip('"~"')) items.push(this.product());
    return items.length === 1 ? items[0]! : { type: "concat", items, offset };
  }

  private product(): Expression {
    return this.binary(['"*"', '"/"', '"//"', '"%"'], () => this.power());
  }

  private power(): Expression {
    return this.binary(['"**"'], () => this.unary());
  }

  private unary(withFilters = true): Expression {
    const { offset } = this.current;
    let node: Expression;
    if (this.skip('"-"')) {
      node = { type: "negative", of: this.unary(false), offset };
    } else if (this.skip('"+"')) {
      node = { type: "positive", of: this.unary(false), offset };
    } else node = this.primary();
    node = this.postfix(node);
    return withFilters ? this.filtersAndTests(node) : node;
  }

  private primary(): Expression {
    const { type, value, offset } = this.current;
    switch (type) {
      case "name": {
        this.next();
        const constant = CONSTANTS.get(value);
        if (constant !== undefined) {
          return { type: "constant", value: constant, offset };
        }
        this.loads.push(value);
        return { type: "name", name: value, offset };
      }
      case "string": {
        let text = "";
        while (this.is("string")) text += this.next().value;
        return { type: "constant", value: text, offset };
      }
      case "integer":
        this.next();
        if (value.length > 4300) this.fail("The number is too long.", offset);
        return { type: "constant", value: BigInt(value.toLowerCase()), offset };
      case "float":
        this.next();
        return { type: "constant", value: Number(value), offset };
      case '"("': {
        this.next();
        const node = this.sequence(() => this.expression(), [], true);
        this.expect('")"');
        return node;
      }
      case '"["':
        this.next();
        return {
          type: "list",
          items: this.items('"]"', () => this.expression()),
          offset,
        };
      case '"{"':
        this.next();
        return {
          type: "dict",
          items: this.items('"}"', () => {
            const key = this.expression();
            this.expect('":"');
            return [key, this.expression()] as [Expression, Expression];
          }),
          offset,
        };
      default:
        return this.unexpected();
    }
  }

  /** Items with commas between them, and one behind them if the author likes. */
  private items<T>(end: string, parse: () => T): T[] {
    const items: T[] = [];
    while (!this.is(end)) {
      if (items.length > 0) this.expect('","');
      if (this.is(end)) break;
      items.push(parse());
    }
    this.next();
    return items;
  }

  private postfix(node: Expression): Expression {
    while (true) {
      if (this.is('"."') || this.is('"["')) node = this.member(node);
      else if (this.is('"("')) node = this.call(node);
      else return node;
    }
  }

  private filtersAndTests(node: Expression): Expression {
    while (true) {
      if (this.is('"|"')) node = this.filters(node);
      else if (this.isName("is")) node = this.test(node);
      // As Jinja2, which calls what a filter gives.
      else if (this.is('"("')) node = this.call(node);
      else return node;
    }
  }

  /** An attribute or an item; its place is where the whole expression starts. */
  private member(of: Expression): Expression {
    const start = of.offset;
    if (this.next().type === '"."') {
      const { type, value, offset } = this.next();
      if (type === "name") {
        return { type: "attribute", of, name: value, offset: start };
      }
      if (type !== "integer") {
        this.fail("A name or a number is expected behind the point.", offset);
      }
      const key = { type: "constant", value: BigInt(value), offset } as const;
      return { type: "item", of, key, offset: start };
    }
    const { offset } = this.current;
    const keys: Expression[] = [];
    while (!this.is('"]"')) {
      if (keys.length > 0) this.expect('","');
      keys.push(this.subscript());
    }
    this.next();
    const key: Expression =
      keys.length === 1 ? keys[0]! : { type: "tuple", items: keys, offset };
    return { type: "item", of, key, offset: start };
  }

  private subscript(): Expression {
    const { offset } = this.current;
    const part = () =>
      this.is('":"') || this.is('"]"') || this.is('","')
        ? undefined
        : this.expression();
    const start = this.is('":"') ? undefined : this.expression();
    if (!this.skip('":"')) return start!;
    const stop = part();
    const step = this.skip('":"') ? part() : undefined;
    return { type: "slice", parts: [start, stop, step], offset };
  }

  private call(of: Expression): Expression {
    const { offset } = of;
    return { type: "call", of, args: this.args(), offset };
  }

  private args(): Arguments {
    const { offset } = this.expect('"("');
    const args: Arguments = {
      positional: [],
      named: [],
      list: undefined,
      map: undefined,
    };
    const ensure = (allowed: boolean) => {
      if (!allowed) {
        this.fail("The arguments of a call are in a wrong order.", offset);
      }
    };
    let first = true;
    while (!this.is('")"')) {
      if (!first) {
        this.expect('","');
        if (this.is('")"')) break;
      }
      first = false;
      if (this.skip('"*"')) {
        ensure(!args.list && !args.map);
        args.list = this.expression();
      } else if (this.skip('"**"')) {
        ensure(!args.map);
        args.map = this.expression();
      } else if (this.is("name") && this.following.type === '"="') {
        ensure(!args.map);
        const { value: name, offset } = this.next();
        this.next();
        if (args.named.some(([other]) => other === name)) {
          this.fail(`The argument "${name}" is there twice.`, offset);
        }
        args.named.push([name, this.expression()]);
      } else {
        ensure(!args.list && !args.map && args.named.length === 0);
        args.positional.push(this.expression());
      }
    }
    this.next();
    return args;
  }

  /** More filters, as long as there is a `|`. */
  private filters<T extends Expression>(of: T): T | FilterExpression {
    let node: T | FilterExpression = of;
    while (this.skip('"|"')) node = this.filter(node);
    return node;
  }

  private filter(of: Expression | undefined): FilterExpression {
    const { offset, name } = this.dottedName();
    this.uses.push({ kind: "filter", name, offset });
    return { type: "filter", of, name, args: this.maybeArgs(), offset };
  }

  private maybeArgs(otherwise: () => Expression[] = () => []): Arguments {
    return this.is('"("')
      ? this.args()
      : { positional: otherwise(), named: [], list: undefined, map: undefined };
  }

  private dottedName(): { name: string; offset: number } {
    const { value, offset } = this.expect("name");
    let name = value;
    while (this.skip('"."')) name += `.${this.expect("name").value}`;
    return { name, offset };
  }

  private test(of: Expression): Expression {
    const is = this.next();
    const negated = this.skipName("not");
    const { name, offset } = this.dottedName();
    this.uses.push({ kind: "test", name, offset });
    const args = this.maybeArgs(() => {
      // As Jinja2, a test takes one argument without parentheses.
      const starts = ["name", "string", "integer", "float", '"["', '"{"'];
      if (!starts.includes(this.current.type)) return [];
      if (this.isName("else", "or", "and")) return [];
      if (this.isName("is")) this.fail('Tests with "is" cannot be chained.');
      return [this.postfix(this.primary())];
    });
    const node: Expression = { type: "test", of, name, args, offset };
    return negated ? { type: "not", of: node, offset: is.offset } : node;
  }
}

const NAMES: Record<string, string> = {
  "%}": '"%}"',
  "}}": '"}}"',
  name: "a name",
};

const describe = (type: string) => NAMES[type] ?? type;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
