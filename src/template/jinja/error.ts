/**
 * The template could not be parsed, used a name that is not there, or failed
 * while it ran; `offset` is the place in its text, where that is known.
 */
export class JinjaError extends Error {
  constructor(
    readonly kind: "syntax" | "undefined" | "runtime",
    message: string,
    public offset?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Fails as Python does: the evaluation that called adds its place. */
export function fail(message: string): never {
  throw new JinjaError("runtime", message);
}

/** Refuses what the server can do and this engine cannot: an error is better than other text. */
export function unsupported(what: string): never {
  fail(`${what} is not supported here, although Jinja2 has it.`);
}
