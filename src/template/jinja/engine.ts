import { Environment, Interpreter } from "@huggingface/jinja";
import type { Node } from "./nodes.js";

/** The engine's values. It does not export them, so this says what is used of them here. */
export type Value = {
  readonly builtins: ReadonlyMap<string, Value>;
  __bool__(): { value: boolean };
} & (
  | { type: "StringValue"; value: string }
  | { type: "IntegerValue" | "FloatValue"; value: number }
  | { type: "BooleanValue"; value: boolean }
  | { type: "NullValue"; value: null }
  | { type: "UndefinedValue"; value: undefined }
  | { type: "ArrayValue"; value: Value[] }
  | { type: "ObjectValue" | "NamespaceValue"; value: Map<string, Value> }
  | { type: "FunctionValue"; value: (args: Value[], scope: Scope) => Value }
);

export type ValueOf<T extends Value["type"]> = Value & { type: T };

export interface Scope {
  variables: Map<string, Value>;
  parent?: Scope | undefined;
  /** Converts from JavaScript. */
  set(name: string, value: unknown): Value;
}

export const Scope = Environment as unknown as new (parent?: Scope) => Scope;

/** `evaluate` comes back to itself for every part of a node, which makes it the one place to add to. */
export const Engine = Interpreter as unknown as new (scope: Scope) => {
  evaluate(node: Node | undefined, scope: Scope): Value;
};

export function fromJs(value: unknown): Value {
  return new Scope().set("value", value);
}

function classOf<T extends Value["type"]>(example: unknown) {
  return fromJs(example).constructor as new (
    value: ValueOf<T>["value"],
  ) => ValueOf<T>;
}

export const TextValue = classOf<"StringValue">("");
export const ListValue = classOf<"ArrayValue">([]);
export const FunctionValue = classOf<"FunctionValue">(() => null);
export const FloatValue = classOf<"FloatValue">(0.5);
export const IntegerValue = classOf<"IntegerValue">(0);
export const BooleanValue = classOf<"BooleanValue">(true);
export const UndefinedValue = classOf<"UndefinedValue">(undefined);
export const NONE = fromJs(null);
