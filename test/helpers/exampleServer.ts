import { createApp } from "../../examples/chatkit-server/app.mjs";
import { createChatKitServer } from "../../examples/chatkit-server/server.mjs";
import type { ChatKitClient, ChatKitError } from "../../src/chatkit/index.js";
import type { ActionContext, WidgetNode } from "../../src/index.js";
import { connect } from "./Thread.js";

/** Passes a reply on event by event: `step(Infinity)` lets it run, `step(-Infinity)` stops it. */
export function steps() {
  let left = 0;
  let wake = () => {};
  const take = () => left > 0 && left-- > 0;
  return {
    step(count: number) {
      left = count === -Infinity ? 0 : left + count;
      wake();
    },
    release(reply: Response) {
      if (reply.headers.get("content-type") !== "text/event-stream") {
        return reply;
      }
      const chunks = reply.body!.getReader();
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            while (!take()) {
              await new Promise<void>((resolve) => (wake = resolve));
            }
            const { done, value } = await chunks.read();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel: (reason) => chunks.cancel(reason),
        },
        // Nothing is fetched before it is read: the server waits as well.
        { highWaterMark: 0 },
      );
      return new Response(body, reply);
    },
  };
}

/** Every state of every widget that the example server can be led to. */
export async function everyWidget() {
  const seen = new Map<string, WidgetNode>();
  const handle = createChatKitServer(createApp({ pace: 0 }));
  const open = () => {
    const client: ChatKitClient = connect({
      url: location.origin,
      fetch: (url, init) => handle(new Request(url, init)),
      onEvent: () => {
        for (const item of client.getItems()) {
          if (item.type !== "widget") continue;
          seen.set(JSON.stringify(item.widget), item.widget);
        }
      },
    });
    return client;
  };
  /** What a form of its widgets would send along. */
  const values = {
    seat: "aisle",
    extra: true,
    range: "month",
    person: { name: "Ada", email: "ada@example.com" },
  };

  const atOnce: ActionContext = {
    handler: "server",
    streaming: false,
    node: { type: "Button", path: "" },
    signal: new AbortController().signal,
    sendAction: async () => undefined,
  };

  async function walk(path: readonly Found[]) {
    const client = open();
    for (const { type, payload, streaming } of path) {
      const item = client.getItems().at(-1);
      const id = item?.id;
      const whole = { type, payload: { ...values, ...payload } };
      if (type === "chat.say") {
        await client.sendUserMessage(String(payload?.["text"]));
      } else if (streaming === false) {
        await client.sendAction(whole, { id, widget: undefined }, atOnce);
      } else {
        await client
          .sendCustomAction(whole, id)
          .catch((cause: ChatKitError) => {
            // A failure that is a part of the scene.
            if (cause.serverCode !== "custom") throw cause;
          });
      }
    }
    const last = client.getItems().at(-1);
    if (last?.type !== "widget" || path.length > 3) return;
    for (const found of actionsIn(last.widget)) await walk([...path, found]);
  }

  await walk([{ type: "chat.say", payload: { text: "Hello" } }]);
  return [...seen.values()];
}

interface Found {
  type: string;
  payload?: Record<string, unknown>;
  streaming?: boolean;
}

function actionsIn(json: unknown): Found[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    /^(?:on\w+Action|action)$/.test(name) ? [value as Found] : actionsIn(value),
  );
}
