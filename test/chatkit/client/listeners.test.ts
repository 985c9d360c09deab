// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  delta,
  done,
  events,
  json,
  openStream,
  sse,
  stream,
  textCard,
  widgetItem,
} from "../fake.js";
import {
  start,
  go,
  context,
  sender,
  failure,
  serverError,
} from "../../helpers/unitChatKit.js";

describe("listeners", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const flush = () => vi.advanceTimersByTimeAsync(0);

  test("a burst of deltas is one call, the end of the reply is a call at once", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const listener = vi.fn();
    client.subscribe(listener);
    const sent = client.sendCustomAction(go);
    expect(listener).toHaveBeenCalledTimes(1);
    await flush();
    reply.send(done(widgetItem("msg_1", textCard(""))));
    await flush();
    listener.mockClear();
    for (let i = 0; i < 100; i++) reply.send(delta("msg_1", "x"));
    await flush();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(client.getItems()[0]).toEqual(
      widgetItem("msg_1", textCard("x".repeat(100))),
    );
    listener.mockClear();
    reply.send(delta("msg_1", "y"));
    reply.end();
    await sent;
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("in a browser they are called with the next frame, in a hidden tab as well", async () => {
    const frames: (() => void)[] = [];
    const cancelled = vi.fn();
    vi.stubGlobal("requestAnimationFrame", (run: () => void) =>
      frames.push(run),
    );
    vi.stubGlobal("cancelAnimationFrame", cancelled);
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const listener = vi.fn();
    client.subscribe(listener);
    const sent = client.sendCustomAction(go);
    await flush();
    listener.mockClear();
    reply.send(done(widgetItem("msg_1")), done(widgetItem("msg_2")));
    await vi.advanceTimersByTimeAsync(10);
    expect([frames.length, listener.mock.calls.length]).toEqual([1, 0]);
    frames[0]!();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    reply.send(done(widgetItem("msg_3")));
    await vi.advanceTimersByTimeAsync(200);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(cancelled).toHaveBeenCalled();
    reply.end();
    await sent;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("the status is the same object while nothing in it changes", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const idle = client.getStatus();
    expect(client.getStatus()).toBe(idle);
    const sent = client.sendCustomAction(go);
    await flush();
    const status = client.getStatus();
    expect(status).toEqual({ ...idle, streaming: true });
    reply.send(done(widgetItem("msg_1", textCard(""))), delta("msg_1", "x"));
    await flush();
    expect(client.getStatus()).toBe(status);
    reply.end();
    await sent;
    expect(client.getStatus()).toEqual(idle);
  });

  test("a listener that left is not called, and the same function may listen twice", async () => {
    const { client } = start({}, events());
    const listener = vi.fn();
    const leave = client.subscribe(listener);
    client.subscribe(listener);
    leave();
    leave();
    void client.sendCustomAction(go);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("a listener may leave, come and send while it is called", async () => {
    const { client } = start({}, events(), events());
    let calls = 0;
    let leave = client.subscribe(function again() {
      if (calls++ > 50) throw new Error("endless");
      leave();
      leave = client.subscribe(again);
      if (calls === 1) void failure(client.sendCustomAction(go));
    });
    await client.sendCustomAction(go);
    expect(calls).toBeLessThan(10);
  });

  test("without a listener there is no timer", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const sent = client.sendCustomAction(go);
    await flush();
    const leave = client.subscribe(() => undefined);
    reply.send(done(widgetItem("msg_1")));
    // As far as the event is applied, before its timer is due.
    while (client.getItems().length === 0) await Promise.resolve();
    expect(vi.getTimerCount()).toBe(1);
    leave();
    expect(vi.getTimerCount()).toBe(0);
    reply.send(done(widgetItem("msg_2")));
    while (client.getItems().length === 1) await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    reply.end();
    await sent;
  });

  test("a thousand actions and listeners leave nothing behind", async () => {
    const unmount = new AbortController();
    const listened = vi.spyOn(EventTarget.prototype, "addEventListener");
    const left = vi.spyOn(EventTarget.prototype, "removeEventListener");
    const { client, server } = start();
    const listener = vi.fn();
    for (let i = 0; i < 1_000; i++) {
      const leave = client.subscribe(listener);
      server.reply(
        i % 3 === 0
          ? events(done(widgetItem("msg_1")), delta("msg_1", "x"))
          : i % 3 === 1
            ? stream([sse(serverError())], new TypeError("terminated"))
            : json({ updated_item: widgetItem("msg_1") }),
      );
      const sent = failure(
        client.sendAction(
          go,
          sender,
          context({ signal: unmount.signal, streaming: i % 3 < 2 }),
        ),
      );
      if (i % 2) leave();
      await sent;
      leave();
    }
    expect(vi.getTimerCount()).toBe(0);
    expect(left.mock.calls.length).toBe(listened.mock.calls.length);
    listener.mockClear();
    server.reply(events(delta("msg_1", "x")));
    await client.sendCustomAction(go);
    expect(listener).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
