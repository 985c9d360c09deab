import type { Value } from "./python/values.js";

/** The names that a part of the template can use, with those of the scopes around it. */
export class Scope {
  private readonly names = new Map<string, Value>();

  constructor(private readonly outer?: Scope) {}

  set(name: string, value: Value): void {
    this.names.set(name, value);
  }

  get(name: string): Value | undefined {
    return this.names.get(name) ?? this.outer?.get(name);
  }
}
