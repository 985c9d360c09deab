import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";

/** Packages of the recipes are installed by `npm test`. */
export const guestsAreHere = existsSync("docs/recipes/node_modules");

/** A sample of a recipe, as it is on its page. */
export async function sampleOf<T>(page: string, name: string): Promise<T> {
  const id = resolve(`docs/recipes/${page}.md?sample=${name}`);
  return (await import(/* @vite-ignore */ id)) as T;
}

/** A package that the samples import. */
export async function guest<T>(name: string): Promise<T> {
  const { resolve: find } = createRequire(resolve("docs/recipes/package.json"));
  const { href } = pathToFileURL(find(name));
  return (await import(/* @vite-ignore */ href)) as T;
}

/** The widget that the models of these tests write, as structured output: the payload is JSON in a text. */
export const writtenCard = (variant = "outline") =>
  JSON.stringify({
    type: "Card",
    size: null,
    children: [
      { type: "Title", value: "Order A-1", size: null },
      { type: "Text", value: "Two bowls of soup, ready at 12:40" },
      {
        type: "Button",
        label: "Cancel the order",
        variant,
        onClickAction: { type: "order.cancel", payload: '{"id":"A-1"}' },
      },
    ],
  });

/** A half-written action: `order.ca` is another one. */
const CUT = "order.ca";

/** What `formatIssues` says of a card that is written with the variant "outlined". */
export const CORRECTION =
  '- /children/2/variant: "variant" is "outlined", so the default applies. Allowed: solid, soft, outline, ghost. Write "outline".';

/** The pieces that a model writes a text in. */
const tokensOf = (text: string) => text.match(/[^]{1,7}/g) ?? [];

/** A reply that stops once behind `CUT`, until a test lets it go on. */
export function pausedReply(text: string) {
  const at = text.indexOf(CUT);
  let goOn = () => {};
  const resumed = new Promise<void>((resolve) => (goOn = resolve));
  return {
    goOn,
    async *[Symbol.asyncIterator]() {
      if (at >= 0) {
        yield* tokensOf(text.slice(0, at + CUT.length));
        await resumed;
      }
      yield* tokensOf(at < 0 ? text : text.slice(at + CUT.length));
    },
  };
}

/** What comes, as a stream; each chunk after one `pull`. */
export function streamOf<T>(chunks: AsyncIterable<T>): ReadableStream<T> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<T>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

const button = () => screen.getByRole("button", { name: "Cancel the order" });

/**
 * Sends a message, and looks at the card while it grows: the half-written action
 * does nothing. Returns the elements that are there before the reply goes on.
 */
export async function growingCard(text = "Where is my order?") {
  fireEvent.change(screen.getByRole("textbox", { name: "Message" }), {
    target: { value: text },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Send" }));
  await screen.findByRole("button", { name: "Cancel the order" });
  vi.spyOn(console, "warn");
  fireEvent.click(button());
  return [
    screen.getByRole("heading", { name: "Order A-1" }),
    screen.getByText("Two bowls of soup, ready at 12:40"),
    button(),
  ];
}

const isNotBusy = () => {
  expect(screen.getByRole("main")).toHaveAttribute("aria-busy", "false");
};

/** Presses the button when the reply has ended: before, its action would be refused. */
export async function pressAtTheEnd(hasEnded = isNotBusy) {
  await waitFor(hasEnded);
  // The press on half an action was no action, not even one that is refused.
  const warnings = vi.mocked(console.warn).mock.calls.map(String);
  expect(warnings.filter((text) => text.includes("[action]"))).toEqual([]);
  fireEvent.click(button());
}

/** Whether all elements are where they were. */
export function expectSame(elements: readonly HTMLElement[]) {
  expect(elements.filter((element) => !element.isConnected)).toEqual([]);
}

/** A `fetch` that has a handler for each address. */
export function stubFetch(
  handlers: Record<
    string,
    (body: unknown, init: RequestInit) => Response | Promise<Response>
  >,
) {
  const requests: Record<string, unknown[]> = {};
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body: unknown = JSON.parse(init.body as string);
    (requests[url] ??= []).push(body);
    const handler = handlers[url];
    if (!handler) throw new Error(`Nobody answers ${url}.`);
    return handler(body, init);
  });
  return (url: string) => requests[url] ?? [];
}
