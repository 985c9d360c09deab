import type { Value } from "./values.js";

export type Method<T> = [
  parameters: string,
  run: (self: T, ...args: (Value | undefined)[]) => Value,
];

export type Methods<T> = Record<string, Method<T>>;
