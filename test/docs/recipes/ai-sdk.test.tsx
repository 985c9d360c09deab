import { render, screen, waitFor } from "@testing-library/react";
import type { FunctionComponent } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Action } from "../../../src/index.js";
import {
  CORRECTION,
  expectSame,
  growingCard,
  guest,
  guestsAreHere,
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

/** The model of `ai/test`, as far as it is used. */
interface Mock {
  MockLanguageModelV4: new (options: { doStream: () => Promise<object> }) => {
    doStreamCalls: { prompt: unknown; tools?: { name: string }[] }[];
  };
}

type Reply = ReturnType<typeof pausedReply>;

const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } };
const finish = (unified: string) => ({
  type: "finish",
  finishReason: { unified, raw: undefined },
  usage,
});

/** A call, with its input as it is written. */
async function* call(reply: Reply, id: string) {
  const toolName = "showWidget";
  let input = "";
  yield { type: "stream-start", warnings: [] };
  yield { type: "tool-input-start", id, toolName };
  for await (const delta of reply) {
    input += delta;
    yield { type: "tool-input-delta", id, delta };
  }
  yield { type: "tool-input-end", id };
  yield { type: "tool-call", toolCallId: id, toolName, input };
  yield finish("tool-calls");
}

async function* text(reply: Reply) {
  const id = "text_1";
  yield { type: "stream-start", warnings: [] };
  yield { type: "text-start", id };
  for await (const delta of reply) yield { type: "text-delta", id, delta };
  yield { type: "text-end", id };
  yield finish("stop");
}

const say = (words: string) => text(pausedReply(words));

/** A model that gives these replies in turn. */
async function mockModel(...replies: AsyncIterable<object>[]) {
  const { MockLanguageModelV4 } = await guest<Mock>("ai/test");
  const model = new MockLanguageModelV4({
    async doStream() {
      const reply = replies.shift();
      if (!reply) throw new Error("The model has nothing more to say.");
      return { stream: streamOf(reply) };
    },
  });
  vi.stubGlobal("AI_SDK_DEFAULT_PROVIDER", {
    specificationVersion: "v4",
    languageModel: () => model,
  });
  const asked = () => model.doStreamCalls.map((call) => JSON.stringify(call));
  return asked;
}

const requestOf = (body: unknown) =>
  new Request("http://localhost/api", {
    method: "POST",
    body: JSON.stringify(body),
  });

async function openChat(...replies: AsyncIterable<object>[]) {
  const asked = await mockModel(...replies);
  const page = await sampleOf<{ ChatPage: FunctionComponent }>(
    "ai-sdk",
    "ChatPage.tsx",
  );
  const { POST } = await sampleOf<Route>("ai-sdk", "route.ts");
  stubFetch({ "/api/chat": (body) => POST(requestOf(body)) });
  render(<page.ChatPage />);
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.runIf(guestsAreHere)(
  "a widget of a tool's input grows, and its action is the next turn",
  async () => {
    const card = pausedReply(writtenCard());
    const asked = await openChat(
      call(card, "call_1"),
      say("There it is."),
      say("It is cancelled."),
    );
    const elements = await growingCard();
    card.goOn();
    await pressAtTheEnd();
    expect(await screen.findByText("It is cancelled.")).toBeVisible();
    expectSame(elements);
    expect(asked()).toHaveLength(3);
    const action: Action = { type: "order.cancel", payload: { id: "A-1" } };
    expect(asked()[2]).toContain(
      JSON.stringify(`The user started ${JSON.stringify(action)}.`).slice(
        1,
        -1,
      ),
    );
  },
);

test.runIf(guestsAreHere)("the model corrects an invalid widget", async () => {
  const wrong = pausedReply(writtenCard("outlined"));
  const right = pausedReply(writtenCard());
  const asked = await openChat(
    call(wrong, "call_1"),
    call(right, "call_2"),
    say("There it is."),
    say("It is cancelled."),
  );
  await growingCard();
  wrong.goOn();
  await waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()[1]).toContain(JSON.stringify(CORRECTION).slice(1, -1));
  right.goOn();
  await pressAtTheEnd();
  expect(await screen.findByText("It is cancelled.")).toBeVisible();
});

test.runIf(guestsAreHere)(
  "a widget that is the whole output grows, with its payload as an object",
  async () => {
    const card = pausedReply(writtenCard());
    await mockModel(text(card));
    const sendAction = vi.fn<(action: Action) => void>();
    const { Summary } = await sampleOf<{
      Summary: FunctionComponent<{ prompt: string; sendAction: unknown }>;
    }>("ai-sdk", "Summary.tsx");
    const { POST } = await sampleOf<Route>("ai-sdk", "summary.ts");
    stubFetch({ "/api/summary": (body) => POST(requestOf(body)) });
    render(<Summary prompt="My order" sendAction={sendAction} />);
    const button = await screen.findByRole("button", {
      name: "Cancel the order",
    });
    button.click();
    card.goOn();
    await waitFor(() => {
      expect(screen.getByRole("region", { name: "Summary" })).toHaveAttribute(
        "aria-busy",
        "false",
      );
    });
    expect(sendAction).not.toHaveBeenCalled();
    button.click();
    const action = { type: "order.cancel", payload: { id: "A-1" } };
    expect(sendAction.mock.calls.map(([one]) => one)).toEqual([action]);
    expectSame([button]);
  },
);
