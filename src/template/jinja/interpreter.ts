import type {
  Arguments,
  Expression,
  FilterExpression,
  MacroStatement,
  Statement,
  Target,
} from "./ast.js";
import { checkSize, spend, spendItem, spendText } from "./budget.js";
import { JinjaError, fail } from "./error.js";
import { callFilter, lookUp } from "./filters.js";
import { GLOBALS } from "./globals.js";
import { itemOf, sliceOf } from "./python/items.js";
import { attributeOf } from "./python/methods.js";
import { binary, negate, positive } from "./python/operators.js";
import {
  Callable,
  type CallArguments,
  Dict,
  Iter,
  Namespace,
  None,
  Thing,
  Tuple,
  Undefined,
  type Value,
  compare,
  contains,
  equal,
  iterate,
  listOf,
  toText,
  truth,
  typeName,
} from "./python/values.js";
import { callTest } from "./tests.js";
import { Loop } from "./things.js";

/** The names that are known at a place of the template. */
class Scope {
  private readonly names = new Map<string, Value>();

  constructor(private readonly outer?: Scope) {}

  set(name: string, value: Value): void {
    this.names.set(name, value);
  }

  get(name: string): Value | undefined {
    return this.names.get(name) ?? this.outer?.get(name);
  }
}

/** What a template prints. */
export function run(body: Statement[], data: Map<string, Value>): string {
  const globals = new Scope();
  for (const [name, value] of Object.entries(GLOBALS)) globals.set(name, value);
  const scope = new Scope(globals);
  for (const [name, value] of data) scope.set(name, value);
  return render(body, scope);
}

function render(body: Statement[], scope: Scope): string {
  let output = "";
  for (const statement of body) {
    output += at(statement.offset, () => execute(statement, scope));
    checkSize(output.length);
  }
  return output;
}

/** Gives an error its place: that of the innermost part of the template. */
function at<T>(offset: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof JinjaError) error.offset ??= offset;
    throw error;
  }
}

function execute(statement: Statement, scope: Scope): string {
  spendItem();
  switch (statement.type) {
    case "text":
      spendText(statement.text.length);
      return statement.text;
    case "output": {
      const value = evaluate(statement.value, scope);
      const text = at(statement.value.offset, () => toText(value));
      spendText(text.length);
      return text;
    }
    case "if": {
      const branch = statement.branches.find(({ test }) =>
        truth(evaluate(test, scope)),
      );
      return render(branch?.body ?? statement.otherwise, scope);
    }
    case "for":
      return loop(statement, evaluate(statement.of, scope), scope, 0);
    case "with": {
      const inner = new Scope(scope);
      for (const [target, value] of statement.values) {
        assign(target, evaluate(value, scope), inner);
      }
      return render(statement.body, inner);
    }
    case "set":
      assign(statement.target, evaluate(statement.value, scope), scope);
      return "";
    case "set-block": {
      const text = render(statement.body, new Scope(scope));
      const { filter } = statement;
      assign(
        statement.target,
        filter ? filterBlock(filter, text, scope) : text,
        scope,
      );
      return "";
    }
    case "filter-block":
      return toText(
        filterBlock(
          statement.filter,
          render(statement.body, new Scope(scope)),
          scope,
        ),
      );
    case "macro":
      scope.set(statement.name!, macro(statement, scope));
      return "";
    case "call-block": {
      const { call, caller } = statement;
      const args = evaluateArguments(call.args, scope);
      args.named.set("caller", macro(caller, scope));
      const callee = evaluate(call.of, scope);
      return toText(at(call.offset, () => callValue(callee, args)));
    }
  }
}

function loop(
  statement: Statement & { type: "for" },
  items: Value,
  scope: Scope,
  depth: number,
): string {
  const { target, test, body, otherwise, recursive } = statement;
  const of = test ? new Iter(filtered(target, test, items, scope)) : items;
  const variable = new Loop(
    of,
    depth,
    recursive ? (inner) => loop(statement, inner, scope, depth + 1) : undefined,
  );
  let output = "";
  let empty = true;
  for (let next = variable.next(); next; next = variable.next()) {
    empty = false;
    const inner = new Scope(scope);
    inner.set("loop", variable);
    assign(target, next.item, inner);
    output += render(body, inner);
    checkSize(output.length);
  }
  return empty ? render(otherwise, new Scope(scope)) : output;
}

function* filtered(
  target: Target,
  test: Expression,
  items: Value,
  scope: Scope,
): Generator<Value, void> {
  for (const item of iterate(items)) {
    const inner = new Scope(scope);
    assign(target, item, inner);
    if (truth(evaluate(test, inner))) yield item;
  }
}

function assign(target: Target, value: Value, scope: Scope): void {
  if (target.type === "name") {
    scope.set(target.name, value);
    return;
  }
  at(target.offset, () => {
    if (target.type === "member") {
      const namespace = scope.get(target.of);
      if (!(namespace instanceof Namespace)) {
        fail(
          `"${target.of}" has no attributes that can be set: only what namespace() gives has.`,
        );
      }
      namespace.attributes.set(target.name, value);
      return;
    }
    const items = listOf(value);
    const wanted = target.items.length;
    if (items.length !== wanted) {
      fail(
        items.length > wanted
          ? `too many values to unpack (expected ${wanted}).`
          : `not enough values to unpack (expected ${wanted}, got ${items.length}).`,
      );
    }
    target.items.forEach((part, i) => assign(part, items[i]!, scope));
  });
}

function macro(statement: MacroStatement, scope: Scope): Callable {
  const { name, parameters, uses, body } = statement;
  const title = name === undefined ? "anonymous" : `'${name}'`;
  const call = ({ positional, named }: CallArguments): Value => {
    const inner = new Scope(scope);
    const rest = new Map(named);
    parameters.forEach((parameter, i) => {
      const value = positional[i] ?? rest.get(parameter.name);
      if (positional[i] === undefined) rest.delete(parameter.name);
      inner.set(
        parameter.name,
        value ??
          new Undefined(`The parameter "${parameter.name}" was not provided.`),
      );
    });
    const has = (special: string) =>
      uses.has(special) && !parameters.some(({ name }) => name === special);
    if (has("caller")) {
      const caller = rest.get("caller");
      rest.delete("caller");
      inner.set("caller", caller ?? new Undefined("No caller defined."));
    }
    if (has("kwargs")) inner.set("kwargs", new Dict(rest));
    else if (rest.size > 0) {
      fail(
        `macro ${title} takes no keyword argument '${[...rest.keys()][0]}'.`,
      );
    }
    if (has("varargs")) {
      inner.set("varargs", new Tuple(positional.slice(parameters.length)));
    } else if (positional.length > parameters.length) {
      fail(
        `macro ${title} takes not more than ${parameters.length} argument(s).`,
      );
    }
    parameters.forEach(({ name, fallback }, i) => {
      if (fallback && positional[i] === undefined && !named.has(name)) {
        inner.set(name, evaluate(fallback, inner));
      }
    });
    return render(body, inner);
  };
  return new Callable(name ?? "caller", call, `<Macro ${title}>`, {
    name: name ?? None,
    arguments: new Tuple(parameters.map((parameter) => parameter.name)),
  });
}

function callValue(callee: Value, args: CallArguments): Value {
  if (callee instanceof Undefined) callee.fail();
  if (callee instanceof Callable) return callee.call(args);
  if (callee instanceof Thing && callee.call) return callee.call(args);
  fail(`'${typeName(callee)}' object is not callable.`);
}

function evaluateArguments(args: Arguments, scope: Scope): CallArguments {
  const positional = args.positional.map((node) => evaluate(node, scope));
  const named = new Map<string, Value>();
  for (const [name, node] of args.named) named.set(name, evaluate(node, scope));
  if (args.list) {
    const { list } = args;
    const value = evaluate(list, scope);
    positional.push(...at(list.offset, () => listOf(value)));
  }
  if (args.map) {
    const { map } = args;
    const value = evaluate(map, scope);
    at(map.offset, () => {
      if (value instanceof Undefined) value.fail();
      if (!(value instanceof Dict)) fail("What follows ** must be a mapping.");
      for (const [key, item] of value.items()) {
        if (typeof key !== "string") fail("keywords must be strings.");
        if (named.has(key)) fail(`The argument "${key}" is there twice.`);
        named.set(key, item);
      }
    });
  }
  return { positional, named };
}

/** A filter, or several of them, of what a block prints. */
function filterBlock(
  node: FilterExpression,
  text: string,
  scope: Scope,
): Value {
  const { of } = node;
  return evaluateFilter(
    node,
    of?.type === "filter" ? filterBlock(of, text, scope) : text,
    scope,
  );
}

function evaluateFilter(
  node: FilterExpression,
  value: Value,
  scope: Scope,
): Value {
  const args = evaluateArguments(node.args, scope);
  return at(node.offset, () => callFilter(node.name, value, args));
}

function evaluate(node: Expression, scope: Scope): Value {
  spend(1);
  return at(node.offset, () => value(node, scope));
}

function value(node: Expression, scope: Scope): Value {
  switch (node.type) {
    case "constant":
      return node.value;
    case "name":
      return scope.get(node.name) ?? missing(node);
    case "list":
      return node.items.map((item) => evaluate(item, scope));
    case "tuple":
      return new Tuple(node.items.map((item) => evaluate(item, scope)));
    case "concat": {
      const texts = node.items.map((item) => toText(evaluate(item, scope)));
      spendText(texts.reduce((length, text) => length + text.length, 0));
      return texts.join("");
    }
    case "dict":
      return new Dict(
        node.items.map(
          ([key, item]) =>
            [evaluate(key, scope), evaluate(item, scope)] as const,
        ),
      );
    case "attribute": {
      const object = evaluate(node.of, scope);
      return (
        attributeOf(object, node.name) ??
        itemOf(object, node.name) ??
        missing(node)
      );
    }
    case "item": {
      const object = evaluate(node.of, scope);
      if (node.key.type === "slice") {
        const slice = node.key.parts.map(
          (part) => part && evaluate(part, scope),
        );
        return sliceOf(object, slice);
      }
      return lookUp(object, evaluate(node.key, scope)) ?? missing(node);
    }
    case "slice":
      return fail("A slice is one part of an index here.");
    case "call": {
      const callee = evaluate(node.of, scope);
      return callValue(callee, evaluateArguments(node.args, scope));
    }
    case "filter":
      return evaluateFilter(
        node,
        node.of ? evaluate(node.of, scope) : "",
        scope,
      );
    case "test": {
      const operand = evaluate(node.of, scope);
      return callTest(node.name, operand, evaluateArguments(node.args, scope));
    }
    case "not":
      return !truth(evaluate(node.of, scope));
    case "negative":
      return negate(evaluate(node.of, scope));
    case "positive":
      return positive(evaluate(node.of, scope));
    case "binary":
      return binary(
        node.operator,
        evaluate(node.left, scope),
        evaluate(node.right, scope),
      );
    case "and": {
      const left = evaluate(node.left, scope);
      return truth(left) ? evaluate(node.right, scope) : left;
    }
    case "or": {
      const left = evaluate(node.left, scope);
      return truth(left) ? left : evaluate(node.right, scope);
    }
    case "compare": {
      let left = evaluate(node.first, scope);
      for (const { operator, right: rightNode } of node.rest) {
        const right = evaluate(rightNode, scope);
        if (!compared(operator, left, right)) return false;
        left = right;
      }
      return true;
    }
    case "condition":
      if (truth(evaluate(node.test, scope))) return evaluate(node.value, scope);
      return node.otherwise
        ? evaluate(node.otherwise, scope)
        : new Undefined(
            'An "if" without "else" has no value.',
            node.offset,
            false,
          );
  }
}

function compared(operator: string, left: Value, right: Value): boolean {
  switch (operator) {
    case "==":
      return equal(left, right);
    case "!=":
      return !equal(left, right);
    case "in":
      return contains(right, left);
    case "not in":
      return !contains(right, left);
    default:
      return compare(operator, left, right);
  }
}

function missing(node: Expression): Undefined {
  const name = nameOf(node) ?? "The attribute";
  return new Undefined(`"${name}" is undefined.`, node.offset);
}

/** A name as it is written: `item.name`. */
function nameOf(node: Expression): string | undefined {
  switch (node.type) {
    case "name":
      return node.name;
    case "attribute":
      return `${nameOf(node.of) ?? "…"}.${node.name}`;
    case "item": {
      const { key } = node;
      const constant = key.type === "constant" ? key.value : undefined;
      const text =
        typeof constant === "string"
          ? JSON.stringify(constant)
          : typeof constant === "bigint"
            ? String(constant)
            : "…";
      return `${nameOf(node.of) ?? "…"}[${text}]`;
    }
    default:
      return undefined;
  }
}
