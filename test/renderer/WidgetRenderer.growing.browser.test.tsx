import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import "../../src/styles/index.css";
import { growReply, type GrowingReply } from "../helpers/growingReply.js";
import { press } from "../helpers/press.js";

let reply: GrowingReply;
afterEach(() => reply.remove());

/** Shows what is before each "¦" of a reply, one after the other. */
async function start(text: string, sendAction = vi.fn()) {
  const steps = text.split("¦");
  reply = growReply(steps.join(""), { sendAction });
  const next = async () => void (await reply.next(steps.shift()!.length));
  await next();
  return { next, sendAction };
}

const textbox = (name: string) => page.getByRole("textbox", { name });

describe("a field that grows", () => {
  test.each([
    ["its name", '"name":"city"'],
    ["its id", '"id":"city"'],
    ["its key", '"key":"city"'],
    ["its default value", '"defaultValue":"Rome"'],
    ["its type of input", '"inputType":"text","required":true'],
  ])(
    "keeps the focus, the caret and what was typed when %s comes",
    async (_, late) => {
      const { next } = await start(
        `{"type":"Form","children":[{"type":"Input","placeholder":"Town"¦,${late}¦},{"type":"Text","value":"a"}¦],"id":"form"¦}`,
      );
      const input = textbox("Town").element() as HTMLInputElement;
      await userEvent.type(input, "Oslo");
      input.setSelectionRange(1, 3);
      for (let i = 0; i < 4; i++) {
        await next();
        expect(textbox("Town").element()).toBe(input);
        expect(document.activeElement).toBe(input);
        expect(input.value).toBe("Oslo");
        expect([input.selectionStart, input.selectionEnd]).toEqual([1, 3]);
      }
      await reply.end();
      expect(textbox("Town").element()).toBe(input);
      expect(input.value).toBe("Oslo");
    },
  );

  test("is sent by the name that came late, in a card that became a form late", async () => {
    const { next, sendAction } = await start(
      '{"type":"Card","children":[{"type":"Input","placeholder":"Town"¦,"name":"city"}],¦"asForm":true,"confirm":{"label":"Send","action":{"type":"send"}}¦}',
    );
    const input = textbox("Town").element();
    await userEvent.type(input, "Oslo");
    await next();
    await next();
    await next();
    await reply.end();
    expect(textbox("Town").element()).toBe(input);
    await page.getByRole("button", { name: "Send" }).click();
    expect(
      sendAction.mock.calls.map(([action]) => action as unknown),
    ).toMatchObject([{ type: "send", payload: { city: "Oslo" } }]);
  });

  test("an untouched field takes the default that comes", async () => {
    const { next } = await start(
      '{"type":"Input","placeholder":"Town"¦,"defaultValue":"Rome"¦,"name":"city"}',
    );
    await next();
    await next();
    await expect.element(textbox("Town")).toHaveValue("Rome");
  });

  test("without a name stays the same when a patch adds another one before it", async () => {
    const { next } = await start(
      '{"type":"Col","children":[{"type":"Input","placeholder":"Town"}]}\n¦{"op":"add","path":"/children/0","value":{"type":"Input","placeholder":"Name"}}',
    );
    const input = textbox("Town").element();
    await userEvent.type(input, "Oslo");
    await next();
    await reply.end();
    expect(textbox("Town").element()).toBe(input);
    await expect.element(textbox("Town")).toHaveValue("Oslo");
    await expect.element(textbox("Name")).toHaveValue("");
  });

  test("stays the same field in updates after the end", async () => {
    const { next } = await start(
      '{"type":"Col","children":[{"type":"Input","placeholder":"Town"¦,"name":"city"}]}\n¦{"op":"add","path":"/children/0","value":{"type":"Input","placeholder":"Name"}}',
    );
    const input = textbox("Town").element();
    await userEvent.type(input, "Oslo");
    await next();
    await next();
    await reply.end();
    expect(textbox("Town").element()).toBe(input);
    await expect.element(textbox("Town")).toHaveValue("Oslo");
    await expect.element(textbox("Name")).toHaveValue("");
  });
});

describe("an action", () => {
  test("does nothing before it is closed, then acts, and the button does not move", async () => {
    const { next, sendAction } = await start(
      '{"type":"Row","children":[{"type":"Button","label":"Cancel","onClickAction":{"type":"order¦.cancel"¦,"payload":{"id":48¦21}¦}¦}]}',
    );
    const button = page.getByRole("button", { name: "Cancel" });
    const element = button.element();
    const box = element.getBoundingClientRect();
    for (let i = 0; i < 3; i++) {
      press(button);
      await next();
    }
    expect(sendAction).not.toHaveBeenCalled();
    expect(reply.errors).toEqual([]);
    await next();
    press(button);
    expect(
      sendAction.mock.calls.map(([action]) => action as unknown),
    ).toMatchObject([{ type: "order.cancel", payload: { id: 4821 } }]);
    await next();
    expect(page.getByRole("button", { name: "Cancel" }).element()).toBe(
      element,
    );
    expect(element.getBoundingClientRect()).toEqual(box);
  });
});

describe("room", () => {
  test.each([
    [
      "a button",
      '{"type":"Button","size":"lg"¦,"label":"Go"}',
      ".wr-Button",
      36,
    ],
    [
      "a chart",
      '{"type":"Chart","height":150,¦"data":[],"series":[],"xAxis":"a"}',
      ".wr-Chart",
      150,
    ],
    [
      "a picture with an aspect ratio",
      '{"type":"Image","aspectRatio":4,"width":200,¦"src":"data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="}',
      ".wr-Image",
      50,
    ],
    [
      "a picture in a row",
      '{"type":"Row","children":[{"type":"Image"¦,"src":"data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="}]}',
      ".wr-Image",
      40,
    ],
    [
      "an input",
      '{"type":"Input","size":"md"¦,"name":"a","placeholder":"b"}',
      ".wr-Input",
      32,
    ],
    [
      "a select",
      '{"type":"Select","size":"md"¦,"name":"a","options":[{"label":"A","value":"a"}],"placeholder":"b"}',
      ".wr-Select",
      32,
    ],
  ])("is kept for %s", async (_, text, selector, height) => {
    const { next } = await start(text);
    const heightNow = () =>
      reply.container.querySelector(selector)?.getBoundingClientRect().height;
    expect(heightNow()).toBe(height);
    await next();
    await reply.end();
    expect(heightNow()).toBe(height);
  });

  test("of a button without a label is given up at the end, and reported", async () => {
    const { next } = await start('{"type":"Button"¦}');
    expect(reply.container.querySelector("button")).toBeDisabled();
    expect(reply.errors).toEqual([]);
    await next();
    await reply.end();
    expect(reply.container.querySelector("button")).toBeNull();
    expect(reply.errors).toMatchObject([
      { code: "invalid-prop", path: "/label" },
    ]);
  });
});

test("a picture is asked for once, by its whole URL", async () => {
  const src =
    "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
  const text = `{"type":"Card","status":{"text":"a","favicon":"${src}#status"},"children":[{"type":"Image","src":"${src}","alt":"A long text about it","size":40},{"type":"Markdown","value":"![](${src}) and more"}]}`;
  reply = growReply(text);
  const seen = new Map<Element, Set<string>>();
  while (await reply.next(1)) {
    for (const image of reply.container.querySelectorAll("img")) {
      const of = seen.get(image) ?? new Set();
      seen.set(image, of.add(image.getAttribute("src")!));
    }
  }
  await reply.end();
  const [status, image] = [...seen.values()].map((of) => [...of]);
  expect(status).toEqual([`${src}#status`]);
  expect(image).toEqual([src]);
  expect([...reply.urls].every((url) => url.startsWith(src))).toBe(true);
});

test("errors come at the end, each once, and those of what was mended do not come", async () => {
  const text =
    '{"type":"Card","size":"huge","children":[{"type":"Text"},{"type":"Nope"},{"type":"Input"},{"type":"Select","name":"s"},{"type":"Label","value":"a"}]}';
  reply = growReply(text);
  while (await reply.next(1)) {
    if (reply.isGrowing()) expect(reply.errors).toEqual([]);
  }
  await reply.end();
  expect(
    reply.errors.map(({ code, path }) => `${code} ${path}`).sort(),
  ).toEqual([
    "invalid-prop /children/0/value",
    "invalid-prop /children/3/options",
    "invalid-prop /children/4/fieldName",
    "invalid-prop /size",
    "unknown-node /children/1",
  ]);
});

test("a component of the host that needs what is to come waits, and the others stay", async () => {
  const Rating = ({ range }: { range?: { max: number } }) => (
    <output aria-label="Rating">{range!.max}</output>
  );
  const steps =
    '{"type":"Col","children":[{"type":"Input","placeholder":"Town","name":"town"},{"type":"Rating"¦,"range":{"max":5}¦},{"type":"Rating"¦}]}'.split(
      "¦",
    );
  reply = growReply(steps.join(""), { components: { Rating } });
  await reply.next(steps[0]!.length);
  const input = textbox("Town").element();
  await userEvent.type(input, "Oslo");
  expect(reply.errors).toEqual([]);
  await reply.next(steps[1]!.length);
  await expect
    .element(page.getByRole("status", { name: "Rating" }))
    .toHaveTextContent("5");
  await reply.next(steps[2]!.length);
  expect(reply.errors).toEqual([]);
  await reply.next(steps[3]!.length);
  await reply.end();
  expect(reply.errors).toMatchObject([{ code: "render", path: "/children/2" }]);
  expect(textbox("Town").element()).toBe(input);
  expect(input).toHaveValue("Oslo");
});
