import { render, screen, waitFor } from "@testing-library/react";
import type { FunctionComponent } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { createWidgetStream } from "../../../src/stream/index.js";
import {
  CORRECTION,
  expectSame,
  growingCard,
  pausedReply,
  pressAtTheEnd,
  sampleOf,
  streamOf,
  stubFetch,
  writtenCard,
} from "../../helpers/recipe.js";

interface Route {
  POST: (request: Request) => Promise<Response>;
}

interface Answer {
  answer: (request: Request, model: unknown) => Promise<Response>;
}

interface OpenAi {
  openai: (way: "output" | "tool") => unknown;
}

interface Message {
  role: string;
  content: string;
}

const OPENAI = "https://api.openai.com/v1/responses";
const LOCAL = "http://localhost:11434/v1/chat/completions";

type Reply = ReturnType<typeof pausedReply>;

/** The events of a model, from the first to the last. */
type Recording = (reply: Reply) => AsyncIterable<object | string>;

const message = { id: "msg_1", type: "message", role: "assistant" };
const call = { id: "fc_1", type: "function_call", call_id: "call_1" };

/** OpenAI, structured output. */
const output: Recording = async function* (reply) {
  const at = { item_id: "msg_1", output_index: 1, content_index: 0 };
  let text = "";
  yield { type: "response.created", response: { status: "in_progress" } };
  yield { type: "response.output_item.added", item: { type: "reasoning" } };
  yield { type: "response.output_item.added", output_index: 1, item: message };
  yield { type: "response.content_part.added", ...at };
  for await (const delta of reply) {
    text += delta;
    yield { type: "response.output_text.delta", ...at, delta };
  }
  yield { type: "response.output_text.done", ...at, text };
  yield { type: "response.output_item.done", item: { ...message, text } };
  yield { type: "response.completed", response: { status: "completed" } };
};

/** OpenAI, a sentence and a call. */
const tool: Recording = async function* (reply) {
  const at = { item_id: "fc_1", output_index: 1 };
  let text = "";
  yield { type: "response.created", response: { status: "in_progress" } };
  yield { type: "response.output_item.added", output_index: 0, item: message };
  yield { type: "response.output_text.delta", delta: "Here it " };
  yield { type: "response.output_text.delta", delta: "is:" };
  yield { type: "response.output_item.done", item: message };
  yield {
    type: "response.output_item.added",
    output_index: 1,
    item: { ...call, name: "show_widget", arguments: "" },
  };
  for await (const delta of reply) {
    text += delta;
    yield { type: "response.function_call_arguments.delta", ...at, delta };
  }
  yield {
    type: "response.function_call_arguments.done",
    ...at,
    arguments: text,
  };
  yield {
    type: "response.output_item.done",
    item: { ...call, arguments: text },
  };
  yield { type: "response.completed", response: { status: "completed" } };
};

/** A local model, with the prose and the fence that it writes. */
const completions: Recording = async function* (reply) {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason }],
  });
  yield chunk({ role: "assistant", content: "" });
  yield chunk({ content: "Here it is:\n\n```json\n" });
  for await (const content of reply) yield chunk({ content });
  yield chunk({ content: "\n```" });
  yield chunk({}, "stop");
  yield "[DONE]";
};

const ways = [
  { way: "structured output of OpenAI", url: OPENAI, record: output },
  { way: "a tool of OpenAI", url: OPENAI, record: tool },
  { way: "a local model", url: LOCAL, record: completions },
];

const done =
  '{"type":"Card","children":[{"type":"Text","value":"It is cancelled."}]}';

/** Server-sent events, cut anywhere. */
async function* written(events: AsyncIterable<object | string>) {
  const encoder = new TextEncoder();
  for await (const event of events) {
    const data = typeof event === "string" ? event : JSON.stringify(event);
    const bytes = encoder.encode(`data: ${data}\n\n`);
    yield bytes.slice(0, 11);
    yield bytes.slice(11);
  }
}

/** The page, its route, and a model that gives these replies in turn. */
async function open(
  { way, url, record }: (typeof ways)[number],
  ...replies: Reply[]
) {
  const { Chat } = await sampleOf<{ Chat: FunctionComponent }>(
    "model-fetch",
    "Chat.tsx",
  );
  const { answer } = await sampleOf<Answer>("model-fetch", "answer.ts");
  const { POST } = await sampleOf<Route>("model-fetch", "route.ts");
  const { openai } = await sampleOf<OpenAi>("model-fetch", "openai.ts");
  const { local } = await sampleOf<{ local: unknown }>(
    "model-fetch",
    "local.ts",
  );
  const requestsOf = stubFetch({
    "/api/chat": (body) => {
      const request = new Request("http://localhost/api/chat", {
        method: "POST",
        body: JSON.stringify(body),
      });
      if (record === tool) return POST(request);
      return answer(request, url === LOCAL ? local : openai("output"));
    },
    [url]: () => {
      const reply = replies.shift();
      if (!reply) throw new Error(`${way}: nothing more to say.`);
      return new Response(streamOf(written(record(reply))));
    },
  });
  render(<Chat />);
  return {
    asked: () => requestsOf(url),
    turns: () => requestsOf("/api/chat") as { messages: Message[] }[],
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(ways)(
  "$way: a widget grows, and its action is the next turn",
  async (way) => {
    const first = pausedReply(writtenCard());
    const { turns, asked } = await open(way, first, pausedReply(done));
    const elements = await growingCard();
    first.goOn();
    await pressAtTheEnd();
    await waitFor(() => expect(turns()).toHaveLength(2));
    expect(await screen.findByText("It is cancelled.")).toBeVisible();
    expectSame(elements);

    expect(turns()).toHaveLength(2);
    expect(turns()[1]!.messages.at(-1)).toEqual({
      role: "user",
      content: 'The user chose {"type":"order.cancel","payload":{"id":"A-1"}}.',
    });
    expect(JSON.stringify(asked()[1])).toContain("order.cancel");
    // The model reads the widget as the page has it.
    expect(turns()[1]!.messages.at(-2)!.content).toContain(
      '"payload":{"id":"A-1"}',
    );
  },
);

test.each(ways)("$way: the model corrects an invalid widget", async (way) => {
  const wrong = pausedReply(writtenCard("outlined"));
  const right = pausedReply(writtenCard());
  const { turns, asked } = await open(way, wrong, right, pausedReply(done));
  const elements = await growingCard();
  wrong.goOn();
  await waitFor(() => expect(asked()).toHaveLength(2));
  const issues = JSON.stringify(CORRECTION).slice(1, -1);
  expect(JSON.stringify(asked()[1])).toContain(issues);
  expect(elements[2]).not.toHaveAttribute("data-variant");

  right.goOn();
  await pressAtTheEnd();
  await waitFor(() => expect(turns()).toHaveLength(2));
  expect(elements[2]).toHaveAttribute("data-variant", "outline");
  expectSame(elements);
  // The next turn knows nothing of the mistake.
  expect(turns()[1]!.messages).toHaveLength(3);
  expect(JSON.stringify(turns()[1])).not.toContain("outlined");
});

test("a patch replaces a widget at once, wherever it is cut", async () => {
  const { checked } = await sampleOf<{
    checked: (
      model: unknown,
      messages: [],
      signal: AbortSignal,
    ) => AsyncIterable<string>;
  }>("model-fetch", "checked.ts");
  const model = () => [writtenCard()];
  const stream = createWidgetStream();
  const counts = new Set<number>();
  for await (const piece of checked(model, [], AbortSignal.abort())) {
    for (const char of piece) {
      stream.push(char);
      const [part] = stream.getSnapshot().parts;
      if (piece === writtenCard() || part?.type !== "widget") continue;
      counts.add(JSON.stringify(part.widget).length);
    }
  }
  // The payload as text, and as the object that it is.
  expect(counts).toHaveLength(2);
});

test.each([
  [
    "a failure",
    { type: "response.failed", response: { error: { message: "Overloaded" } } },
  ],
  [
    "an incomplete reply",
    {
      type: "response.incomplete",
      response: { incomplete_details: { reason: "max_output_tokens" } },
    },
  ],
  ["an error", { type: "error", message: "Overloaded" }],
])("%s of OpenAI keeps what has come", async (_, event) => {
  const record: Recording = async function* (reply) {
    for await (const delta of reply)
      yield { type: "response.output_text.delta", delta };
    yield event;
  };
  const reply = pausedReply(writtenCard());
  await open({ way: "", url: OPENAI, record }, reply);
  const elements = await growingCard();
  reply.goOn();
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "That did not work.",
  );
  expectSame(elements);
});
