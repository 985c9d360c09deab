import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  createFetchAction,
  useWidget,
  type ActionContext,
  type FetchActionError,
  type FetchActionOptions,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";

const reply = (body: unknown, status = 200) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), {
    status,
  });

/** Sends one action; gives what was sent, what came to `apply`, and how it ended. */
async function send(
  answer: Response | Error | ((init: RequestInit) => Promise<Response>),
  options: FetchActionOptions = {},
  signal = new AbortController().signal,
) {
  const fetch = vi.fn(async (_: string | URL, init: RequestInit) => {
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(init) : answer;
  });
  const apply = vi.fn();
  const context: ActionContext = {
    handler: "server",
    streaming: true,
    node: { type: "Button", path: "" },
    signal,
    sendAction: async () => undefined,
  };
  const item = { id: "msg_1", widget: undefined };
  const action = { type: "go", payload: { id: 1 }, handler: "server" };
  const error = await Promise.resolve(
    createFetchAction("/api", { fetch, apply, ...options })(
      action,
      item,
      context,
    ),
  ).then(
    () => undefined,
    (cause: unknown) => cause as FetchActionError,
  );
  const applied = apply.mock.calls.map(([update]) => update as unknown);
  return { fetch, apply, applied, error, item };
}

const card = (value: string): WidgetNode => ({
  type: "Card",
  children: [{ type: "Text", id: "t", value }],
});
const update = {
  type: "widget.streaming_text.value_delta",
  component_id: "t",
  delta: "!",
};

describe("the request", () => {
  test("is the action as JSON", async () => {
    const { fetch } = await send(reply(""), {
      headers: async () => ({ authorization: "Bearer 1" }),
    });
    const [[url, init]] = fetch.mock.calls as [[string, RequestInit]];
    expect(url).toBe("/api");
    expect(init.method).toBe("POST");
    expect(JSON.parse(init.body as string)).toEqual({
      type: "go",
      payload: { id: 1 },
    });
    const headers = new Headers(init.headers);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("accept")).toBe("application/json");
    expect(headers.get("authorization")).toBe("Bearer 1");
  });

  test("ends with the renderer, and a later reply is not applied", async () => {
    const unmount = new AbortController();
    const { error, applied } = await send(
      async ({ signal }) => {
        expect(signal).toBe(unmount.signal);
        unmount.abort();
        return reply(card("late"));
      },
      {},
      unmount.signal,
    );
    expect(error?.name).toBe("AbortError");
    expect(applied).toEqual([]);
  });
});

describe("the answer", () => {
  test.each<[string, unknown, unknown[]]>([
    [
      "a widget",
      card("a"),
      [{ type: "widget.root.updated", widget: card("a") }],
    ],
    ["an update", update, [update]],
    ["a list of updates", [update, update], [update, update]],
    ["nothing", "", []],
    ["null", null, []],
  ])("%s", async (_, body, expected) => {
    const { applied, error, apply, item } = await send(reply(body));
    expect(error).toBeUndefined();
    expect(applied).toEqual(expected);
    for (const [, from] of apply.mock.calls) expect(from).toBe(item);
  });

  test("204 changes nothing", async () => {
    const { applied, error } = await send(new Response(null, { status: 204 }));
    expect([applied, error]).toEqual([[], undefined]);
  });

  test("needs no `apply`", async () => {
    const { error } = await send(reply(card("a")), { apply: undefined });
    expect(error).toBeUndefined();
  });

  test.each<[string, Response | Error, Partial<FetchActionError>]>([
    ["no server", new TypeError("fetch failed"), { reason: "network" }],
    [
      "a body that breaks off",
      new Response(
        new ReadableStream({ start: (body) => body.error(new Error("cut")) }),
      ),
      { reason: "network" },
    ],
    [
      "500 with HTML",
      reply("<h1>Oops</h1>", 500),
      { reason: "http", status: 500 },
    ],
    ["200 with HTML", reply("<h1>Login</h1>"), { reason: "protocol" }],
    ["JSON that is no widget", reply({ ok: true }), { reason: "protocol" }],
    ["a text", reply('"ok"'), { reason: "protocol" }],
  ])("%s is a failure with a reason", async (_, answer, expected) => {
    const { error, applied } = await send(answer);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject(expected);
    expect(error?.message).not.toContain("<");
    expect(applied).toEqual([]);
  });

  test.each<[string, unknown, FetchActionOptions, unknown]>([
    ["errors", { errors: { a: "No." } }, {}, { a: "No." }],
    ["fieldErrors", { fieldErrors: { a: "No." } }, {}, { a: "No." }],
    ["no messages", "<h1>No</h1>", {}, undefined],
    [
      "of another form, by an option",
      { detail: [{ loc: ["body", "a"], msg: "No." }] },
      {
        fieldErrors: (body) =>
          Object.fromEntries(
            (body as { detail: { loc: string[]; msg: string }[] }).detail.map(
              ({ loc, msg }) => [loc.slice(1).join("."), msg],
            ),
          ),
      },
      { a: "No." },
    ],
  ])("a 422 with %s", async (_, body, options, fieldErrors) => {
    const { error } = await send(reply(body, 422), options);
    expect(error).toMatchObject({
      reason: "invalid",
      status: 422,
      fieldErrors,
    });
  });
});

test("in a widget: messages at the fields, then the next widget", async () => {
  const user = userEvent.setup();
  const answers = [
    reply({ errors: { city: "We do not deliver there." } }, 422),
    reply({ type: "Card", children: { type: "Text", value: "On its way" } }),
  ];
  const onError = vi.fn<(error: WidgetError) => void>();
  function Order() {
    const { widget, apply } = useWidget({
      type: "Card",
      asForm: true,
      confirm: { label: "Order", action: { type: "order" } },
      children: { type: "Input", name: "city", defaultValue: "Porto" },
    });
    return (
      <WidgetRenderer
        widget={widget}
        onError={onError}
        sendAction={createFetchAction("/api", {
          apply,
          fetch: async () => answers.shift()!,
        })}
      />
    );
  }
  render(<Order />);
  const order = screen.getByRole("button", { name: "Order" });
  await user.click(order);
  const city = screen.getByRole("textbox", { name: "city" });
  await waitFor(() =>
    expect(city).toHaveAccessibleDescription("We do not deliver there."),
  );
  expect(city).toHaveValue("Porto");
  expect(onError).not.toHaveBeenCalled();
  await user.click(order);
  expect(await screen.findByText("On its way")).toBeVisible();
  expect(onError).not.toHaveBeenCalled();
});
