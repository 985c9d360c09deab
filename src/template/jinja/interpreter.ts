import {
  BooleanValue,
  Engine,
  FunctionValue,
  ListValue,
  NONE,
  Scope,
  TextValue,
  type Value,
  fromJs,
} from "./engine.js";
import { Arguments, filterOf, items, testOf } from "./filters.js";
import { formatText } from "./format.js";
import { type Call, type Name, type Node, describe } from "./nodes.js";
import { binary } from "./operators.js";
import {
  JinjaError,
  Undefined,
  iterate,
  kindOf,
  numberOf,
  runtimeError,
  spend,
  spendOn,
  startCounting,
  str,
} from "./values.js";

/** The longest list that `range()` makes, as in Jinja's sandbox. */
export const RANGE_LIMIT = 100_000;

/**
 * What a template prints. Names that are not there may be held and tested, and fail on any other use, as under
 * Jinja's StrictUndefined.
 * @throws {JinjaError} of kind "undefined" or "runtime"
 */
export function renderTemplate(program: Node, data: object): string {
  startCounting();
  const scope = new Scope();
  scope.set("range", range);
  const { value } = fromJs(data);
  if (value instanceof Map) {
    for (const [name, item] of value) scope.variables.set(name, item);
  }
  return str(new Strict(scope).evaluate(program, scope));
}

function range(first: unknown, second?: unknown, step: unknown = 1): number[] {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const count = Math.ceil((Number(stop) - Number(start)) / Number(step));
  if (!(count <= RANGE_LIMIT)) {
    throw runtimeError(
      `range() takes whole numbers and makes at most ${RANGE_LIMIT} of them.`,
    );
  }
  return Array.from(
    { length: Math.max(count, 0) },
    (_, i) => Number(start) + i * Number(step),
  );
}

const CONSTANTS = new Map<string, Value>(
  Object.entries({
    none: null,
    None: null,
    true: true,
    True: true,
    false: false,
    False: false,
  }).map(([name, value]) => [name, fromJs(value)]),
);

/** The nodes whose value is new, so that it counts. */
const MAKERS = [
  "Output",
  "BinaryExpression",
  "CallExpression",
  "FilterExpression",
  "MemberExpression",
];

/** Tests of identity and type, which take undefined as any other value; the rest fails on it. */
const STRICT_TESTS = ["odd", "even", "iterable", "lower", "upper"];

/**
 * The engine with the semantics of the server's Jinja. Parts that it has evaluated itself it hands back as nodes of
 * type "Given", so that the engine does the rest and nothing is evaluated twice.
 */
class Strict extends Engine {
  override evaluate(node: Node | undefined, scope: Scope): Value {
    if (!node) return super.evaluate(node, scope);
    try {
      const value = this.#evaluate(node, scope);
      spend(1);
      if (MAKERS.includes(node.type)) spendOn(value);
      return this.#strict(value, node);
    } catch (error) {
      throw placed(error, node);
    }
  }

  /** The engine's own undefined passes for null or an empty text in many places. */
  #strict(value: Value, node: Node): Value {
    if (value.type !== "UndefinedValue" || value instanceof Undefined) {
      return value;
    }
    return node.type === "SelectExpression"
      ? new Undefined(
          'The result of "if" without "else"',
          node.offset,
          "",
          true,
        )
      : new Undefined(`"${describe(node)}"`, node.offset);
  }

  #evaluate(node: Node, scope: Scope): Value {
    switch (node.type) {
      case "Given":
        return node.value;
      case "Output":
        return new TextValue(str(this.evaluate(node.value, scope)));
      case "Fresh": {
        // Python gives each turn of a loop its own variables, the engine one set to all.
        for (const name of scope.variables.keys()) {
          if (!node.keep.includes(name)) scope.variables.delete(name);
        }
        return NONE;
      }
      case "Program":
        return super.evaluate(node, node.inner ? new Scope(scope) : scope);
      case "TupleLiteral":
        return super.evaluate({ ...node, type: "ArrayLiteral" }, scope);
      case "Identifier":
        return variable(node, scope);
      case "MemberExpression":
        return this.#member(node, scope);
      case "CallExpression": {
        const callee = this.evaluate(node.callee, scope);
        if (callee.type !== "FunctionValue") {
          throw runtimeError(
            `"${describe(node.callee)}" is ${kindOf(callee)} and cannot be called.`,
          );
        }
        return super.evaluate({ ...node, callee: given(callee) }, scope);
      }
      case "UnaryExpression": {
        const argument = this.evaluate(node.argument, scope);
        if (node.operator.value !== "not" && numberOf(argument) === undefined) {
          throw runtimeError(
            `"${node.operator.value}" is for numbers, not ${kindOf(argument)}.`,
          );
        }
        return super.evaluate({ ...node, argument: given(argument) }, scope);
      }
      case "BinaryExpression": {
        const { operator, left, right } = node;
        if (operator.value === "and" || operator.value === "or") break;
        const a = this.evaluate(left, scope);
        return binary(operator.value, a, this.evaluate(right, scope));
      }
      case "FilterExpression": {
        const operand = this.evaluate(node.operand, scope);
        return this.#filter(node.filter, operand, scope);
      }
      case "TestExpression": {
        const operand = this.evaluate(node.operand, scope);
        const holds = this.#test(node.test.value, operand, [], scope);
        return new BooleanValue(holds !== node.negate);
      }
      case "For":
        return this.#loop(node, scope);
    }
    return super.evaluate(node, scope);
  }

  #member(node: Node & { type: "MemberExpression" }, scope: Scope): Value {
    const object = this.evaluate(node.object, scope);
    const { property } = node;
    if (object instanceof Undefined) object.fail();
    if (property.type === "SliceExpression") {
      return super.evaluate({ ...node, object: given(object) }, scope);
    }
    const key =
      node.computed || property.type !== "Identifier"
        ? this.evaluate(property, scope)
        : new TextValue(property.value);
    if (key instanceof Undefined) key.fail();
    const value =
      attribute(object, key, node.computed) ??
      super.evaluate(
        {
          ...node,
          object: given(object),
          property: given(key),
          computed: true,
        },
        scope,
      );
    if (value.type !== "UndefinedValue") return value;
    return new Undefined(
      `"${describe(node)}"`,
      node.offset,
      `"${describe(node.object)}" ${contents(object)}`,
    );
  }

  #filter(filter: Name | Call, value: Value, scope: Scope): Value {
    const [{ value: name }, nodes] =
      filter.type === "CallExpression"
        ? [filter.callee as Name, filter.args]
        : [filter, []];
    const args = this.#arguments(nodes, scope);
    const [, negated, test] = /^is (not )?(\w+)$/.exec(name) ?? [];
    if (test !== undefined) {
      const holds = this.#test(test, value, args.positional, scope);
      return new BooleanValue(holds !== (negated !== undefined));
    }
    if (value instanceof Undefined && name !== "default" && name !== "d") {
      if (name === "tojson") value.fail();
      value = new TextValue(value.orEmpty());
    }
    const own = filterOf(name)?.(value, args);
    if (own) return own;
    if (/^(select|reject)(attr)?$/.test(name)) {
      return this.#select(name, value, args, scope);
    }
    if (name === "map") return this.#map(value, args, scope);
    spendOn(value);
    const bare: Node = { type: "Identifier", value: name };
    try {
      return super.evaluate(
        {
          type: "FilterExpression",
          operand: given(value),
          // Some of the engine's filters exist without parentheses only.
          filter: nodes.length > 0 ? filter : bare,
        },
        scope,
      );
    } catch (error) {
      if (!/^(Unknown|Cannot apply)/.test((error as Error).message))
        throw error;
      throw runtimeError(`There is no filter "${name}" for ${kindOf(value)}.`);
    }
  }

  #map(value: Value, { positional }: Arguments, scope: Scope): Value {
    const [name, ...rest] = positional;
    if (!name) throw runtimeError('"map" needs an attribute or a filter.');
    const callee: Node = { type: "Identifier", value: str(name) };
    const call: Call = {
      type: "CallExpression",
      callee,
      args: rest.map(given),
    };
    return new ListValue(
      iterate(value).map((item) => this.#filter(call, item, scope)),
    );
  }

  #select(name: string, value: Value, args: Arguments, scope: Scope): Value {
    const rest = [...args.positional];
    const keys = items(value, name.endsWith("attr") ? rest.shift() : undefined);
    const test = rest.shift();
    return new ListValue(
      iterate(value).filter((_, i) => {
        const key = keys[i]!;
        const holds = test
          ? this.#test(str(test), key, rest, scope)
          : key.__bool__().value;
        return holds === name.startsWith("select");
      }),
    );
  }

  #test(name: string, value: Value, args: Value[], scope: Scope): boolean {
    if (STRICT_TESTS.includes(name)) kindOf(value);
    const own = testOf(name);
    if (own) return own(value, args[0] ?? new Undefined("The test's argument"));
    const test: Name = { type: "Identifier", value: name };
    const operand = given(value);
    return super
      .evaluate({ type: "TestExpression", operand, negate: false, test }, scope)
      .__bool__().value;
  }

  #arguments(nodes: Node[], scope: Scope): Arguments {
    const args = new Arguments();
    for (const node of nodes) {
      if (node.type === "KeywordArgumentExpression") {
        args.named.set(node.key.value, this.evaluate(node.value, scope));
      } else {
        args.positional.push(this.evaluate(node, scope));
      }
    }
    return args;
  }

  #loop(node: Node & { type: "For" }, scope: Scope): Value {
    const { iterable } = node;
    const filtered = iterable.type === "SelectExpression";
    const source = filtered ? iterable.lhs : iterable;
    const items = iterate(this.evaluate(source, scope));
    spend(items.length);
    const list = given(new ListValue(items));
    return super.evaluate(
      { ...node, iterable: filtered ? { ...iterable, lhs: list } : list },
      scope,
    );
  }
}

/** The innermost node that knows its place gives it to the error. */
function placed(error: unknown, node: Node): unknown {
  if (error instanceof RangeError || !(error instanceof Error)) return error;
  const failure =
    error instanceof JinjaError
      ? error
      : new JinjaError("runtime", `${error.message}.`, undefined, {
          cause: error,
        });
  failure.offset ??= node.offset;
  return failure;
}

function given(value: Value): Node {
  return { type: "Given", value };
}

function variable({ value: name, offset }: Name, scope: Scope): Value {
  const constant = CONSTANTS.get(name);
  if (constant) return constant;
  let at: Scope | undefined = scope;
  while (at) {
    const value = at.variables.get(name);
    // The engine gives every scope a `namespace` of its own, which would hide a variable of that name.
    if (value && !(name === "namespace" && at.parent)) return value;
    at = at.parent;
  }
  return new Undefined(`"${name}"`, offset);
}

/** Attributes that the engine lacks, or has where Python has none. */
function attribute(
  object: Value,
  key: Value,
  computed: boolean,
): Value | undefined {
  if (object.type === "ObjectValue") {
    if (key.type !== "StringValue") return new Undefined("");
    // Python finds the method before the key.
    const method = ["get", "items", "keys", "values"].includes(key.value);
    return method && !computed ? object.builtins.get(key.value) : undefined;
  }
  if (key.type !== "StringValue" || object.type === "NamespaceValue") {
    return undefined;
  }
  if (key.value === "length") return new Undefined("");
  if (object.type === "ArrayValue" && key.value === "append") {
    return new FunctionValue(([item]) => {
      if (!item) throw runtimeError("append() takes one value.");
      object.value.push(item);
      return NONE;
    });
  }
  if (object.type === "StringValue" && key.value === "join") {
    return new FunctionValue(
      ([items]) =>
        new TextValue(
          iterate(items ?? new ListValue([]))
            .map(str)
            .join(object.value),
        ),
    );
  }
  if (object.type === "StringValue" && key.value === "format") {
    return new FunctionValue(
      (values) => new TextValue(formatText(object.value, values)),
    );
  }
  return undefined;
}

/** What a value has, to tell the author what the name may have been meant to be. */
function contents(value: Value): string {
  if (value.type !== "ObjectValue" && value.type !== "NamespaceValue") {
    return `is ${kindOf(value)}`;
  }
  const keys = [...value.value.keys()].slice(0, 8);
  const more = value.value.size > keys.length ? ", …" : "";
  return keys.length > 0 ? `has ${keys.join(", ")}${more}` : "has no keys";
}
