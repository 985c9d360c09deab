// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createChatKitClient,
  type ChatKitItem,
} from "../../../src/chatkit/index.js";
import { fakeServer, json, random, stream } from "../fake.js";

/** Replies of chatkit-python, recorded; not part of this project. */
const FOLDER =
  process.env["CHATKIT_TRANSCRIPTS"] ??
  join(import.meta.dirname, "../../../../shared/spec/transcripts");

const inline = `data: {"type":"thread.created","thread":{"id":"thr_1","status":{"type":"active"},"items":{"data":[],"has_more":false}}}

data: {"type":"stream_options","stream_options":{"allow_cancel":true}}

data: {"type":"thread.item.added","item":{"id":"msg_1","thread_id":"thr_1","type":"widget","widget":{"type":"Card","children":[{"id":"t","type":"Text","value":""}]}}}

data: {"type":"thread.item.updated","item_id":"msg_1","update":{"type":"widget.streaming_text.value_delta","component_id":"t","delta":"né 🐱","done":true}}

data: {"type":"thread.item.updated","item_id":"msg_1","update":{"type":"widget.streaming_text.value_delta","component_id":"t","delta":"\u2028and on","done":true}}

data: {"type":"thread.item.done","item":{"id":"msg_1","thread_id":"thr_1","type":"widget","widget":{"type":"Card","children":[{"id":"t","type":"Text","value":"né 🐱\u2028and on"}]}}}

`;

/** Written in the same form: what those replies do not show. */
const WRITTEN = join(import.meta.dirname, "../../fixtures/transcripts");

const recorded = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.endsWith(".sse"))
  : [];
const transcripts: [string, Uint8Array][] = [
  ["written for this test", new TextEncoder().encode(inline)],
  ...readdirSync(WRITTEN).map((name): [string, Uint8Array] => [
    name,
    readFileSync(join(WRITTEN, name)),
  ]),
  ...recorded.map((name): [string, Uint8Array] => [
    name,
    readFileSync(join(FOLDER, name)),
  ]),
];

interface Recorded {
  type: string;
  item: ChatKitItem;
  item_id: string;
  thread: { id: string };
  code: string;
  name: string;
}

const eventsOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => JSON.parse(block.slice("data: ".length)) as Recorded);

/** What a thread must be in the end: whole items alone count. */
function expected(bytes: Uint8Array) {
  const items = new Map<string, ChatKitItem>();
  for (const { type, item, item_id } of eventsOf(bytes)) {
    if (/item\.(?:added|done|replaced)$/.test(type)) items.set(item.id, item);
    if (type === "thread.item.removed") items.delete(item_id);
  }
  return [...items.values()];
}

async function play(pieces: readonly Uint8Array[], threadId?: string) {
  const server = fakeServer(stream(pieces));
  const effects: string[] = [];
  const client = createChatKitClient({
    url: "/chatkit",
    fetch: server.fetch,
    threadId,
    onEffect: ({ name }) => effects.push(name),
    onError: () => undefined,
  });
  const failure = await (
    threadId === undefined
      ? client.sendUserMessage("Hello")
      : client.sendCustomAction({ type: "go" })
  ).then(
    () => undefined,
    (cause: Error) => cause.message,
  );
  return { items: client.getItems(), effects, failure };
}

/** The thread of a reply that creates none. */
const threadOf = (bytes: Uint8Array) => {
  const [first] = eventsOf(bytes);
  return first?.type === "thread.created" ? undefined : "thr_0007";
};

const cut = (bytes: Uint8Array, ...positions: number[]) =>
  [0, ...positions].map((from, i) => bytes.subarray(from, positions[i]));

if (recorded.length === 0) {
  test.skip(
    `no recorded replies in ${FOLDER}: only the one written here is played`,
  );
}

describe.each(transcripts)("%s", (_, bytes) => {
  const threadId = threadOf(bytes);
  const errors = eventsOf(bytes).filter(({ type }) => type === "error");
  const result = {
    items: expected(bytes),
    effects: eventsOf(bytes).flatMap(({ type, name }) =>
      type === "client_effect" ? [name] : [],
    ),
    failure: errors[0] && (expect.stringContaining(errors[0].code) as unknown),
  };

  test("in one piece", async () => {
    expect(await play([bytes], threadId)).toEqual(result);
  });

  test("byte by byte", async () => {
    const all = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
    expect(await play(all, threadId)).toEqual(result);
  });

  test("cut at each of the first 400 bytes", async () => {
    for (let at = 1; at < Math.min(400, bytes.length); at++) {
      expect(await play(cut(bytes, at), threadId), `at ${at}`).toEqual(result);
    }
  });

  test("cut anywhere", async () => {
    const next = random(7);
    for (let run = 0; run < 50; run++) {
      const positions = Array.from(
        { length: 1 + Math.floor(next() * 12) },
        () => Math.floor(next() * bytes.length),
      ).sort((a, b) => a - b);
      const played = await play(cut(bytes, ...positions), threadId);
      expect(played, `at ${positions.join()}`).toEqual(result);
    }
  });

  test("with CRLF, comments, names and pings between the events", async () => {
    const text = new TextDecoder()
      .decode(bytes)
      .replaceAll("data: ", ": ping\nevent: message\nid: 1\ndata:")
      .replaceAll("\n", "\r\n");
    const noisy = new TextEncoder().encode(`${text}data: [DONE]\r\n\r\n`);
    expect(await play(cut(noisy, 150, 151, 400), threadId)).toEqual(result);
  });
});

/** Texts with an id, whose deltas say all that `done` repeats. */
test.each(transcripts.filter(([name]) => /^(?:written|01-|03-)/.test(name)))(
  "%s: updates alone lead to the widget of `done`",
  async (_, bytes) => {
    const all = eventsOf(bytes);
    const last = all.findLast(({ type }) => type === "thread.item.done")!;
    const text = new TextDecoder().decode(bytes);
    const cutOff = text.lastIndexOf("data: ", text.lastIndexOf("item.done"));
    const { items, failure } = await play(
      [new TextEncoder().encode(text.slice(0, cutOff))],
      threadOf(bytes),
    );
    expect(items.at(-1)).toMatchObject({
      widget: (last.item as { widget: object }).widget,
    });
    expect(failure).toContain("before the item");
  },
);

test.skipIf(recorded.length === 0)(
  "an action is sent as recorded, and the thread that is fetched then is the same",
  async () => {
    const file = (name: string) => readFileSync(join(FOLDER, name));
    const request = JSON.parse(
      file("06b-action-replace.request.json").toString(),
    ) as { params: { item_id: string; action: { type: string } } };
    const server = fakeServer(
      stream([file("06a-create-list.sse")]),
      stream([file("06b-action-replace.sse")]),
      json(JSON.parse(file("06c-get-thread-after-replace.json").toString())),
    );
    const client = createChatKitClient({ url: "/", fetch: server.fetch });
    await client.sendUserMessage("list");
    const { item_id, action } = request.params;
    await client.sendCustomAction(action, item_id);
    const before = client.getItems();
    await client.refresh();
    const [created, acted, got] = server.requests.map(({ type, params }) => ({
      type,
      params,
    }));
    expect(created).toEqual(
      JSON.parse(file("06a-create-list.request.json").toString()),
    );
    expect(acted).toEqual(request);
    expect(got).toEqual(
      JSON.parse(file("06c-get-thread-after-replace.request.json").toString()),
    );
    expect(client.getItems()).toBe(before);
  },
);
