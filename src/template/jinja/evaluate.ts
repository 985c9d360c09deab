import { applyFilter, applyTest } from "./filters.js";
import { entries, key, lookup } from "./methods.js";
import {
  type Call,
  type Name,
  type Node,
  type Slice,
  describe,
} from "./nodes.js";
import { binary } from "./operators.js";
import {
  type Callable,
  type Value,
  Arguments,
  Attributes,
  JinjaError,
  Undefined,
  characters,
  equal,
  isFloat,
  iterate,
  kindOf,
  runtimeError,
  spend,
  startWork,
  str,
  toFloat,
  toNumber,
  truthy,
} from "./values.js";

/** The longest list that `range()` makes, as in Jinja's sandbox. */
export const RANGE_LIMIT = 100_000;

class Scope {
  readonly values = new Map<string, Value>();

  constructor(readonly parent?: Scope) {}

  get(name: string): Value | undefined {
    let scope: Scope | undefined = this;
    while (scope) {
      const value = scope.values.get(name);
      if (value !== undefined) return value;
      scope = scope.parent;
    }
    return undefined;
  }
}

/**
 * What a template prints. Names that are not there may be held and tested, and fail on any other use, as under
 * Jinja's StrictUndefined.
 * @throws {JinjaError} of kind "undefined" or "runtime"
 */
export function renderTemplate(
  program: Node,
  data: Map<string, Value>,
): string {
  startWork();
  const scope = new Scope(new Scope());
  for (const [name, value] of GLOBALS) scope.parent!.values.set(name, value);
  for (const [name, value] of data) scope.values.set(name, value);
  return program.type === "Program" ? print(program.body, scope) : "";
}

const GLOBALS: [string, Value][] = [
  ["range", range],
  ["dict", (args) => new Map(entries(args))],
  [
    "namespace",
    (args) =>
      new Attributes(
        "namespace",
        new Map(entries(args).map(([name, value]) => [str(name), value])),
      ),
  ],
];

const CONSTANTS = new Map<string, Value>([
  ["none", null],
  ["None", null],
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
]);

function range(args: Arguments): Value {
  const [first = 0, second, third = 1] = args.positional.map((_, i) =>
    args.number(i, "range"),
  );
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const count = Math.ceil((stop - start) / third);
  if (third === 0 || count > RANGE_LIMIT) {
    throw runtimeError(
      `range() makes at most ${RANGE_LIMIT} numbers, with a step that is not zero.`,
    );
  }
  spend(Math.max(count, 0));
  return Array.from(
    { length: Math.max(count, 0) },
    (_, i) => start + i * third,
  );
}

function print(body: Node[], scope: Scope): string {
  let text = "";
  for (const node of body) {
    const part = printNode(node, scope);
    spend(part.length);
    text += part;
  }
  return text;
}

function printNode(node: Node, scope: Scope): string {
  try {
    switch (node.type) {
      case "Comment":
        return "";
      case "If":
        return print(
          truthy(evaluate(node.test, scope)) ? node.body : node.alternate,
          scope,
        );
      case "For":
        return printLoop(node, scope);
      case "Set":
        set(node, scope);
        return "";
      case "Macro":
        scope.values.set(
          node.name.value,
          macro(node.name.value, node.args, node.body, scope),
        );
        return "";
      case "CallStatement": {
        const caller = macro("caller", node.callerArgs ?? [], node.body, scope);
        return str(call(node.call, scope, [["caller", caller]]));
      }
      case "FilterStatement": {
        const text = print(node.body, new Scope(scope));
        return str(filter(node.filter, text, scope));
      }
      default:
        return str(evaluate(node, scope));
    }
  } catch (error) {
    throw placed(error, node);
  }
}

/** The innermost node that knows its place gives it to the error. */
function placed(error: unknown, node: Node): unknown {
  if (error instanceof JinjaError) error.offset ??= node.offset;
  return error;
}

function printLoop(node: Node & { type: "For" }, scope: Scope): string {
  let list = node.iterable;
  let condition: Node | undefined;
  if (list.type === "SelectExpression") {
    condition = list.test;
    list = list.lhs;
  }
  const items = [...iterate(evaluate(list, scope))].filter((item) => {
    if (!condition) return true;
    const inner = new Scope(scope);
    assign(node.loopvar, item, inner);
    return truthy(evaluate(condition, inner));
  });
  if (items.length === 0) return print(node.defaultBlock, scope);
  const seen: { last?: Value } = {};
  let text = "";
  items.forEach((item, i) => {
    const inner = new Scope(scope);
    inner.values.set("loop", loop(items, i, seen));
    assign(node.loopvar, item, inner);
    text += print(node.body, inner);
  });
  return text;
}

function loop(items: Value[], i: number, seen: { last?: Value }): Value {
  const neighbour = (name: string, index: number) =>
    index in items ? items[index]! : new Undefined(`"loop.${name}"`);
  return new Attributes(
    "loop",
    new Map<string, Value>([
      ["index", i + 1],
      ["index0", i],
      ["revindex", items.length - i],
      ["revindex0", items.length - i - 1],
      ["first", i === 0],
      ["last", i === items.length - 1],
      ["length", items.length],
      ["depth", 1],
      ["depth0", 0],
      ["previtem", neighbour("previtem", i - 1)],
      ["nextitem", neighbour("nextitem", i + 1)],
      ["cycle", ({ positional }) => positional[i % positional.length] ?? null],
      [
        "changed",
        ({ positional }) => {
          const changed =
            seen.last === undefined || !equal(seen.last, positional);
          seen.last = positional;
          return changed;
        },
      ],
    ]),
  );
}

function set(node: Node & { type: "Set" }, scope: Scope): void {
  let target = node.assignee;
  let value: Value = node.value
    ? evaluate(node.value, scope)
    : print(node.body, new Scope(scope));
  if (target.type === "FilterExpression") {
    value = filter(target.filter, value, scope);
    target = target.operand;
  }
  assign(target, value, scope);
}

function assign(target: Node, value: Value, scope: Scope): void {
  if (target.type === "Identifier") {
    scope.values.set(target.value, value);
  } else if (target.type === "TupleLiteral") {
    const parts = iterate(value);
    if (parts.length !== target.value.length) {
      throw runtimeError(
        `${target.value.length} names cannot take ${parts.length} values.`,
      );
    }
    target.value.forEach((name, i) => assign(name, parts[i]!, scope));
  } else if (target.type === "MemberExpression") {
    const object = evaluate(target.object, scope);
    if (!(object instanceof Attributes) || object.kind !== "namespace") {
      throw runtimeError(
        `Attributes can be set on a namespace only, not on ${kindOf(object)}. Write {% set ns = namespace(…) %} first.`,
      );
    }
    object.entries.set((target.property as Name).value, value);
  }
}

function macro(
  name: string,
  parameters: Node[],
  body: Node[],
  definedIn: Scope,
): Callable {
  return (args) => {
    const scope = new Scope(definedIn);
    const named = new Map(args.named);
    const caller = named.get("caller");
    if (caller !== undefined) scope.values.set("caller", caller);
    named.delete("caller");
    parameters.forEach((parameter, i) => {
      const [target, fallback] =
        parameter.type === "KeywordArgumentExpression"
          ? [parameter.key, parameter.value]
          : [parameter as Name, undefined];
      const given = args.get(i, target.value);
      const value = fallback
        ? () => evaluate(fallback, scope)
        : () => new Undefined(`The parameter "${target.value}" of "${name}"`);
      named.delete(target.value);
      scope.values.set(target.value, given === undefined ? value() : given);
    });
    if (args.positional.length > parameters.length || named.size > 0) {
      throw runtimeError(
        `"${name}" is called with arguments it does not have.`,
      );
    }
    return print(body, scope);
  };
}

function evaluate(node: Node, scope: Scope): Value {
  spend(10);
  try {
    return valueOf(node, scope);
  } catch (error) {
    throw placed(error, node);
  }
}

function valueOf(node: Node, scope: Scope): Value {
  switch (node.type) {
    case "Identifier":
      return nameOf(node, scope);
    case "IntegerLiteral":
    case "StringLiteral":
      return node.value;
    case "FloatLiteral":
      return toFloat(Number(node.value));
    case "ArrayLiteral":
    case "TupleLiteral":
      return node.value.map((item) => evaluate(item, scope));
    case "ObjectLiteral":
      return new Map(
        [...node.value].map(([name, value]) => [
          key(evaluate(name, scope)),
          evaluate(value, scope),
        ]),
      );
    case "MemberExpression":
      return member(node, scope);
    case "CallExpression":
      return call(node, scope);
    case "FilterExpression":
      return filter(node.filter, evaluate(node.operand, scope), scope);
    case "TestExpression": {
      const operand = evaluate(node.operand, scope);
      return (
        applyTest(node.test.value, operand, new Arguments()) !== node.negate
      );
    }
    case "UnaryExpression":
      return unary(node.operator.value, evaluate(node.argument, scope));
    case "BinaryExpression": {
      const left = evaluate(node.left, scope);
      const operator = node.operator.value;
      if (operator === "and") {
        return truthy(left) ? evaluate(node.right, scope) : left;
      }
      if (operator === "or") {
        return truthy(left) ? left : evaluate(node.right, scope);
      }
      return binary(operator, left, evaluate(node.right, scope));
    }
    case "Ternary":
      return truthy(evaluate(node.condition, scope))
        ? evaluate(node.trueExpr, scope)
        : evaluate(node.falseExpr, scope);
    case "SelectExpression":
      return truthy(evaluate(node.test, scope))
        ? evaluate(node.lhs, scope)
        : new Undefined(
            `The result of "if" without "else"`,
            node.offset,
            "its condition was false",
            true,
          );
    default:
      throw runtimeError(`"${node.type}" has no value.`);
  }
}

function nameOf({ value: name, offset }: Name, scope: Scope): Value {
  const value = CONSTANTS.has(name) ? CONSTANTS.get(name) : scope.get(name);
  return value === undefined ? new Undefined(`"${name}"`, offset) : value;
}

function member(
  node: Node & { type: "MemberExpression" },
  scope: Scope,
): Value {
  const object = evaluate(node.object, scope);
  if (node.property.type === "SliceExpression") {
    return slice(object, node.property, scope);
  }
  const name =
    !node.computed && node.property.type === "Identifier"
      ? node.property.value
      : evaluate(node.property, scope);
  const value = lookup(object, name, !node.computed);
  if (value !== undefined) return value;
  return new Undefined(
    `"${describe(node)}"`,
    node.offset,
    `"${describe(node.object)}" ${contents(object)}`,
  );
}

/** What a value has, to tell the author what the name may have been meant to be. */
function contents(value: Value): string {
  if (value instanceof Attributes) {
    return `has ${[...value.entries.keys()].join(", ") || "no attributes"}`;
  }
  if (!(value instanceof Map)) return `is ${kindOf(value)}`;
  const keys = [...value.keys()].slice(0, 8).map(str);
  const more = value.size > keys.length ? ", …" : "";
  return keys.length > 0 ? `has ${keys.join(", ")}${more}` : "has no keys";
}

function slice(object: Value, node: Slice, scope: Scope): Value {
  if (typeof object !== "string" && !Array.isArray(object)) {
    throw runtimeError(
      `Only lists and texts have slices, not ${kindOf(object)}.`,
    );
  }
  const bound = (part: Node | undefined): number | undefined => {
    const value = part ? evaluate(part, scope) : null;
    if (value === null) return undefined;
    const number = toNumber(value);
    if (number !== undefined && !isFloat(value)) return number;
    throw runtimeError(`A slice takes whole numbers, not ${kindOf(value)}.`);
  };
  const start = bound(node.start);
  const stop = bound(node.stop);
  const step = bound(node.step) ?? 1;
  const items = typeof object === "string" ? characters(object) : object;
  spend(items.length / 10);
  if (step === 1) {
    const part = items.slice(start ?? 0, stop ?? items.length);
    return typeof object === "string" && Array.isArray(part)
      ? part.join("")
      : part;
  }
  if (step === 0) throw runtimeError("The step of a slice cannot be zero.");
  const picked = stepped(items, start, stop, step);
  return typeof object === "string" ? picked.join("") : picked;
}

function stepped<T>(
  items: ArrayLike<T>,
  start: number | undefined,
  stop: number | undefined,
  step: number,
): T[] {
  const [low, high] = step > 0 ? [0, items.length] : [-1, items.length - 1];
  const clamp = (index: number | undefined, fallback: number) =>
    index === undefined
      ? fallback
      : Math.min(Math.max(index < 0 ? index + items.length : index, low), high);
  const end = clamp(stop, step > 0 ? high : low);
  const picked: T[] = [];
  for (
    let i = clamp(start, step > 0 ? low : high);
    step > 0 ? i < end : i > end;
    i += step
  ) {
    picked.push(items[i]!);
  }
  return picked;
}

function unary(operator: string, value: Value): Value {
  if (operator === "not") return !truthy(value);
  const number = toNumber(value);
  if (number === undefined) {
    throw runtimeError(`"${operator}" is for numbers, not ${kindOf(value)}.`);
  }
  const result = operator === "-" ? -number : number;
  return isFloat(value) ? toFloat(result) : result;
}

function filter(node: Name | Call, value: Value, scope: Scope): Value {
  const [{ value: name }, args] =
    node.type === "Identifier"
      ? [node, new Arguments()]
      : [node.callee as Name, argumentsOf(node.args, scope)];
  // A test with arguments, see the parser.
  const test = /^is (not )?(\w+)$/.exec(name);
  if (test) return applyTest(test[2]!, value, args) !== (test[1] !== undefined);
  const result = applyFilter(name, value, args);
  if (typeof result === "string") spend(result.length);
  return result;
}

function call(node: Call, scope: Scope, extra: [string, Value][] = []): Value {
  const callee = evaluate(node.callee, scope);
  const args = argumentsOf(node.args, scope);
  for (const [name, value] of extra) args.named.set(name, value);
  if (typeof callee !== "function") {
    throw runtimeError(
      `"${describe(node.callee)}" is ${kindOf(callee)} and cannot be called.`,
    );
  }
  const result = callee(args);
  if (typeof result === "string" || Array.isArray(result)) spend(result.length);
  return result;
}

function argumentsOf(nodes: Node[], scope: Scope): Arguments {
  const args = new Arguments();
  for (const node of nodes) {
    if (node.type === "KeywordArgumentExpression") {
      args.named.set(node.key.value, evaluate(node.value, scope));
    } else if (node.type === "SpreadExpression") {
      args.positional.push(...iterate(evaluate(node.argument, scope)));
    } else if (node.type === "KeywordSpreadExpression") {
      const object = evaluate(node.argument, scope);
      if (!(object instanceof Map)) {
        throw runtimeError(`"**" takes an object, not ${kindOf(object)}.`);
      }
      for (const [name, value] of object) args.named.set(str(name), value);
    } else {
      args.positional.push(evaluate(node, scope));
    }
  }
  return args;
}
