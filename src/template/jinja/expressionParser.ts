import type { Arguments, Expression, FilterExpression } from "./ast.js";
import { None } from "./python/values.js";
import { TokenReader } from "./tokenReader.js";

/** A filter or test that a template names, and its position. */
export interface NamedUse {
  kind: "filter" | "test";
  name: string;
  offset: number;
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

/** Parses the expressions of a template. */
export class ExpressionParser extends TokenReader {
  /** The filters and tests that were read, outside of a condition. */
  protected uses: NamedUse[] = [];
  /** The names of variables that were read, from which a macro knows its special names. */
  protected readonly loads: string[] = [];

  /** One expression, or a tuple: several with commas between them. */
  protected tuple(conditions = true, ends: string[] = []): Expression {
    return this.sequence(
      () => (conditions ? this.expression() : this.or()),
      ends,
      false,
    );
  }

  protected sequence(
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

  protected expression(): Expression {
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

  /** Operators of one precedence, which are grouped from the left. */
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

  protected primary(): Expression {
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

  /** Items with commas between them; a comma after the last item is allowed. */
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
      // As in Jinja2, the result of a filter can be called.
      else if (this.is('"("')) node = this.call(node);
      else return node;
    }
  }

  /** An attribute or an item. Its position is the start of the whole expression. */
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

  /** The filters that follow, each after a `|`. */
  protected filters<T extends Expression>(of: T): T | FilterExpression {
    let node: T | FilterExpression = of;
    while (this.skip('"|"')) node = this.filter(node);
    return node;
  }

  protected filter(of: Expression | undefined): FilterExpression {
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
      // As in Jinja2, one argument of a test needs no parentheses.
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
