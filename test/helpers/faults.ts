/* oxlint-disable unicorn/no-thenable -- a handler may return one */
const fail = () => {
  throw new Error("cannot be read");
};

/** What a handler or a component may throw, and a promise reject with: anything. */
export const causes: Record<string, () => unknown> = {
  "an error": () => new Error("offline"),
  "a frozen error": () => Object.freeze(new Error("offline")),
  nothing: () => undefined,
  null: () => null,
  "a text": () => "offline",
  "a number": () => Number.NaN,
  "a symbol": () => Symbol("offline"),
  "a function": () => fail,
  "an object without a prototype": () => Object.create(null) as unknown,
  "an object that cannot become a text": () => ({ toString: fail }),
  "an error whose message cannot be read": () =>
    Object.defineProperty(new Error(), "message", { get: fail }),
  "an error whose message is a symbol": () =>
    Object.assign(new Error(), { message: Symbol("offline") }),
  "an object whose properties cannot be read": () =>
    new Proxy({}, { get: fail, getPrototypeOf: fail, ownKeys: fail }),
  "a revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "field errors that cannot be read": () =>
    Object.defineProperty({}, "fieldErrors", { get: fail }),
  "field errors one of which cannot be read": () => ({
    fieldErrors: Object.defineProperty({}, "note", {
      get: fail,
      enumerable: true,
    }),
  }),
  "field errors that are no texts": () => ({ fieldErrors: { note: fail } }),
  "a reason that is no text": () => ({ reason: { toString: fail } }),
  "the abort of something else": () =>
    new DOMException("The request was aborted", "AbortError"),
};

/** How a handler may fail, with a cause. */
export const failures: Record<string, (cause: unknown) => unknown> = {
  throws: (cause) => {
    throw cause;
  },
  rejects: (cause) => Promise.reject(cause),
  "rejects later": async (cause) => {
    await Promise.resolve();
    throw cause;
  },
  "returns a thenable that throws": (cause) => ({
    then: () => {
      throw cause;
    },
  }),
  "returns a thenable that rejects twice": (cause) => ({
    then: (_: unknown, reject: (cause: unknown) => void) => {
      reject(cause);
      reject(cause);
    },
  }),
  "returns an object whose promise cannot be read": (cause) =>
    Object.defineProperty({}, "then", {
      get: () => {
        throw cause;
      },
    }),
};
