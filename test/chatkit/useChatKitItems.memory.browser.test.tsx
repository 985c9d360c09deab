import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cleanup } from "vitest-browser-react";
import { cdp, server } from "vitest/browser";
import type { ChatKitClient } from "../../src/chatkit/index.js";
import type { WidgetNode } from "../../src/index.js";
import { action, connect, Thread } from "../helpers/Thread.js";
import { delta, done, events, widgetItem } from "./fake.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the memory of a page", () => {
  // Only Chromium counts what is alive in a page.
  test.skipIf(server.browser !== "chromium")(
    "a thousand actions and unmounts leave nothing behind",
    async () => {
      const session = cdp() as unknown as {
        send(method: string): Promise<Record<string, number>>;
      };
      /** What is still alive in the page, also outside its document. */
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
        const container = document.body.appendChild(
          document.createElement("div"),
        );
        const roots = clients.map(() =>
          createRoot(container.appendChild(document.createElement("div"))),
        );
        flushSync(() => {
          roots.forEach((root, i) => {
            root.render(
              <Thread client={clients[i]!} onError={() => undefined} />,
            );
          });
        });
        for (const go of container.querySelectorAll("button")) go.click();
        for (const root of roots.slice(5)) root.unmount();
        await Promise.allSettled(sent);
        sent = [];
        for (const root of roots) root.unmount();
        container.remove();
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
});
