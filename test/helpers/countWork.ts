/** How many characters `run` reads: what regular expressions, slices and parsers look at. */
export function countWork(run: () => void): number {
  let count = 0;
  const undo: (() => void)[] = [];
  /** Replaces a method, with `cost` of each call. */
  function watch<T extends object>(
    object: T,
    name: keyof T,
    cost: (result: unknown, self: unknown, args: unknown[]) => number,
  ) {
    const original = object[name] as (...args: unknown[]) => unknown;
    const watched = function (this: unknown, ...args: unknown[]) {
      const { lastIndex = 0 } = this as Partial<RegExp>;
      const result = original.apply(this, args);
      count += cost(result, { lastIndex }, args);
      return result;
    };
    Object.assign(object, { [name]: watched });
    undo.push(() => void Object.assign(object, { [name]: original }));
  }
  const ofResult = (result: unknown) => (result as string).length;
  watch(String.prototype, "slice", ofResult);
  watch(String.prototype, "trimStart", ofResult);
  watch(String.prototype, "trimEnd", ofResult);
  watch(JSON, "parse", (_, __, [text]) => (text as string).length);
  // `test`, `replace` and `match` call it as well.
  watch(RegExp.prototype, "exec", (result, self, [text]) => {
    const match = result as RegExpExecArray | null;
    const end = match ? match.index + match[0].length : (text as string).length;
    return end - (self as RegExp).lastIndex;
  });
  try {
    run();
  } finally {
    for (const restore of undo) restore();
  }
  return count;
}
