import type { ComponentType } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { cdp, page, server, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { createApp } from "../../examples/chatkit-server/app.mjs";
import { createChatKitServer } from "../../examples/chatkit-server/server.mjs";
import {
  createChatKitClient,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitClientOptions,
  type ChatKitError,
} from "../../src/chatkit/index.js";
import {
  WidgetRenderer,
  type ActionContext,
  type WidgetError,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import { nodes } from "../../src/nodes/index.js";
import { Chat } from "../../stories/chat/Chat.js";
import {
  delta,
  done,
  events,
  openStream,
  settle,
  textCard,
  widgetItem,
} from "../chatkit/fake.js";
import "../../src/styles/index.css";

const button = (name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const field = (name: string) => page.getByRole("textbox", { name });
const text = (words: string | RegExp) => page.getByText(words);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Hear = (error: WidgetError) => void;

interface ThreadProps extends Pick<
  WidgetRendererProps,
  "components" | "onError" | "transformUrl"
> {
  client: ChatKitClient;
}

/** The least that a host writes for a thread. */
function Thread({ client, ...props }: ThreadProps) {
  const items = useChatKitItems(client);
  const { error } = useChatKitStatus(client);
  return (
    <>
      {items.map(
        (item) =>
          item.type === "widget" && (
            <WidgetRenderer
              key={item.id}
              widget={item.widget}
              itemId={item.id}
              sendAction={client.sendAction}
              {...props}
            />
          ),
      )}
      <output aria-label="Problem">{error?.message}</output>
    </>
  );
}

/** A client that tells nobody but the test. */
function connect(options: ChatKitClientOptions) {
  return createChatKitClient({ onError: () => undefined, ...options });
}

/** Keeps requests back until the test lets them go. */
function gate() {
  let open: (() => void) | undefined;
  let closed: Promise<void> | undefined;
  return {
    close: () => void (closed = new Promise((resolve) => (open = resolve))),
    open: () => open?.(),
    fetch: async (url: string | URL, init: RequestInit) => {
      await closed;
      return fetch(url, init);
    },
  };
}

const action = (label: string, streaming = true): WidgetNode => ({
  type: "Button",
  label,
  onClickAction: { type: label, streaming, payload: { value: "Changed" } },
});

describe("chatkit-node-backend-sdk", () => {
  test("a widget streams in, its action replaces it", async () => {
    const client = connect({
      url: `${inject("servers")}/sdk`,
      // It writes a line to the console for each new thread.
      threadId: "thr_0",
    });
    const onError = vi.fn<Hear>();
    await render(<Thread client={client} onError={onError} />);
    await client.sendUserMessage("Ada");
    await expect.element(text("Dear Ada 🐱")).toBeVisible();
    const before = button("Send").element();
    await button("Send").click();
    await expect.element(text("Sent")).toBeVisible();
    await expect.element(button("Send")).not.toHaveAttribute("aria-busy");
    expect(button("Send").element()).toBe(before);
    expect(onError).not.toHaveBeenCalled();
    expect(client.getStatus()).toMatchObject({
      title: "A letter",
      streaming: false,
      stale: new Set(),
    });
  });
});

describe("the fixture server", () => {
  const form = (...children: WidgetNode[]): WidgetNode<"Card"> => ({
    type: "Card",
    asForm: true,
    children: [
      { type: "Text", id: "body", value: "Draft" },
      { type: "Label", value: "Note", fieldName: "note" },
      { type: "Input", name: "note" },
      ...children,
    ],
  });

  /** A thread with a form in which something is typed. */
  async function typed(widget: WidgetNode) {
    const door = gate();
    const client = connect({
      url: `${inject("servers")}/fixture`,
      fetch: door.fetch,
    });
    const told: WidgetError[] = [];
    const onError = (error: WidgetError) => void told.push(error);
    await render(<Thread client={client} onError={onError} />);
    await client.sendUserMessage(JSON.stringify(widget));
    await field("Note").fill("Typed");
    return { client, door, told };
  }

  const typedIsThere = () => expect.element(field("Note")).toHaveValue("Typed");

  const isOver = async (name: string) => {
    await expect.element(button(name)).not.toHaveAttribute("aria-busy");
    await expect.element(text("Loading")).not.toBeInTheDocument();
  };

  const problem = page.getByRole("status", { name: "Problem" });

  test("events stand between pings", async () => {
    const client = connect({ url: `${inject("servers")}/fixture` });
    await render(<Thread client={client} />);
    await client.sendUserMessage("Ada");
    await expect.element(text("You wrote: Ada")).toBeVisible();
  });

  test("a synchronous action is answered in its place", async () => {
    const { client, door } = await typed(form(action("set", false)));
    door.close();
    await button("set").click();
    await expect.element(button("set")).toHaveAttribute("aria-busy", "true");
    expect(client.getStatus().streaming).toBe(false);
    door.open();
    await expect.element(text("Changed")).toBeVisible();
    await isOver("set");
    await typedIsThere();
  });

  async function failsAndHeals(
    _: string,
    type: string,
    streaming: boolean,
    message: RegExp,
  ) {
    const { client, door, told } = await typed(form(action(type, streaming)));
    const before = client.getItems();
    door.close();
    await button(type).click();
    await expect.element(button(type)).toHaveAttribute("aria-busy", "true");
    door.open();
    await expect.element(problem).toHaveTextContent(message);
    await isOver(type);
    await typedIsThere();
    expect(told).toMatchObject([
      {
        code: "action",
        message: expect.stringMatching(
          `^The action "${type}" failed: `,
        ) as unknown,
        path: "/children/3",
      },
    ]);
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      canRetry: type === "declined",
    });
    expect(client.getStatus().stale).toContain(before.at(-1)!.id);
    await client.refresh();
    expect(client.getStatus().stale).toEqual(new Set());
    expect(client.getItems()).toEqual(before);
    await typedIsThere();
  }

  const failing = "%s ends the loading, is told and is healed";

  test.each([
    ["a 500", "down", true, /answered 500: .*no database/],
    ["a 500 of a synchronous action", "fail", false, /answered 500: .*no such/],
    ["an error event", "declined", true, /^Card was \*\*declined\*\*\.$/],
    [
      "an error event that is not the last",
      "failed-early",
      true,
      /"stream\.error"/,
    ],
    ["JSON that ends early", "garbled", false, /not JSON/],
  ])(failing, failsAndHeals);

  // For WebKitGTK a reply that is cut has ended.
  const whereCutsShow = test.skipIf(server.browser === "webkit");

  whereCutsShow.each([
    ["a reply cut in an event", "broken", true, /reply broke off/],
    ["a reply without a body", "unheard-of", true, /reply broke off/],
  ])(failing, failsAndHeals);

  test("a form that failed to save is as it was, and can be sent again", async () => {
    const widget = {
      ...form(),
      confirm: { label: "Save", action: { type: "declined" } },
    };
    const { door, client } = await typed(widget);
    await field("Note").click();
    door.close();
    await userEvent.keyboard("{Enter}");
    const root = field("Note").element().closest<HTMLElement>(".wr-root")!;
    await vi.waitFor(() => expect(root.inert).toBe(true));
    door.open();
    await expect.element(problem).toHaveTextContent("declined");
    await vi.waitFor(() => expect(root.inert).toBe(false));
    await expect.element(field("Note")).toHaveFocus();
    await typedIsThere();
    await button("Save").click();
    await expect.element(text("Paid")).toBeVisible();
    await typedIsThere();
    expect(client.getStatus()).toMatchObject({
      error: undefined,
      stale: new Set(),
    });
  });

  whereCutsShow(
    "what a cut stream has brought goes with the refresh",
    async () => {
      const { client } = await typed(
        form(action("cut-later"), action("cut", false)),
      );
      await button("cut-later").click();
      await expect.element(text("half")).toBeVisible();
      await button("cut").click();
      await expect.element(problem).toHaveTextContent("broke off");
      await client.refresh();
      await expect.element(text("half")).not.toBeInTheDocument();
      await expect.element(problem).toHaveTextContent(/^$/);
    },
  );

  test("what may be tried again succeeds at the second time", async () => {
    const { client } = await typed(form(action("declined"), action("down")));
    await button("declined").click();
    await expect.element(problem).toHaveTextContent("declined");
    // The error is known before its reply has ended.
    await vi.waitFor(() => expect(client.getStatus().canRetry).toBe(true));
    await client.retry();
    await expect.element(text("Paid")).toBeVisible();
    await expect.element(problem).toHaveTextContent(/^$/);
    expect(client.getStatus().stale).toEqual(new Set());
    await typedIsThere();
    await button("down").click();
    await expect.element(problem).toHaveTextContent("500");
    await expect(client.retry()).rejects.toMatchObject({ reason: "refused" });
  });

  test("a synchronous action passes a reply that streams, another one is refused", async () => {
    const { client, told } = await typed(
      form(action("endless"), action("set", false), action("nothing")),
    );
    await button("endless").click();
    await vi.waitFor(() => expect(client.getStatus().allowCancel).toBe(false));
    await button("set").click();
    await expect.element(text("Changed")).toBeVisible();
    expect(client.getStatus().streaming).toBe(true);
    expect(told).toEqual([]);
    await button("nothing").click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({
      message: expect.stringContaining(
        "a reply is streaming already",
      ) as unknown,
      cause: { reason: "refused" },
    });
    await expect.element(button("nothing")).not.toHaveAttribute("aria-busy");
    await expect
      .element(button("endless"))
      .toHaveAttribute("aria-busy", "true");
    client.stop();
    await isOver("endless");
    await typedIsThere();
    await client.refresh();
    await expect.element(text("Changed")).toBeVisible();
    await typedIsThere();
  });
});

describe("the composer", () => {
  const problems = page.getByRole("status", { name: "Problems" });
  const message = { id: "msg_1", type: "user_message", content: [] };

  /** A chat whose server does what the test says. */
  async function chat() {
    const answers: ((reply: Response) => void)[] = [];
    const fetch = vi.fn(
      () => new Promise<Response>((resolve) => void answers.push(resolve)),
    );
    const client = connect({ url: "/chatkit", threadId: "thr_1", fetch });
    await render(<Chat client={client} server="A test" />);
    return { fetch, answer: (reply: Response) => answers.shift()!(reply) };
  }

  test("sends once, however often it is asked to", async () => {
    const { fetch } = await chat();
    await field("Message").fill("Hello");
    const form = field("Message").element().closest("form")!;
    form.requestSubmit();
    form.requestSubmit();
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await expect.element(field("Message")).toHaveValue("");
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("leaves alone what is typed while a message fails, and offers that again", async () => {
    const { fetch, answer } = await chat();
    await field("Message").fill("Hello");
    await userEvent.keyboard("{Enter}");
    await field("Message").fill("And then");
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
    answer(new Response("<h1>Bad Gateway</h1>", { status: 502 }));
    await expect.element(problems).toHaveTextContent(/cannot answer right now/);
    await expect.element(problems).not.toHaveTextContent(/502|Bad|<h1>/);
    await expect.element(field("Message")).toHaveValue("And then");
    await button("Send “Hello” again").click();
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
    answer(events(done(message)));
    await expect.element(problems).toHaveTextContent(/^$/);
    await expect.element(field("Message")).toHaveValue("And then");
  });

  test("does not offer again what the server has", async () => {
    const { answer, fetch } = await chat();
    await field("Message").fill("Hello");
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
    answer(
      events(done(message), {
        type: "error",
        code: "stream.error",
        allow_retry: true,
      }),
    );
    await expect.element(button("Try again")).toBeVisible();
    await expect.element(field("Message")).toHaveValue("");
    expect(button(/^Send “/).elements()).toEqual([]);
  });
});

describe("the example", () => {
  const say = async (words: string) => {
    await field("Message").fill(words);
    await userEvent.keyboard("{Enter}");
  };
  const problems = page.getByRole("status", { name: "Problems" });

  /** What the reply brings is there before its end, until which nothing else begins. */
  const hasReplied = (client: ChatKitClient) =>
    vi.waitFor(() => expect(client.getStatus().streaming).toBe(false));

  /** The chat around the server in Node, without its pauses. */
  async function chat() {
    const client = connect({ url: `${inject("servers")}/example` });
    await render(<Chat client={client} server="In Node" />);
    return client;
  }

  /** The same in the page, one event at a time, as the test says. */
  async function stepped() {
    const handle = createChatKitServer(createApp({ pace: 0 }));
    const { step, hold } = steps();
    const client = connect({
      url: location.origin,
      fetch: async (url, init) => hold(await handle(new Request(url, init))),
    });
    await render(<Chat client={client} server="In the page" />);
    return { client, step };
  }

  test("a list locks itself, and the second step follows", async () => {
    const client = await chat();
    await say("Flights to Porto");
    await expect.element(button(/08:20/)).toBeVisible();
    await hasReplied(client);
    await button(/11:05/).click();
    await expect.element(text("Chosen")).toBeVisible();
    expect(button(/\d\d:\d\d/).elements()).toEqual([]);
    await expect.element(text("Where would you like to sit?")).toBeVisible();
    await hasReplied(client);
    await button("Book seat").click();
    await expect.element(page.getByRole("radio").first()).toHaveFocus();
    await page.getByRole("radio", { name: "Aisle" }).click();
    await page.getByRole("checkbox", { name: /legroom/ }).click();
    await button("Book seat").click();
    await expect.element(text("aisle seat, extra legroom")).toBeVisible();
    // The form is gone, the reader is still there.
    await expect
      .poll(() => document.activeElement?.closest(".wr-root")?.textContent)
      .toContain("aisle seat");
    await expect.element(text("Chosen")).toBeVisible();
  });

  test("details expand in place, and the button keeps the focus", async () => {
    const client = await chat();
    await say("Order");
    await hasReplied(client);
    await button("Show details").click();
    await expect.element(text("Desk lamp, brass")).toBeVisible();
    await expect.element(button("Hide details")).toHaveFocus();
    await hasReplied(client);
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Show details")).toHaveFocus();
    await expect.element(text("Desk lamp, brass")).not.toBeInTheDocument();
  });

  test("a form is saved", async () => {
    const client = await chat();
    await say("Form");
    await hasReplied(client);
    await button("Save").click();
    await expect.element(field("Name")).toHaveFocus();
    await field("Name").fill("Ada Lovelace");
    await field("E-mail").fill("ada@example.com");
    await button("Save").click();
    await expect.element(text("We write to ada@example.com.")).toBeVisible();
    await expect.element(text("Ada Lovelace")).toBeVisible();
  });

  test("another range is drawn", async () => {
    const client = await chat();
    await say("Chart");
    await hasReplied(client);
    const range = page.getByRole("combobox");
    await expect.element(range).toBeVisible();
    await range.click();
    await page.getByRole("option", { name: "This month" }).click();
    await expect
      .element(page.getByRole("cell", { name: "305" }))
      .toBeInTheDocument();
    await expect.element(range).toHaveTextContent("This month");
  });

  test("a draft grows word by word and is sent", async () => {
    const { client, step } = await stepped();
    await say("Draft");
    step(10);
    await expect.element(text(/^Hi Harriet,\s+thank you\s*$/)).toBeVisible();
    await expect.element(button("Send").last()).toBeVisible();
    const body = text(/^Hi Harriet/).element();
    step(1);
    await expect.element(text(/thank you for\s*$/)).toBeVisible();
    expect(text(/^Hi Harriet/).element()).toBe(body);
    step(Infinity);
    await expect.element(text(/Team North$/)).toBeVisible();
    expect(text(/^Hi Harriet/).element()).toBe(body);
    await hasReplied(client);
    await button("Send").first().click();
    await expect.element(text("Harriet has it in her inbox.")).toBeVisible();
  });

  test("a clock that ticks does not disturb who types", async () => {
    const { step } = await stepped();
    await say("Timer");
    step(4);
    await expect.element(text("0 s")).toBeVisible();
    await field("Note").click();
    await userEvent.keyboard("Ab");
    const note = field("Note").element() as HTMLInputElement;
    note.setSelectionRange(1, 1);
    for (const second of [1, 2, 3]) {
      step(1);
      await expect.element(text(`${second} s`)).toBeVisible();
      await userEvent.keyboard(String(second));
    }
    expect(field("Note").element()).toBe(note);
    expect(note).toHaveFocus();
    expect(note).toHaveValue("A123b");
    expect(note.selectionStart).toBe(4);
  });

  test("a counter counts while the clock runs, and nothing else may begin", async () => {
    const { client, step } = await stepped();
    await say("Order");
    step(Infinity);
    await hasReplied(client);
    await expect.element(button("Show details")).toBeVisible();
    step(-Infinity);
    await say("Timer");
    step(4);
    await expect.element(text("1 s")).toBeVisible();
    await field("Note").fill("Typed");
    await button("Lap").click();
    await expect.element(text("1 lap")).toBeVisible();
    await button("Lap").click();
    await expect.element(text("2 laps")).toBeVisible();
    expect(client.getStatus().streaming).toBe(true);
    await button("Show details").click();
    // At the widget, not at the composer.
    const refused = /try again in a moment/;
    await expect
      .element(page.getByText(refused).and(page.getByRole("status")))
      .toBeInTheDocument();
    await expect.element(problems).toHaveTextContent(/^$/);
    await expect
      .element(button("Show details"))
      .not.toHaveAttribute("aria-busy");
    step(2);
    await expect.element(text(/^[34] s$/)).toBeVisible();
    await expect.element(text("2 laps")).toBeVisible();
    await expect.element(field("Note")).toHaveValue("Typed");
    await button("Stop").click();
    await expect.element(problems).toHaveTextContent(/stopped/);
    expect(client.getStatus().stale.size).toBe(1);
    await button("Refresh").click();
    await expect.element(text(/^\d+ s, stopped$/)).toBeVisible();
    await expect.element(text("2 laps")).toBeVisible();
    await expect.element(field("Note")).toHaveValue("Typed");
    await expect.element(problems).toHaveTextContent(/^$/);
  });

  test("what failed is told, and tried again", async () => {
    const client = await chat();
    await say("Error");
    await hasReplied(client);
    await button("Pay").click();
    await expect.element(problems).toHaveTextContent(/Nothing was charged/);
    await expect.element(button("Pay")).not.toHaveAttribute("aria-busy");
    await button("Try again").click();
    await expect.element(text("€120.00 to North Supplies.")).toBeVisible();
    await expect.element(problems).toHaveTextContent(/^$/);
  });

  test("what is dismissed is gone", async () => {
    const client = await chat();
    await say("Reminder");
    await hasReplied(client);
    await button("Dismiss").click();
    await expect.element(button("Dismiss")).not.toBeInTheDocument();
    await hasReplied(client);
    await client.refresh();
    await expect.element(text("Water the plants")).not.toBeInTheDocument();
  });

  test("a button of the page says what the reader would", async () => {
    const client = await chat();
    await say("Hello");
    await hasReplied(client);
    await button("Reminder").click();
    await expect.element(button("Dismiss")).toBeVisible();
  });

  test("a message that does not arrive is not lost", async () => {
    let down = true;
    const client = connect({
      url: `${inject("servers")}/example`,
      fetch: (url, init) =>
        down ? Promise.reject(new TypeError("offline")) : fetch(url, init),
    });
    await render(<Chat client={client} server="In Node" />);
    await say("Reminder");
    await expect.element(problems).toHaveTextContent(/not reached/);
    await expect.element(field("Message")).toHaveValue("Reminder");
    down = false;
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Dismiss")).toBeVisible();
    await expect.element(field("Message")).toHaveValue("");
  });

  test("each of its widgets is drawn without a complaint", async () => {
    const widgets = await everyWidget();
    expect(widgets.length).toBeGreaterThan(20);
    const onError = vi.fn<Hear>();
    await render(
      <>
        {widgets.map((widget, index) => (
          <WidgetRenderer key={index} widget={widget} onError={onError} />
        ))}
      </>,
    );
    await expect.element(page.getByRole("table").first()).toBeInTheDocument();
    expect(onError.mock.calls).toEqual([]);
  });
});

/** Lets a reply through event by event; `-Infinity` stops what runs freely. */
function steps() {
  let left = 0;
  let wake = () => {};
  const take = () => left > 0 && left-- > 0;
  return {
    step(count: number) {
      left = count === -Infinity ? 0 : left + count;
      wake();
    },
    hold(reply: Response) {
      if (reply.headers.get("content-type") !== "text/event-stream") {
        return reply;
      }
      const reader = reply.body!.getReader();
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            while (!take()) {
              await new Promise<void>((resolve) => (wake = resolve));
            }
            const { done, value } = await reader.read();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel: (reason) => reader.cancel(reason),
        },
        // Nothing is fetched before it is read: the server waits as well.
        { highWaterMark: 0 },
      );
      return new Response(body, reply);
    },
  };
}

/** Every state of every widget that the example server can be led to. */
async function everyWidget() {
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

describe("what is drawn anew", () => {
  interface Props {
    id?: string;
  }

  /** Nodes that write down when they are drawn, by type and id. */
  function counting(...types: (keyof typeof nodes)[]) {
    const drawn: string[] = [];
    const counted = (type: string, Node: ComponentType<Props>) =>
      function Counted(props: Props) {
        drawn.push(props.id === undefined ? type : `${type} ${props.id}`);
        return <Node {...props} />;
      };
    const components = Object.fromEntries(
      types.map((type) => [
        type,
        counted(type, nodes[type] as ComponentType<Props>),
      ]),
    );
    return { drawn, components };
  }

  /** A thread whose reply the test writes. */
  async function written(
    widget: WidgetNode,
    props?: Omit<ThreadProps, "client">,
  ) {
    const { reply, send, end } = openStream();
    const client = connect({
      url: "/chatkit",
      threadId: "thr_1",
      fetch: async () => reply,
    });
    await render(<Thread client={client} {...props} />);
    const sent = client.sendCustomAction({ type: "go" });
    send(done(widgetItem("msg_1", widget)));
    return { client, send, end, sent };
  }

  test("by a delta one node alone", async () => {
    const { drawn, components } = counting("Text", "Title", "Button", "Row");
    const { send } = await written(
      {
        type: "Card",
        children: [
          { type: "Title", value: "Draft" },
          { type: "Text", id: "t", value: "One" },
          { type: "Text", id: "other", value: "Other" },
          { type: "Row", children: [{ type: "Button", label: "Send" }] },
        ],
      },
      { components },
    );
    await expect.element(text("One")).toBeVisible();
    drawn.length = 0;
    send(delta("msg_1", " two"));
    await expect.element(text("One two")).toBeVisible();
    expect(drawn).toEqual(["Text t"]);
  });

  test("by a component of a node itself, its parents and nothing beside it", async () => {
    const { drawn, components } = counting("Text", "Col");
    const { send } = await written(
      {
        type: "Card",
        children: [
          { type: "Text", id: "t", value: "One" },
          { type: "Col", id: "c", children: [{ type: "Text", value: "Old" }] },
          {
            type: "Col",
            id: "d",
            children: [{ type: "Text", value: "Beside" }],
          },
        ],
      },
      { components },
    );
    await expect.element(text("Beside")).toBeVisible();
    drawn.length = 0;
    send({
      type: "thread.item.updated",
      item_id: "msg_1",
      update: {
        type: "widget.component.updated",
        component_id: "c",
        component: {
          type: "Col",
          id: "c",
          children: [{ type: "Text", value: "New" }],
        },
      },
    });
    await expect.element(text("New")).toBeVisible();
    expect(drawn).toEqual(["Col c", "Text"]);
  });

  test("a burst at most once per frame", async () => {
    const { drawn, components } = counting("Text");
    const { client, send } = await written(textCard(""), { components });
    send(delta("msg_1", "Begin "));
    await expect.element(text("Begin")).toBeVisible();
    drawn.length = 0;
    // Frames, and what counts for one in a hidden tab, come when the test says so.
    vi.useFakeTimers({
      toFake: [
        "requestAnimationFrame",
        "cancelAnimationFrame",
        "setTimeout",
        "clearTimeout",
      ],
    });
    const words = "x".repeat(100);
    send(...Array.from(words, (letter) => delta("msg_1", letter)));
    // Not by a poll, which would let the frames come.
    while (!JSON.stringify(client.getItems()).includes(words)) await settle();
    expect(drawn).toEqual([]);
    vi.advanceTimersToNextFrame();
    vi.useRealTimers();
    await expect.element(text(`Begin ${words}`)).toBeVisible();
    expect(drawn).toEqual(["Text t"]);
  });

  test("of a Markdown that grows its last block", async () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, i) => `Paragraph [${i}](/${i})`,
    );
    // Asked whenever a link is drawn.
    const transformUrl = vi.fn((url: string) => url);
    const { send } = await written(
      {
        type: "Card",
        children: [
          {
            type: "Markdown",
            id: "t",
            value: `# Report\n\n${paragraphs.join("\n\n")}\n\nThe [end](/end)`,
            streaming: true,
          },
        ],
      },
      { transformUrl },
    );
    await expect.element(page.getByRole("link", { name: "end" })).toBeVisible();
    const last = text(/^The/).element().closest("p")!;
    const changed = new Set<Node>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) changed.add(target);
    });
    watch.observe(document.querySelector("[data-node=Markdown]")!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    transformUrl.mockClear();
    for (const word of ["of", "all", "words"]) {
      send(delta("msg_1", ` ${word}`));
      await expect.element(text(new RegExp(`^The.* ${word}$`))).toBeVisible();
    }
    watch.disconnect();
    expect(changed.size).toBeGreaterThan(0);
    for (const node of changed) expect(last.contains(node)).toBe(true);
    expect(transformUrl.mock.calls.map(([url]) => url)).toEqual([
      "/end",
      "/end",
      "/end",
    ]);
  });

  test('with concurrency: "allow" two replies grow side by side', async () => {
    const replies = [openStream(), openStream()];
    let next = 0;
    const client = connect({
      url: "/chatkit",
      threadId: "thr_1",
      concurrency: "allow",
      fetch: async () => replies[next++]!.reply,
    });
    const { drawn, components } = counting("Text");
    await render(<Thread client={client} components={components} />);
    const sent = replies.map((_, i) =>
      client.sendCustomAction({ type: "go" }, `msg_${i}`),
    );
    replies.forEach(({ send }, i) => {
      send(done(widgetItem(`msg_${i}`, textCard(`Text ${i}`))));
    });
    await expect.element(text("Text 1")).toBeVisible();
    drawn.length = 0;
    replies[0]!.send(delta("msg_0", " grows"));
    await expect.element(text("Text 0 grows")).toBeVisible();
    expect(drawn).toHaveLength(1);
    replies[1]!.send(delta("msg_1", " too"));
    await expect.element(text("Text 1 too")).toBeVisible();
    for (const { end } of replies) end();
    await Promise.all(sent);
    expect(client.getStatus().streaming).toBe(false);
  });
});

// Only Chromium counts what is alive in a page.
test.skipIf(server.browser !== "chromium")(
  "a thousand actions and unmounts leave nothing behind",
  async () => {
    const session = cdp() as unknown as {
      send(method: string): Promise<Record<string, number>>;
    };
    /** What is still alive in the page, with what no document holds. */
    const count = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return session.send("Memory.getDOMCounters");
    };
    const widget: WidgetNode = {
      type: "Card",
      children: [
        { type: "Input", name: "note" },
        { type: "Text", id: "t", value: "Hello" },
        action("Go"),
      ],
    };
    let listeners = 0;
    let answered = 0;
    let sent: Promise<unknown>[] = [];

    /** A client that counts who listens, and whose every third action fails. */
    function counted(): ChatKitClient {
      const client = connect({
        url: "/chatkit",
        threadId: "thr_1",
        fetch: async () =>
          ++answered % 3 === 0
            ? new Response("down", { status: 500 })
            : events(done(widgetItem("msg_1", widget)), delta("msg_1", "!")),
      });
      return {
        ...client,
        sendAction(...args) {
          const reply = client.sendAction(...args);
          sent.push(Promise.resolve(reply));
          return reply;
        },
        subscribe(listener) {
          const leave = client.subscribe(listener);
          listeners++;
          return () => {
            listeners--;
            leave();
          };
        },
      };
    }

    const timers = new Set<unknown>();
    const { setTimeout: set, clearTimeout: clear } = window;
    vi.spyOn(window, "setTimeout").mockImplementation(((
      run: () => void,
      ms?: number,
    ) => {
      const timer: unknown = set(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return timer;
    }) as typeof setTimeout);
    vi.spyOn(window, "clearTimeout").mockImplementation((timer) => {
      timers.delete(timer);
      clear(timer);
    });

    const clients = Array.from({ length: 10 }, counted);

    /** Ten threads, of which half go while their actions run. */
    async function round() {
      const place = document.body.appendChild(document.createElement("div"));
      const roots = clients.map(() =>
        createRoot(place.appendChild(document.createElement("div"))),
      );
      flushSync(() => {
        roots.forEach((root, i) => {
          root.render(
            <Thread client={clients[i]!} onError={() => undefined} />,
          );
        });
      });
      for (const go of place.querySelectorAll("button")) go.click();
      for (const root of roots.slice(5)) root.unmount();
      await Promise.allSettled(sent);
      sent = [];
      for (const root of roots) root.unmount();
      place.remove();
    }

    await cleanup();
    for (const client of clients) {
      await client.sendCustomAction({ type: "go" }).catch(() => undefined);
      await client.sendCustomAction({ type: "go" }).catch(() => undefined);
    }
    for (let i = 0; i < 5; i++) await round();
    const before = await count();
    answered = 0;
    for (let i = 0; i < 100; i++) await round();
    expect(answered).toBe(1_000);
    expect(listeners).toBe(0);
    await vi.waitFor(() => expect(timers.size).toBe(0));
    const after = await count();
    expect(
      after["jsEventListeners"]! - before["jsEventListeners"]!,
    ).toBeLessThan(50);
    expect(after["nodes"]! - before["nodes"]!).toBeLessThan(500);
  },
);
