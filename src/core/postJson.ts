/** Where requests are sent, and how. The options are read at each request. */
export interface PostOptions {
  /** The address of the server. */
  url: string | URL;
  /** Sends the requests, for instance with credentials. @default the global `fetch` */
  fetch?:
    ((url: string | URL, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers of every request. A function is called for each request, so tokens may change. */
  headers?:
    HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/** Sends JSON and returns the response, whatever its status is. */
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
  // The `fetch` of the host may ignore the signal.
  signal.throwIfAborted();
  headers.set("accept", accept);
  return (options.fetch ?? fetch)(url, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
    signal,
  });
}
