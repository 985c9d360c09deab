/** Where requests go, and how they are sent. Read at each request. */
export interface PostOptions {
  /** The endpoint. */
  url: string | URL;
  /** Sends the requests, for instance with credentials. @default the global `fetch` */
  fetch?:
    ((url: string | URL, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers of every request; a function is asked each time, so tokens may change. */
  headers?:
    HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/** Sends JSON and gives the response, whatever its status. */
export async function postJson(
  options: PostOptions,
  body: unknown,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  const { url, headers: given } = options;
  const headers = new Headers(
    typeof given === "function" ? await given() : given,
  );
  if (!headers.has("content-type")) {
    headers.set("content-type", "application/json");
  }
  // A host's `fetch` may not look at the signal.
  signal.throwIfAborted();
  headers.set("accept", accept);
  return (options.fetch ?? fetch)(url, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
    signal,
  });
}
