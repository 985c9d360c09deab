/**
 * The template cannot be parsed, uses a name that does not exist, or has failed while
 * it ran. `offset` is the position in its text, if it is known.
 */
export class JinjaError extends Error {
  constructor(
    readonly kind: "syntax" | "undefined" | "unknown" | "runtime",
    message: string,
    public offset?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Fails as Python does. The evaluation that called it adds the position. */
export function fail(message: string): never {
  throw new JinjaError("runtime", message);
}

/** Fails because a filter or a test does not exist, with any data. */
export function unknown(
  what: "filter" | "test",
  name: string,
  offset?: number,
): never {
  throw new JinjaError("unknown", `No ${what} named '${name}'.`, offset);
}

/** Fails where the server can do what this engine cannot: an error is better than a different text. */
export function unsupported(
  what: string,
  kind: "unknown" | "runtime" = "runtime",
): never {
  throw new JinjaError(
    kind,
    `${what} is not supported here, although Jinja2 has it.`,
  );
}
