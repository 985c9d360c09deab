import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { createApp } from "../../../examples/chatkit-server/app.mjs";
import { createChatKitServer } from "../../../examples/chatkit-server/server.mjs";
import type { ChatKitClient } from "../../../src/chatkit/index.js";
import { Chat } from "../../../stories/chat/Chat.js";
import { connect, field, text } from "../../helpers/Thread.js";
import { steps } from "../../helpers/exampleServer.js";
import { button } from "../../helpers/queries.js";
import "../../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
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
    const { step, release } = steps();
    const client = connect({
      url: location.origin,
      fetch: async (url, init) => release(await handle(new Request(url, init))),
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
    // The form is gone, and the focus stays beside it.
    await expect
      .poll(() => document.activeElement?.closest(".wr-root")?.textContent)
      .toContain("aisle seat");
    await expect.element(text("Chosen")).toBeVisible();
  });

  test("details expand where they are, and the button keeps the focus", async () => {
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

  test("another range is rendered", async () => {
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

  test("a clock that ticks does not disturb the user who types", async () => {
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

  test("a failure is shown, and can be tried again", async () => {
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

  test("a button of the page sends what the user would type", async () => {
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
});
