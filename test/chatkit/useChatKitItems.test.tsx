import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ChatKitItems,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitItemProps,
} from "../../src/chatkit/index.js";
import { WidgetRenderer } from "../../src/index.js";
import {
  delta,
  done,
  events,
  json,
  openStream,
  settle,
  textCard,
  widgetItem,
} from "./fake.js";
import { start } from "../helpers/unitChatKit.js";

afterEach(() => vi.useRealTimers());

function Thread({
  client,
  onRender,
}: {
  client: ChatKitClient;
  onRender?: () => void;
}) {
  const items = useChatKitItems(client);
  onRender?.();
  return items.map((item) =>
    item.type === "widget" ? (
      <WidgetRenderer
        key={item.id}
        widget={item.widget}
        itemId={item.id}
        sendAction={client.sendAction}
      />
    ) : (
      <p key={item.id}>{item.type}</p>
    ),
  );
}

/** Frames, and what counts for one in a hidden tab, come when the test says so. */
function frames() {
  vi.useFakeTimers({
    toFake: [
      "requestAnimationFrame",
      "cancelAnimationFrame",
      "setTimeout",
      "clearTimeout",
    ],
  });
  return { next: () => act(() => void vi.advanceTimersToNextFrame()) };
}

test("a burst of deltas is rendered once", async () => {
  const frame = frames();
  const reply = openStream();
  const { client } = start({}, reply.reply);
  const onRender = vi.fn();
  render(<Thread client={client} onRender={onRender} />);
  const sent = client.sendCustomAction({ type: "go" });
  await settle();
  reply.send(done(widgetItem("msg_1", textCard("Hi"))));
  await settle();
  frame.next();
  expect(screen.getByText("Hi")).toBeVisible();
  onRender.mockClear();
  for (let i = 0; i < 50; i++) reply.send(delta("msg_1", "!"));
  await settle();
  expect(onRender).not.toHaveBeenCalled();
  frame.next();
  expect(screen.getByText(`Hi${"!".repeat(50)}`)).toBeVisible();
  expect(onRender).toHaveBeenCalledTimes(1);
  await act(async () => {
    reply.end();
    await sent;
  });
  expect(onRender).toHaveBeenCalledTimes(1);
});

test("a button's action travels, loads and ends with the reply", async () => {
  const user = userEvent.setup();
  const reply = openStream();
  const card = (value: string) => ({
    type: "Card" as const,
    children: [
      { type: "Text" as const, value },
      {
        type: "Button" as const,
        label: "Go",
        onClickAction: { type: "go", payload: { id: 1 } },
      },
    ],
  });
  const { client, server } = start(
    {},
    json({ id: "thr_1", items: { data: [widgetItem("msg_1", card("old"))] } }),
    reply.reply,
  );
  await client.refresh();
  render(
    <StrictMode>
      <Thread client={client} />
    </StrictMode>,
  );
  await user.click(screen.getByRole("button"));
  expect(screen.getByRole("button")).toHaveAttribute("data-pending");
  expect(server.requests[1]?.params).toEqual({
    thread_id: "thr_1",
    item_id: "msg_1",
    action: { type: "go", payload: { id: 1 } },
  });
  const frame = frames();
  reply.send({
    type: "thread.item.replaced",
    item: widgetItem("msg_1", card("new")),
  });
  await settle();
  frame.next();
  expect(screen.getByText("new")).toBeVisible();
  expect(screen.getByRole("button")).toHaveAttribute("data-pending");
  await act(async () => {
    reply.end();
    await settle();
  });
  expect(screen.getByRole("button")).not.toHaveAttribute("data-pending");
});

test("the status is rendered when it changes, not for each delta", async () => {
  const onRender = vi.fn();
  function Status({ client }: { client: ChatKitClient }) {
    const { streaming, progress } = useChatKitStatus(client);
    onRender();
    return <p>{progress?.text ?? (streaming ? "streaming" : "idle")}</p>;
  }
  const frame = frames();
  const reply = openStream();
  const { client } = start({}, reply.reply);
  render(<Status client={client} />);
  expect(screen.getByText("idle")).toBeVisible();
  let sent: Promise<void> | undefined;
  act(() => void (sent = client.sendCustomAction({ type: "go" })));
  expect(screen.getByText("streaming")).toBeVisible();
  await settle();
  onRender.mockClear();
  reply.send(done(widgetItem("msg_1", textCard(""))), delta("msg_1", "a"));
  await settle();
  frame.next();
  expect(onRender).not.toHaveBeenCalled();
  reply.send({ type: "progress_update", text: "Searching…" });
  await settle();
  frame.next();
  expect(screen.getByText("Searching…")).toBeVisible();
  await act(async () => {
    reply.end();
    await sent;
  });
  expect(screen.getByText("idle")).toBeVisible();
});

test("a thread that is there before React hydrates the page is no mismatch", async () => {
  const { client } = start(
    {},
    events(done(widgetItem("msg_1", textCard("Hi")))),
  );
  const page = document.createElement("div");
  document.body.append(page);
  page.innerHTML = renderToString(<Thread client={client} />);
  await client.sendCustomAction({ type: "go" });
  const onRecoverableError = vi.fn();
  const root = await act(async () =>
    hydrateRoot(page, <Thread client={client} />, { onRecoverableError }),
  );
  expect(page).toHaveTextContent("Hi");
  expect(onRecoverableError).not.toHaveBeenCalled();
  act(() => root.unmount());
  page.remove();
});

test("another client, another thread", async () => {
  const a = start({}, events(done(widgetItem("msg_1", textCard("A")))));
  const b = start({}, events(done(widgetItem("msg_1", textCard("B")))));
  await a.client.sendCustomAction({ type: "go" });
  await b.client.sendCustomAction({ type: "go" });
  const { rerender } = render(<Thread client={a.client} />);
  expect(screen.getByText("A")).toBeVisible();
  rerender(<Thread client={b.client} />);
  expect(screen.getByText("B")).toBeVisible();
});

describe("ChatKitItems", () => {
  const log: string[] = [];
  function Item({ item, client, stale }: ChatKitItemProps) {
    log.push(item.id);
    return item.type === "widget" ? (
      <WidgetRenderer
        widget={item.widget}
        itemId={item.id}
        sendAction={client.sendAction}
      />
    ) : (
      <p>{stale ? "stale" : item.type}</p>
    );
  }

  test("a delta renders its item alone, and what happens around renders none", async () => {
    const frame = frames();
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const page = (text: string) => (
      <>
        <p>{text}</p>
        <ChatKitItems client={client} component={Item} />
      </>
    );
    const { rerender } = render(page("a"));
    let sent: Promise<void> | undefined;
    act(() => void (sent = client.sendCustomAction({ type: "go" })));
    await settle();
    const many = Array.from({ length: 50 }, (_, i) =>
      done(widgetItem(`msg_${i}`, textCard(`Text ${i}`))),
    );
    reply.send(...many);
    await settle();
    frame.next();
    expect(screen.getByText("Text 49")).toBeVisible();
    log.length = 0;
    for (let i = 0; i < 20; i++) reply.send(delta("msg_7", "!"));
    await settle();
    frame.next();
    expect(screen.getByText(`Text 7${"!".repeat(20)}`)).toBeVisible();
    // Who types in the composer beside it renders none of them.
    rerender(page("b"));
    reply.send({ type: "progress_update", text: "Searching…" });
    await settle();
    frame.next();
    expect(log).toEqual(["msg_7"]);
    await act(async () => {
      reply.end();
      await sent;
    });
    expect(log).toEqual(["msg_7"]);
  });

  test("only the item that is stale renders as stale", async () => {
    const message = (id: string) => done({ id, type: "task" });
    const { client } = start(
      {},
      events(message("msg_1"), message("msg_2")),
      new TypeError("terminated"),
    );
    await client.sendCustomAction({ type: "go" });
    render(<ChatKitItems client={client} component={Item} />);
    log.length = 0;
    await act(() =>
      client.sendCustomAction({ type: "go" }, "msg_2").catch(() => {}),
    );
    expect(screen.getByText("stale")).toBeVisible();
    expect(log).toEqual(["msg_2"]);
  });
});
