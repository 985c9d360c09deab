import { describe, expect, test } from "vitest";
import {
  isThenable,
  showFieldErrors,
  type ActionStart,
} from "../../src/actions/dispatchAction.js";
import { config, createForm, dispatch, node } from "../helpers/unitDispatch.js";

describe("a handler that fails", () => {
  const refused = Object.assign(new Error("later"), { reason: "refused" });
  const invalid = { fieldErrors: { city: ["No.", "Never."] } };

  test.each<[string, unknown, unknown, object[], number]>([
    ["with an error", new Error("no"), undefined, [{}], 0],
    ["with nothing", undefined, undefined, [{}], 0],
    ["for the fields", invalid, { city: "No. Never." }, [], 0],
    ["for a moment", refused, undefined, [{ reason: "refused" }], 1],
    ["with a reason", { reason: "http" }, undefined, [{ reason: "http" }], 0],
    ["with a number", { reason: 5 }, undefined, [{}], 0],
  ])("%s, at once or later", async (_, cause, expected, reports, times) => {
    for (const sendAction of [
      () => {
        throw cause;
      },
      () => Promise.reject(cause),
    ]) {
      const { outcome, report, refuse } = dispatch({ sendAction });
      expect(await outcome).toEqual(expected);
      expect(report.mock.calls).toEqual(
        reports.map((reason) => [
          {
            code: "action",
            message: expect.stringMatching(/^The action "save" failed: /),
            path: "/children/0",
            node,
            cause,
            ...reason,
          },
        ]),
      );
      expect(refuse).toHaveBeenCalledTimes(times);
    }
  });

  test.each([
    ["AbortError", true, 0],
    ["AbortError", false, 1],
    ["Error", true, 1],
  ])("with an %s, unmounted: %j", async (name, isUnmounted, reports) => {
    const cause = Object.assign(new Error("gone"), { name });
    const { outcome, report, unmount } = dispatch({
      sendAction: () => Promise.reject(cause),
    });
    if (isUnmounted) unmount.abort();
    expect(await outcome).toBeUndefined();
    expect(report).toHaveBeenCalledTimes(reports);
  });
});

test("messages that no field shows are reported", () => {
  const { context, report } = dispatch({ sendAction: () => undefined });
  const start: ActionStart = {
    context,
    binding: { owner: node, name: "" },
    config,
    auto: "none",
    form: createForm(),
  };
  showFieldErrors(start, undefined);
  expect(report).not.toHaveBeenCalled();
  for (const form of [start.form, undefined]) {
    showFieldErrors({ ...start, form }, { city: "No." });
    expect(report.mock.lastCall).toEqual([
      {
        code: "action",
        reason: "invalid",
        message: expect.stringContaining('"city": No.'),
      },
    ]);
  }
});

test("what a handler returns is a promise where it has a `then`", async () => {
  // oxlint-disable-next-line unicorn/no-thenable -- JSON may have that name
  const others = [undefined, null, 1, {}, { then: 1 }];
  expect(others.map(isThenable)).toEqual(others.map(() => false));
  const { outcome } = dispatch({ sendAction: async () => "ok" as never });
  expect(isThenable(outcome)).toBe(true);
  expect(await outcome).toBeUndefined();
});
