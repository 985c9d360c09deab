import { vi } from "vitest";
import type { Action } from "../../src/index.js";

/** A handler whose actions run until `end` settles them: with an error if `fails`. */
export function slowHandler(fails: boolean) {
  const ends: (() => void)[] = [];
  const handler = vi.fn<(action: Action) => Promise<void>>(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push(() => (fails ? reject(new Error("offline")) : resolve()));
      }),
  );
  return {
    handler,
    fails,
    end: () => ends.splice(0).forEach((settle) => settle()),
  };
}
