import { render, screen, waitFor } from "@testing-library/react";
import type { FunctionComponent, ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  CORRECTION,
  expectSame,
  growingCard,
  guest,
  guestsAreHere,
  pausedReply,
  pressAtTheEnd,
  sampleOf,
  stubFetch,
  writtenCard,
} from "../../helpers/recipe.js";

interface Answer {
  answer: (request: Request, model: unknown) => Promise<Response>;
}

type Reply = ReturnType<typeof pausedReply>;

interface Message {
  role: string;
  content: string;
}

const done =
  '{"type":"Card","children":[{"type":"Text","value":"It is cancelled."}]}';

const hasStopped = () => {
  expect(screen.getByRole("button", { name: "Stop" })).toBeDisabled();
};

beforeEach(() => {
  // What comes of a model comes without a test's `act`.
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The page of the generative parts, and a model that gives these replies in turn. */
async function openGenerative(...replies: Reply[]) {
  const { Generative } = await sampleOf<{ Generative: FunctionComponent }>(
    "assistant-ui",
    "Generative.tsx",
  );
  const { answer } = await sampleOf<Answer>("model-fetch", "answer.ts");
  const asked: Message[][] = [];
  const model = (messages: Message[]) => {
    asked.push(messages);
    return replies.shift();
  };
  const requestsOf = stubFetch({
    "/api/chat": (body) =>
      answer(
        new Request("http://localhost/api/chat", {
          method: "POST",
          body: JSON.stringify(body),
        }),
        model,
      ),
  });
  render(<Generative />);
  return {
    asked,
    turns: () => requestsOf("/api/chat") as { messages: Message[] }[],
  };
}

test.runIf(guestsAreHere)(
  "a widget of a generative part grows, and its action is the next turn",
  async () => {
    const card = pausedReply(`Here it is: ${writtenCard()}`);
    const { turns } = await openGenerative(card, pausedReply(done));
    const elements = await growingCard();
    card.goOn();
    await pressAtTheEnd(hasStopped);
    expect(await screen.findByText("It is cancelled.")).toBeVisible();
    expectSame(elements);
    expect(turns()[1]!.messages.at(-1)).toEqual({
      role: "user",
      content: '[order.cancel] {"id":"A-1"}',
    });
    expect(turns()[1]!.messages.at(-2)!.content).toContain("Cancel the order");
  },
);

test.runIf(guestsAreHere)("the model corrects an invalid widget", async () => {
  const wrong = pausedReply(writtenCard("outlined"));
  const right = pausedReply(writtenCard());
  const { asked } = await openGenerative(wrong, right, pausedReply(done));
  const elements = await growingCard();
  wrong.goOn();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]!.at(-1)!.content).toContain(CORRECTION);
  right.goOn();
  await pressAtTheEnd(hasStopped);
  expect(await screen.findByText("It is cancelled.")).toBeVisible();
  expect(elements[2]).toHaveAttribute("data-variant", "outline");
  expectSame(elements);
});

/** assistant-ui, as far as it is used. */
interface Ui {
  AssistantRuntimeProvider: FunctionComponent<{
    runtime: unknown;
    config: unknown;
    children: ReactNode;
  }>;
  AuiConfig: (config: object) => unknown;
  Tools: (tools: object) => unknown;
  useLocalRuntime: (model: object) => unknown;
  ThreadPrimitive: Record<
    "Messages",
    FunctionComponent<{ children: () => ReactNode }>
  >;
  MessagePrimitive: Record<"Parts", FunctionComponent>;
  ComposerPrimitive: Record<
    "Root" | "Input" | "Send" | "Cancel",
    FunctionComponent<{ children?: ReactNode; "aria-label"?: string }>
  >;
}

test.runIf(guestsAreHere)(
  "a widget of a tool's arguments grows, and its action is the next turn",
  async () => {
    const ui = await guest<Ui>("@assistant-ui/react");
    const { toolkit } = await sampleOf<{ toolkit: object }>(
      "assistant-ui",
      "toolkit.tsx",
    );
    const card = pausedReply(
      // The server has repaired it.
      writtenCard().replace(/"payload":"[^}]*}"/, '"payload":{"id":"A-1"}'),
    );
    const asked: string[] = [];
    const model = {
      async *run({ messages }: { messages: object[] }) {
        asked.push(JSON.stringify(messages.at(-1)));
        if (asked.length > 1) {
          yield { content: [{ type: "text", text: "It is cancelled." }] };
          return;
        }
        const part = {
          type: "tool-call",
          toolCallId: "call_1",
          toolName: "show_widget",
        };
        let argsText = "";
        for await (const delta of card) {
          argsText += delta;
          yield { content: [{ ...part, args: {}, argsText }] };
        }
        const args = JSON.parse(argsText) as object;
        yield { content: [{ ...part, args, argsText, result: "Seen" }] };
      },
    };
    const config = ui.AuiConfig({ tools: ui.Tools({ toolkit }) });
    const { Root, Input, Send, Cancel } = ui.ComposerPrimitive;
    function Page() {
      return (
        <ui.AssistantRuntimeProvider
          runtime={ui.useLocalRuntime(model)}
          config={config}
        >
          <ui.ThreadPrimitive.Messages>
            {() => <ui.MessagePrimitive.Parts />}
          </ui.ThreadPrimitive.Messages>
          <Root>
            <Input aria-label="Message" />
            <Send>Send</Send>
            <Cancel>Stop</Cancel>
          </Root>
        </ui.AssistantRuntimeProvider>
      );
    }
    render(<Page />);
    const elements = await growingCard();
    card.goOn();
    await pressAtTheEnd(hasStopped);
    await waitFor(() => expect(asked).toHaveLength(2));
    expectSame(elements);
    expect(asked[1]).toContain(String.raw`[order.cancel] {\"id\":\"A-1\"}`);
  },
);
