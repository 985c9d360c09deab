import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Chat } from "../../../stories/chat/Chat.js";
import { connect, field } from "../../helpers/Thread.js";
import { button } from "../../helpers/queries.js";
import { done, events } from "../../chatkit/fake.js";
import "../../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
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

  test("keeps what is typed while a message fails, and offers to send that message again", async () => {
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

  test("does not offer to send again what the server has received", async () => {
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
