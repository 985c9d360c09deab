import { act, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  useWidgetStream,
  type WidgetStreamSource,
} from "../../src/stream/index.js";

function Reply({ source }: { source: WidgetStreamSource | undefined }) {
  const { parts, status, error } = useWidgetStream(source);
  return (
    <output>
      {JSON.stringify([
        status,
        parts,
        error instanceof Error ? error.message : 0,
      ])}
    </output>
  );
}

const shown = () =>
  JSON.parse(screen.getByRole("status").textContent) as unknown;

const text = '{"type":"Text","value":"Añd 😀"}';
const widget = { type: "Text", value: "Añd 😀" };
const done = ["done", [{ type: "widget", widget, complete: true }], 0];

async function* iterate(chunks: readonly string[]) {
  yield* chunks;
}

const streamOf = <T,>(chunks: readonly T[]) =>
  new ReadableStream<T>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

const bytes = [...new TextEncoder().encode(text)].map((byte) =>
  Uint8Array.of(byte),
);

const show = (source: WidgetStreamSource | undefined, strict = false) =>
  act(async () =>
    render(<Reply source={source} />, { reactStrictMode: strict }),
  );

describe.each([false, true])("with StrictMode: %s", (strict) => {
  test.each<[string, () => WidgetStreamSource]>([
    ["an iterable of texts", () => iterate(text.split(""))],
    ["a stream of texts", () => streamOf(text.split(""))],
    ["a stream of bytes, cut within characters", () => streamOf(bytes)],
  ])("%s is read to its end", async (_, source) => {
    await show(source(), strict);
    await expect.poll(shown).toEqual(done);
  });
});

test("what has come is shown while more is to come", async () => {
  let next: (chunk: string) => void = () => undefined;
  const source = new ReadableStream<string>({
    start(controller) {
      next = (chunk) => controller.enqueue(chunk);
    },
  });
  await show(source);
  expect(shown()).toEqual(["streaming", [], 0]);
  await act(async () => next("So: "));
  expect(shown()).toEqual(["streaming", [{ type: "text", text: "So:" }], 0]);
});

test("a source that fails keeps what has come", async () => {
  await show(
    (async function* () {
      yield "So far";
      throw new Error("offline");
    })(),
  );
  await expect
    .poll(shown)
    .toEqual(["error", [{ type: "text", text: "So far" }], "offline"]);
});

test("another source starts again, and the first one shows no more", async () => {
  const first = iterate(["first"]);
  const { rerender } = await show(first);
  await act(async () => rerender(<Reply source={iterate([text])} />));
  await expect.poll(shown).toEqual(done);
  await act(async () => rerender(<Reply source={undefined} />));
  expect(shown()).toEqual(["streaming", [], 0]);
  await act(async () => rerender(<Reply source={first} />));
  expect(shown()).toEqual(["done", [{ type: "text", text: "first" }], 0]);
});

test("two components read one source once", async () => {
  const source = streamOf([text]);
  await act(async () =>
    render(
      <StrictMode>
        <Reply source={source} />
        <Reply source={source} />
      </StrictMode>,
    ),
  );
  await expect
    .poll(() =>
      screen
        .getAllByRole("status")
        .map((one) => JSON.parse(one.textContent) as unknown),
    )
    .toEqual([done, done]);
});

test("many chunks at a time are one render", async () => {
  let renders = 0;
  function Count({ source }: { source: WidgetStreamSource }) {
    renders++;
    const { status } = useWidgetStream(source);
    return <output>{JSON.stringify([status])}</output>;
  }
  const source = iterate(Array<string>(2_000).fill("a "));
  await act(async () => render(<Count source={source} />));
  await expect.poll(() => (shown() as [string])[0]).toBe("done");
  expect(renders).toBeLessThan(20);
});

test("a server shows nothing yet, and reads nothing", () => {
  const source = streamOf([text]);
  expect(renderToString(<Reply source={source} />)).toContain("streaming");
  expect(source.locked).toBe(false);
});
