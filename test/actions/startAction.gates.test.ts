import { describe, expect, test, vi } from "vitest";
import type { ActionStart } from "../../src/actions/dispatchAction.js";
import { startAction } from "../../src/actions/startAction.js";
import {
  fieldEntries,
  type FieldEntry,
} from "../../src/context/fieldRegistry.js";
import { PendingActions } from "../../src/context/pendingActions.js";
import type { WidgetContextValue } from "../../src/context/WidgetContext.js";

const config = { type: "save" };
const node = { type: "Button", key: "b", onClickAction: config };

/** What starts an action of `node`, in a context that consists of spies. */
function createStart(
  sendAction: () => unknown = () => undefined,
  settings = {},
) {
  const pendingActions = new PendingActions();
  const handler = vi.fn(sendAction);
  const report = vi.fn();
  const context = {
    settings: { interactive: true, labels: { invalid: "Check." }, ...settings },
    pendingActions,
    report,
    root: () => ({ type: "Card", children: [node] }),
    signal: () => new AbortController().signal,
    handlers: () => ({ sendAction: handler }),
    item: () => ({ id: undefined, widget: undefined }),
  } as unknown as WidgetContextValue;
  const binding = { owner: node, name: "onClickAction" };
  const start: ActionStart = {
    context,
    binding,
    config,
    auto: "self",
    form: undefined,
  };
  return { start, handler, report, pendingActions, binding };
}

/** A form with a field that is required and has no value. */
function createForm() {
  const form = document.createElement("form");
  form.innerHTML = `<div data-field="city"><input required></div>`;
  document.body.replaceChildren(form);
  const element = form.firstElementChild!;
  const input = form.querySelector("input")!;
  const entry = {
    name: "city",
    element,
    sync: vi.fn(),
    setError: vi.fn(),
    state: { error: "Old." },
  };
  fieldEntries.set(element, entry as unknown as FieldEntry);
  return { form: { element: form }, input, entry };
}

/** A handler whose action runs until `end` is called. */
function createEnd() {
  let end!: () => void;
  let fail!: (cause: unknown) => void;
  const promise = new Promise<void>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  return { sendAction: () => promise, end, fail };
}

describe("an action is not sent", () => {
  test("while nothing is interactive", () => {
    const { start, handler } = createStart(undefined, { interactive: false });
    startAction(start);
    expect(handler).not.toHaveBeenCalled();
  });

  test("where there is none", () => {
    for (const none of [null, undefined]) {
      const { start, handler, report } = createStart();
      startAction({ ...start, config: none });
      expect([handler, report].map(({ mock }) => mock.calls)).toEqual([[], []]);
    }
  });

  test.each([["go"], [["go"]], [{}], [{ type: 3 }]])(
    "where %j is there instead, which is reported at the node",
    (wrong) => {
      const { start, handler, report } = createStart();
      startAction({ ...start, config: wrong as never });
      expect(handler).not.toHaveBeenCalled();
      expect(report.mock.calls).toEqual([
        [
          {
            code: "action",
            message: expect.stringContaining('an object with a "type"'),
            path: "/children/0",
            node,
          },
        ],
      ]);
    },
  );

  test("while a submit finds a field that is invalid: its error is shown", () => {
    const { start, handler } = createStart();
    const { form, input, entry } = createForm();
    startAction({ ...start, form, validates: true });
    expect(handler).not.toHaveBeenCalled();
    expect(entry.sync).toHaveBeenCalled();
    expect(entry.setError.mock.calls).toEqual([
      [input.validationMessage || "Check."],
    ]);
    // What does not submit asks no field.
    entry.setError.mockClear();
    startAction({ ...start, form });
    expect(handler).toHaveBeenCalledOnce();
    expect(entry.setError).not.toHaveBeenCalled();
  });

  test("while it is pending, but for a last change afterwards", async () => {
    const { sendAction, end } = createEnd();
    const { start, handler, pendingActions, binding } = createStart(sendAction);
    const restart = vi.fn();
    Object.assign(binding, { restart });
    startAction(start);
    expect(pendingActions.find(node, "onClickAction")).toMatchObject({
      config,
      nodeKey: "b",
      loading: "self",
      binding,
    });
    startAction(start);
    startAction({ ...start, field: { name: "" } as FieldEntry });
    expect(handler).toHaveBeenCalledOnce();
    end();
    await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce());
    expect(pendingActions.find(node, "onClickAction")).toBeUndefined();
  });
});

test("a submit removes the errors that were there, and shows those that come", async () => {
  const { sendAction, fail } = createEnd();
  const { start, report, pendingActions } = createStart(sendAction);
  const { form, input, entry } = createForm();
  input.value = "Porto";
  startAction({ ...start, form, validates: true, auto: "container" });
  expect(entry.setError.mock.calls).toEqual([[undefined]]);
  expect(pendingActions.getShown().pending).toMatchObject([
    { loading: "container" },
  ]);
  fail({ fieldErrors: { city: "No.", town: "Unknown." } });
  await vi.waitFor(() => expect(entry.setError.mock.lastCall).toEqual(["No."]));
  expect(report.mock.calls).toMatchObject([[{ reason: "invalid" }]]);
});

test("a handler without a promise leaves nothing pending", () => {
  const { start, pendingActions, report } = createStart(() => {
    // oxlint-disable-next-line typescript/only-throw-error -- a handler may throw anything
    throw { fieldErrors: { town: "Unknown." } };
  });
  startAction(start);
  expect(pendingActions.getShown().pending).toEqual([]);
  expect(report.mock.calls).toMatchObject([[{ reason: "invalid" }]]);
});
