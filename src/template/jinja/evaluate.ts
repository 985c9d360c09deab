import type { Arguments, Expression, FilterExpression } from "./ast.js";
import { spend, spendText } from "./budget.js";
import { fail, JinjaError } from "./error.js";
import { callFilter } from "./filters.js";
import { lookUp } from "./filters/attribute.js";
import { compare, contains, equal } from "./python/compare.js";
import { itemOf, sliceOf } from "./python/items.js";
import { attributeOf } from "./python/methods.js";
import { binary, negate, positive } from "./python/operators.js";
import { toText } from "./python/represent.js";
import {
  Callable,
  type CallArguments,
  Dict,
  listOf,
  Thing,
  truth,
  Tuple,
  typeName,
  Undefined,
  type Value,
} from "./python/values.js";
import { Scope } from "./scope.js";
import { callTest } from "./tests.js";

/** Runs a part of the template. An error gets its position, unless a part inside of it has set one. */
export function withOffset<T>(offset: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof JinjaError) error.offset ??= offset;
    throw error;
  }
}

export function callValue(callee: Value, args: CallArguments): Value {
  if (callee instanceof Undefined) callee.fail();
  if (callee instanceof Callable) return callee.call(args);
  if (callee instanceof Thing && callee.call) return callee.call(args);
  fail(`'${typeName(callee)}' object is not callable.`);
}

export function evaluateArguments(
  args: Arguments,
  scope: Scope,
): CallArguments {
  const positional = args.positional.map((node) => evaluate(node, scope));
  const named = new Map<string, Value>();
  for (const [name, node] of args.named) named.set(name, evaluate(node, scope));
  if (args.list) {
    const { list } = args;
    const value = evaluate(list, scope);
    positional.push(...withOffset(list.offset, () => listOf(value)));
  }
  if (args.map) {
    const { map } = args;
    const value = evaluate(map, scope);
    withOffset(map.offset, () => {
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

export function evaluateFilter(
  node: FilterExpression,
  value: Value,
  scope: Scope,
): Value {
  const args = evaluateArguments(node.args, scope);
  return withOffset(node.offset, () => callFilter(node.name, value, args));
}

export function evaluate(node: Expression, scope: Scope): Value {
  spend(1);
  return withOffset(node.offset, () => evaluateNode(node, scope));
}

function evaluateNode(node: Expression, scope: Scope): Value {
  switch (node.type) {
    case "constant":
      return node.value;
    case "name":
      return scope.get(node.name) ?? undefinedOf(node);
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
        undefinedOf(node)
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
      return lookUp(object, evaluate(node.key, scope)) ?? undefinedOf(node);
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
        if (!isTrueComparison(operator, left, right)) return false;
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

function isTrueComparison(
  operator: string,
  left: Value,
  right: Value,
): boolean {
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

function undefinedOf(node: Expression): Undefined {
  const name = nameOf(node) ?? "The attribute";
  return new Undefined(`"${name}" is undefined.`, node.offset);
}

/** The name of an expression for a message, as the template writes it: `item.name`. */
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
