// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ChatKitError } from "../../src/chatkit/index.js";
import { readReply } from "../../src/chatkit/reply.js";
import { json, stream } from "./fake.js";

const read = async (
  response: Response,
  streaming = true,
  signal = new AbortController().signal,
) => {
  const list: string[] = [];
  const text = await readReply(response, streaming, signal, (data) =>
    list.push(data),
  );
  return { list, text };
};
const bytes = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte));

describe("readReply", () => {
  test.each<[string, string, string[]]>([
    ["LF", "data: a\n\ndata: b\n\n", ["a", "b"]],
    ["CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]],
    ["CR", "data: a\r\rdata: b\r\r", ["a", "b"]],
    ["no blank after the colon", "data:a\n\n", ["a"]],
    ["one blank is not of the data", "data:  a\n\n", [" a"]],
    ["several lines", "data: {\ndata: }\n\n", ["{\n}"]],
    ["a name, an id, a delay", "event: x\nid: 1\nretry: 5\ndata: a\n\n", ["a"]],
    ["a field nobody knows", "date: a\ndata: b\n\n", ["b"]],
    ["comments and pings", ": ping\n\n:\n\ndata: a\n\n: bye\n\n", ["a"]],
    [
      "U+2028, U+2029, NEL, VT are text",
      "data: a\u2028\u2029\u0085\vb\n\n",
      ["a\u2028\u2029\u0085\vb"],
    ],
    ["no final blank line: incomplete", "data: a\n\ndata: b\n", ["a"]],
    ["cut in the line: incomplete", "data: a\n\ndata: b", ["a"]],
    ["a byte order mark", "\uFEFFdata: a\n\n", ["a"]],
    ["nothing", "", []],
  ])("%s", async (_, text, list) => {
    for (const pieces of [[text], bytes(text)]) {
      expect(await read(stream(pieces))).toEqual({ list, text: undefined });
    }
  });

  test.each([
    ["application/json", '{"a":1}', true],
    ["application/problem+json; charset=utf-8", '{"a":1}', true],
    ["", '{"a":1}', false],
    ["text/html", "", true],
  ])("%s is JSON, whatever was asked for", async (type, text, streaming) => {
    const headers: HeadersInit = type ? { "content-type": type } : {};
    const reply = stream(bytes(text), undefined, headers);
    expect(await read(reply, streaming)).toEqual({ list: [], text });
  });

  test("events are events, whatever was asked for, and so are untyped ones", async () => {
    expect(await read(stream(["data: a\n\n"]), false)).toMatchObject({
      list: ["a"],
    });
    const untyped = stream(["data: a\n\n"], undefined, {});
    expect(await read(untyped)).toMatchObject({ list: ["a"] });
  });

  test("no body is an empty one", async () => {
    expect(await read(new Response(null, { status: 204 }), false)).toEqual({
      list: [],
      text: "",
    });
  });

  test("a body that cannot be streamed is read as a whole", async () => {
    const reply = {
      ok: true,
      headers: new Headers({ "content-type": "text/event-stream" }),
      body: undefined,
      text: async () => "data: a\n\ndata: b\n\n",
    } as unknown as Response;
    expect(await read(reply)).toMatchObject({ list: ["a", "b"] });
  });

  test.each<[string, Response, Partial<ChatKitError>, string]>([
    [
      "a status that is no success",
      json({ error: "Unknown request type: threads.sync_custom_action" }, 500),
      { reason: "http", status: 500 },
      'The server answered 500: {"error":"Unknown request type: threads.sync_custom_action"}. Its log says more.',
    ],
    [
      "a long page for an error",
      new Response("<p>no</p>\n".repeat(10_000), { status: 404 }),
      { reason: "http", status: 404 },
      "…. Its log",
    ],
    [
      "a page instead of a reply",
      stream(["<h1>Sign in</h1>"], undefined, { "content-type": "text/html" }),
      { reason: "protocol" },
      'text/html, not with events or JSON: <h1>Sign in</h1>. Is "url"',
    ],
  ])("%s", async (_, reply, error, message) => {
    const failure = await read(reply).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(ChatKitError);
    expect(failure).toMatchObject({ code: "stream", ...error });
    expect((failure as ChatKitError).message).toContain(message);
    expect((failure as ChatKitError).message.length).toBeLessThan(400);
  });

  test("an event without an end fills no memory", async () => {
    const piece = new TextEncoder().encode("data: ".padEnd(2 ** 20, "x"));
    const reply = stream(Array.from({ length: 100 }, () => piece));
    await expect(read(reply)).rejects.toThrow("An event is too large");
  });

  test("reading ends with its signal", async () => {
    const controller = new AbortController();
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    const reply = new Response(body, {
      headers: { "content-type": "text/event-stream" },
    });
    const reading = read(reply, true, controller.signal);
    controller.abort();
    expect(await reading).toEqual({ list: [], text: undefined });
    expect(cancelled).toBe(true);
  });
});
