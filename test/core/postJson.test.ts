// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";
import { postJson, type PostOptions } from "../../src/core/postJson.js";

afterEach(() => vi.unstubAllGlobals());

const answer = new Response("ok");

/** Posts `{ a: 1 }`; gives what `fetch` got. */
async function post(
  options: Partial<PostOptions> = {},
  signal = new AbortController().signal,
) {
  const fetch = vi.fn<NonNullable<PostOptions["fetch"]>>(async () => answer);
  vi.stubGlobal("fetch", fetch);
  const sent = postJson(
    { url: "/api", ...options },
    { a: 1 },
    "text/a",
    signal,
  );
  return { response: await sent, calls: fetch.mock.calls, signal };
}

test.each<[string, PostOptions["headers"], Record<string, string>]>([
  ["none", undefined, { "content-type": "application/json" }],
  [
    "an object",
    { authorization: "b" },
    { authorization: "b", "content-type": "application/json" },
  ],
  [
    "a function",
    async () => ({ "Content-Type": "text/b", accept: "text/c" }),
    { "content-type": "text/b" },
  ],
])("a request with the headers of %s", async (_, headers, expected) => {
  const { response, calls, signal } = await post({ headers });
  expect(response).toBe(answer);
  expect(calls).toEqual([
    [
      "/api",
      { method: "POST", headers: expect.anything(), body: '{"a":1}', signal },
    ],
  ]);
  expect(Object.fromEntries(new Headers(calls[0]![1].headers))).toEqual({
    ...expected,
    accept: "text/a",
  });
});

test("the `fetch` of the host is called instead of the global one", async () => {
  const fetch = vi.fn(async () => answer);
  const { calls } = await post({ fetch });
  expect(fetch).toHaveBeenCalledOnce();
  expect(calls).toEqual([]);
});

test("nothing is sent after an abort, also one while headers are awaited", async () => {
  const abort = new AbortController();
  const fetch = vi.fn(async () => answer);
  const headers = async () => {
    abort.abort(new Error("gone"));
    return {};
  };
  await expect(post({ fetch, headers }, abort.signal)).rejects.toThrow("gone");
  expect(fetch).not.toHaveBeenCalled();
});
