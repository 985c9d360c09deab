/**
 * The template could not be parsed, used a name that is not there, or failed
 * while it ran; `offset` is the place in its text, where that is known.
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

/** Fails as Python does: the evaluation that called adds its place. */
export function fail(message: string): never {
  throw new JinjaError("runtime", message);
}

/** A filter or a test that there is not: no data changes that. */
export function unknown(
  what: "filter" | "test",
  name: string,
  offset?: number,
): never {
  throw new JinjaError("unknown", `No ${what} named '${name}'.`, offset);
}

/** Refuses what the server can do and this engine cannot: an error is better than other text. */
export function unsupported(
  what: string,
  kind: "unknown" | "runtime" = "runtime",
): never {
  throw new JinjaError(
    kind,
    `${what} is not supported here, although Jinja2 has it.`,
  );
}
