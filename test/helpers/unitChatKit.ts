import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createChatKitClient,
  type ChatKitClientOptions,
  type ChatKitError,
} from "../../src/chatkit/index.js";
import type { ActionContext, WidgetError } from "../../src/index.js";
import {
  fakeServer,
  json,
  stream,
  textCard,
  widgetItem,
} from "../chatkit/fake.js";

/** A client of the thread "thr_1" and a server that gives it these replies in turn. */
export function start(
  options: Partial<ChatKitClientOptions> = {},
  ...replies: Parameters<typeof fakeServer>
) {
  const server = fakeServer(...replies);
  const errors: WidgetError[] = [];
  const client = createChatKitClient({
    url: "/chatkit",
    threadId: "thr_1",
    fetch: server.fetch,
    onError: (error) => errors.push(error),
    ...options,
  });
  const sent = () => server.requests.map(({ type, params }) => [type, params]);
  return { server, errors, client, sent };
}

/** A client of a real server; what fails is reported by the promises alone. */
export const connect = (options: ChatKitClientOptions) =>
  createChatKitClient({ onError: () => undefined, ...options });

/** A client whose thread has these items. */
export async function startWith(
  items: object[],
  options?: Partial<ChatKitClientOptions>,
) {
  const started = start(options, thread(items));
  await started.client.refresh();
  started.server.requests.length = 0;
  return started;
}

/** The reply with the thread "thr_1" and these items. */
export const thread = (data: object[], more = false) =>
  json({ id: "thr_1", title: "Trip", items: { data, has_more: more } });

/** An action. */
export const go = { type: "go", payload: { id: 1 } };

/** What the renderer gives a handler beside the action. */
export const context = (over: Partial<ActionContext> = {}): ActionContext => ({
  handler: "server",
  streaming: true,
  node: { type: "Button", path: "/children/0" },
  signal: new AbortController().signal,
  sendAction: async () => undefined,
  ...over,
});

/** The item that an action comes from. */
export const sender = { id: "msg_1", widget: textCard("Hi") };

/** The error by which a promise rejects. */
export const failure = (promise: unknown) =>
  Promise.resolve(promise).then(
    () => undefined,
    (cause: unknown) => cause as ChatKitError,
  );

/** The event by which a server reports an error. */
export const serverError = (over: object = {}) => ({
  type: "error",
  code: "stream.error",
  allow_retry: true,
  ...over,
});

/** A reply that is written in `fixtures/transcripts`. */
export const recorded = (name: string) =>
  stream([
    readFileSync(join(import.meta.dirname, "../fixtures/transcripts", name)),
  ]);

/** The item "msg_1", "msg_2" …, whose widget has one text. */
export const item = (n: number, value = `${n}`) =>
  widgetItem(`msg_${n}`, textCard(value));

/** The items of these numbers, both included. */
export const list = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => item(from + i));

/** The numbers of items. */
export const ids = (items: readonly { id: string }[]) =>
  items.map(({ id }) => Number(id.slice(4)));

/** The numbers from one to another, both included. */
export const range = (from: number, to: number) => ids(list(from, to));
