import { describe, expect, test, vi } from "vitest";
import {
  sendToServer,
  type ActionStart,
} from "../../src/actions/dispatchAction.js";
import type { FieldEntry } from "../../src/context/fieldRegistry.js";
import type { ActionConfig } from "../../src/core/action.js";
import {
  config,
  createForm,
  dispatch,
  item,
  node,
  type Handlers,
} from "../helpers/unitDispatch.js";

describe("what a handler gets", () => {
  test("outside of a form", () => {
    const sendAction = vi.fn(() => undefined);
    const { outcome, report, unmount } = dispatch({ sendAction });
    expect(outcome).toBeUndefined();
    expect(report).not.toHaveBeenCalled();
    expect(sendAction.mock.calls).toEqual([
      [
        { type: "save", payload: { id: 1 } },
        item,
        {
          handler: "server",
          streaming: true,
          node: { type: "Button", id: "b", key: "k", path: "/children/0" },
          signal: unmount.signal,
          sendAction: expect.any(Function),
        },
      ],
    ]);
  });

  test("of a node whose names are no texts, or that is not there", () => {
    const sendAction = vi.fn<(...args: unknown[]) => undefined>();
    dispatch({ sendAction }, {}, config, {
      path: "",
      node: { type: 1, id: 2, key: null },
    });
    const context = { handler: "server", node: { type: "1", path: "" } };
    expect(sendAction.mock.lastCall![2]).toMatchObject(context);
    expect(
      Object.keys((sendAction.mock.lastCall![2] as typeof context).node),
    ).toEqual(["type", "path"]);
  });

  const field = { name: "city", value: "Braga" } as FieldEntry;
  test.each<[string, Partial<ActionStart>, unknown, unknown]>([
    ["a form", { form: createForm() }, { city: "Porto" }, { city: "Porto" }],
    ["no form", { form: { element: null } }, undefined, {}],
    [
      "the field that changed",
      { form: createForm(), field },
      { city: "Braga" },
      { city: "Braga" },
    ],
    ["a field outside of a form", { field }, undefined, { city: "Braga" }],
    [
      "a field without a name",
      { form: createForm(), field: { ...field, name: "" } },
      { city: "Porto" },
      { city: "Porto" },
    ],
    [
      "another field than those of the form",
      { form: createForm(), field: { ...field, name: "town" } },
      { city: "Porto", town: "Braga" },
      { city: "Porto", town: "Braga" },
    ],
  ])("from %s", (_, start, formValues, sent) => {
    const sendAction = vi.fn<(...args: unknown[]) => undefined>();
    dispatch({ sendAction }, start);
    const [action, , context] = sendAction.mock.lastCall!;
    expect(action).toEqual({
      type: "save",
      payload: { id: 1, ...(sent as object) },
    });
    expect((context as { formValues: unknown }).formValues).toEqual(formValues);
  });

  test("values that are not sent are reported at the node", () => {
    const { report } = dispatch(
      { sendAction: () => undefined },
      { form: createForm('<input name="id">') },
    );
    expect(report.mock.calls).toMatchObject([
      [{ code: "payload-collision", path: "/children/0", node }],
    ]);
  });
});

describe("who gets an action", () => {
  test.each<[string, ActionConfig, ("onAction" | "sendAction")[], string]>([
    ["the server's", config, ["onAction", "sendAction"], "sendAction"],
    ["the server's, by one handler", config, ["onAction"], "onAction"],
    [
      "the client's",
      { type: "go", handler: "client", streaming: false },
      ["onAction", "sendAction"],
      "onAction",
    ],
  ])("%s", (_, action, given, expected) => {
    const called: unknown[] = [];
    const handlers = Object.fromEntries(
      given.map((name) => [
        name,
        (...[, , context]: Parameters<NonNullable<Handlers["onAction"]>>) =>
          void called.push([name, context.handler, context.streaming]),
      ]),
    );
    dispatch(handlers, {}, action);
    const isClient = action.handler === "client";
    expect(called).toEqual([
      [expected, isClient ? "client" : "server", !isClient],
    ]);
  });

  test.each<["client" | "server", Handlers, string]>([
    ["server", {}, 'Pass "sendAction" or "onAction"'],
    ["client", { sendAction: () => undefined }, 'Pass "onAction"'],
  ])("nobody: an action of the %s is reported", (handler, handlers, advice) => {
    const { outcome, report } = dispatch(handlers, {}, { type: "go", handler });
    expect(outcome).toBeUndefined();
    expect(report.mock.calls).toEqual([
      [
        {
          code: "unhandled-action",
          message: expect.stringContaining(advice),
          path: "/children/0",
        },
      ],
    ]);
  });

  test("the server, from a handler or from the host", async () => {
    const calls: unknown[][] = [];
    const { context, unmount } = dispatch({
      sendAction: async (...args) => {
        calls.push(args);
        if (args[0].type !== "last") await args[2].sendAction({ type: "last" });
      },
    });
    await sendToServer(context, { type: "host" });
    const fromHost = {
      handler: "server",
      streaming: true,
      node: { type: "", path: "" },
      signal: unmount.signal,
      sendAction: expect.any(Function),
    };
    expect(calls.slice(1)).toEqual([
      [{ type: "last" }, item, fromHost],
      [{ type: "host" }, item, fromHost],
      [{ type: "last" }, item, fromHost],
    ]);
  });
});

describe("validation by the host", () => {
  const form = createForm();
  const errors = { city: "No." };

  test.each<[string, unknown, unknown, number]>([
    ["no errors", undefined, undefined, 1],
    ["errors", errors, errors, 0],
    ["no errors later", Promise.resolve(), undefined, 1],
    ["errors later", Promise.resolve(errors), errors, 0],
  ])("that gives %s", async (_, result, expected, calls) => {
    const sendAction = vi.fn(() => undefined);
    const validate = vi.fn(() => result as undefined);
    const start = { form, validates: true };
    const { outcome } = dispatch({ sendAction, validate }, start);
    expect(await outcome).toEqual(expected);
    expect(sendAction).toHaveBeenCalledTimes(calls);
    expect(validate.mock.calls).toEqual([
      [{ city: "Porto" }, expect.objectContaining({ handler: "server" })],
    ]);
  });

  test.each<[string, Partial<ActionStart>]>([
    ["an action that is no submit", { form }],
    ["a submit without a form", { validates: true }],
  ])("is not asked for %s", (_, start) => {
    const [sendAction, validate] = [vi.fn(), vi.fn(() => errors)];
    expect(dispatch({ sendAction, validate }, start).outcome).toBeUndefined();
    expect(validate).not.toHaveBeenCalled();
    expect(sendAction).toHaveBeenCalledOnce();
  });

  test("that ends after the widget sends nothing", async () => {
    const sendAction = vi.fn();
    const validate = async () => undefined;
    const start = { form, validates: true };
    const { outcome, unmount } = dispatch({ sendAction, validate }, start);
    unmount.abort();
    expect(await outcome).toBeUndefined();
    expect(sendAction).not.toHaveBeenCalled();
  });
});
