import { fail } from "./error.js";
import {
  Callable,
  type CallArguments,
  None,
  Thing,
  Undefined,
  type Value,
  iterate,
  lengthOfValue,
  Iter,
} from "./python/values.js";
import { equal } from "./python/compare.js";

/** The variable `loop` of a `for`. */
export class Loop extends Thing {
  readonly name = "LoopContext";
  private index = -1;
  private items: Iterator<Value>;
  private after: IteratorResult<Value, unknown> | undefined;
  private current: Value | undefined;
  private before: Value | undefined;
  private changedBefore: Value[] | undefined;
  private knownLength: number | undefined;

  constructor(
    private readonly of: Value,
    private readonly depth: number,
    /** Renders the body with other items, where the loop is recursive. */
    private readonly recurse: ((items: Value) => string) | undefined,
  ) {
    super();
    this.items = iterate(of);
  }

  /** Moves to the next item; `undefined`: there is none. */
  next(): { item: Value } | undefined {
    const result = this.after ?? this.items.next();
    this.after = undefined;
    if (result.done === true) return undefined;
    this.index++;
    this.before = this.current;
    this.current = result.value;
    return { item: result.value };
  }

  private peek(): IteratorResult<Value, unknown> {
    return (this.after ??= this.items.next());
  }

  override get length(): number {
    if (this.knownLength !== undefined) return this.knownLength;
    if (!(this.of instanceof Iter)) {
      return (this.knownLength = lengthOfValue(this.of));
    }
    const waiting = this.after;
    const rest: Value[] = [];
    if (waiting?.done !== true) {
      for (
        let it = this.items.next();
        it.done !== true;
        it = this.items.next()
      ) {
        rest.push(it.value);
      }
    }
    this.items = rest[Symbol.iterator]();
    const peeked = waiting && waiting.done !== true ? 1 : 0;
    return (this.knownLength = rest.length + this.index + 1 + peeked);
  }

  override print(): string {
    return `<LoopContext ${this.index + 1}/${this.length}>`;
  }

  override readonly call = ({ positional: [items] }: CallArguments): Value => {
    if (!this.recurse) {
      fail(
        "The loop must have the 'recursive' marker to be called recursively.",
      );
    }
    if (items === undefined) fail("loop() wants the items to go through.");
    return this.recurse(items);
  };

  attribute(name: string): Value | undefined {
    switch (name) {
      case "index":
        return BigInt(this.index + 1);
      case "index0":
        return BigInt(this.index);
      case "first":
        return this.index === 0;
      case "last":
        return this.peek().done === true;
      case "length":
        return BigInt(this.length);
      case "revindex":
        return BigInt(this.length - this.index);
      case "revindex0":
        return BigInt(this.length - this.index - 1);
      case "depth":
        return BigInt(this.depth + 1);
      case "depth0":
        return BigInt(this.depth);
      case "previtem":
        return this.index === 0
          ? new Undefined("There is no previous item.")
          : this.before;
      case "nextitem": {
        const next = this.peek();
        return next.done === true
          ? new Undefined("There is no next item.")
          : next.value;
      }
      case "cycle":
        return new Callable(name, ({ positional }) =>
          positional.length > 0
            ? positional[this.index % positional.length]!
            : fail("no items for cycling given."),
        );
      case "changed":
        return new Callable(name, ({ positional }) => {
          const last = this.changedBefore;
          const same =
            last?.length === positional.length &&
            last.every((value, i) => equal(value, positional[i]!));
          this.changedBefore = positional;
          return !same;
        });
      default:
        return undefined;
    }
  }
}

/** The result of `cycler()`. */
export class Cycler extends Thing {
  readonly name = "Cycler";
  private position = 0;

  constructor(private readonly items: Value[]) {
    super();
    if (items.length === 0) fail("at least one item has to be provided.");
  }

  attribute(name: string): Value | undefined {
    switch (name) {
      case "current":
        return this.items[this.position];
      case "items":
        return this.items;
      case "pos":
        return BigInt(this.position);
      case "next":
        return new Callable(name, () => {
          const item = this.items[this.position]!;
          this.position = (this.position + 1) % this.items.length;
          return item;
        });
      case "reset":
        return new Callable(name, () => {
          this.position = 0;
          return None;
        });
      default:
        return undefined;
    }
  }
}
