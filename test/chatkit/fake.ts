import type {
  ChatKitEvent,
  ChatKitWidgetItem,
} from "../../src/chatkit/index.js";
import type { WidgetNode } from "../../src/index.js";

/** A request as a server reads it. */
export interface Received {
  type: string;
  params: Record<string, unknown>;
  headers: Headers;
  signal: AbortSignal;
}

type Reply =
  Response | Error | ((request: Received) => Response | Promise<Response>);

/** A `fetch` that gives prepared replies in turn and keeps what it was asked. */
export function fakeServer(...replies: Reply[]) {
  const requests: Received[] = [];
  return {
    requests,
    reply: (...more: Reply[]) => void replies.push(...more),
    fetch: async (_: string | URL, init: RequestInit): Promise<Response> => {
      const request = {
        ...(JSON.parse(init.body as string) as Pick<
          Received,
          "type" | "params"
        >),
        headers: new Headers(init.headers),
        signal: init.signal!,
      };
      requests.push(request);
      const reply = replies.shift();
      if (!reply) throw new Error(`unexpected ${request.type}`);
      if (reply instanceof Error) throw reply;
      return typeof reply === "function" ? reply(request) : reply;
    },
  };
}

/** Events as a stream writes them. */
export const sse = (...events: object[]) =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");

const encoder = new TextEncoder();
const EVENTS = { "content-type": "text/event-stream; charset=utf-8" };

/** A reply that arrives in these pieces and, maybe, breaks. */
export function stream(
  pieces: readonly (string | Uint8Array)[],
  failure?: Error,
  headers: HeadersInit = EVENTS,
): Response {
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[next++];
      if (piece === undefined) {
        if (failure) controller.error(failure);
        else controller.close();
      } else {
        controller.enqueue(
          typeof piece === "string" ? encoder.encode(piece) : piece,
        );
      }
    },
  });
  return new Response(body, { headers });
}

export const events = (...list: object[]) => stream([sse(...list)]);

export const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json" },
  });

/** A reply that is written while a test looks on. */
export function openStream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (created) => void (controller = created),
    cancel: () => void (cancelled = true),
  });
  return {
    reply: new Response(body, { headers: EVENTS }),
    send: (...list: object[]) =>
      controller.enqueue(encoder.encode(sse(...list))),
    end: () => controller.close(),
    fail: (cause = new TypeError("terminated")) => controller.error(cause),
    get cancelled() {
      return cancelled;
    },
  };
}

export const widgetItem = (
  id: string,
  widget: WidgetNode = { type: "Card", children: [] },
): ChatKitWidgetItem => ({ id, thread_id: "thr_1", type: "widget", widget });

export const textCard = (value: string): WidgetNode => ({
  type: "Card",
  children: [{ type: "Text", id: "t", value }],
});

export const done = (item: object): ChatKitEvent => ({
  type: "thread.item.done",
  item,
});
export const added = (item: object): ChatKitEvent => ({
  type: "thread.item.added",
  item,
});
export const delta = (item_id: string, delta: string): ChatKitEvent => ({
  type: "thread.item.updated",
  item_id,
  update: {
    type: "widget.streaming_text.value_delta",
    component_id: "t",
    delta,
    done: false,
  },
});

const { setTimeout: task } = globalThis;

/**
 * Lets what is under way come as far as it can: between tasks the promises that
 * fake replies are made of settle, however many there are.
 */
export async function settle() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => task(resolve));
}

/** A seeded generator of numbers in [0, 1): the same cuts in every run. */
export function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
