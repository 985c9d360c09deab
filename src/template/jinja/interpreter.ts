import type {
  Expression,
  FilterExpression,
  MacroStatement,
  Statement,
  Target,
} from "./ast.js";
import { checkSize, spendItem, spendText } from "./budget.js";
import { fail } from "./error.js";
import {
  withOffset,
  callValue,
  evaluate,
  evaluateArguments,
  evaluateFilter,
} from "./evaluate.js";
import { GLOBALS } from "./globals.js";
import { toText } from "./python/represent.js";
import {
  Callable,
  type CallArguments,
  Dict,
  Iter,
  iterate,
  listOf,
  Namespace,
  None,
  truth,
  Tuple,
  Undefined,
  type Value,
} from "./python/values.js";
import { Scope } from "./scope.js";
import { Loop } from "./things.js";

/** Runs a template, and gives what it prints. */
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
    output += withOffset(statement.offset, () => execute(statement, scope));
    checkSize(output.length);
  }
  return output;
}

function execute(statement: Statement, scope: Scope): string {
  spendItem();
  switch (statement.type) {
    case "text":
      spendText(statement.text.length);
      return statement.text;
    case "output": {
      const value = evaluate(statement.value, scope);
      const text = withOffset(statement.value.offset, () => toText(value));
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
      return toText(withOffset(call.offset, () => callValue(callee, args)));
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
  withOffset(target.offset, () => {
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

/** Applies a filter, or several of them, to what a block prints. */
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
