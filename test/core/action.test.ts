// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  resolveLoading,
  withFormValues,
  type ActionConfig,
} from "../../src/core/index.js";
import { isStreaming, toAction } from "../../src/core/action.js";
import { freeze } from "../helpers/freeze.js";
import { collectProblems } from "../helpers/unitProblems.js";

describe("actions", () => {
  describe("withFormValues", () => {
    test("gives the action itself where there is nothing to add", () => {
      const action = freeze({ type: "save", payload: { id: 1 } });
      expect(withFormValues(action, undefined)).toBe(action);
      expect(withFormValues(action, {})).toBe(action);
      expect(withFormValues(action, { __proto__: null })).toBe(action);
    });

    test("nests, merges, reports, and mutates nothing", () => {
      const action = freeze({
        type: "save",
        payload: { id: 1, todo: { title: "Bread" } },
      });
      const { result, codes } = collectProblems((report) =>
        withFormValues(
          action,
          freeze({ "todo.title": "Milk", "todo.done": true, constructor: 1 }),
          report,
        ),
      );
      expect(result).toEqual({
        type: "save",
        payload: { id: 1, todo: { title: "Bread", done: true } },
      });
      expect(codes).toEqual(["field-name", "payload-collision"]);
    });

    test("needs no function that reports", () => {
      expect(withFormValues({ type: "save", payload: 3 }, { a: 1 })).toEqual({
        type: "save",
        payload: 3,
      });
    });
  });

  test.each([
    [undefined, "auto"],
    [null, "auto"],
    ["auto", "auto"],
    ["", "auto"],
    ["SELF", "auto"],
    ["toString", "auto"],
    [true, "auto"],
    ["self", "self"],
    ["container", "container"],
    ["none", "none"],
  ])("loadingBehavior %j means %s", (loadingBehavior, expected) => {
    const config = { type: "a", loadingBehavior } as ActionConfig;
    for (const auto of ["self", "container", "none"] as const) {
      expect(resolveLoading(config, auto)).toBe(
        expected === "auto" ? auto : expected,
      );
    }
  });

  test.each([
    [undefined, true],
    [null, true],
    [true, true],
    ["true", true],
    ["no", true],
    [false, false],
    ["false", false],
  ])("streaming %j is %j", (streaming, expected) => {
    expect(isStreaming({ type: "a", streaming } as ActionConfig)).toBe(
      expected,
    );
  });

  test("an action travels without how it is handled", () => {
    const payload = freeze({ id: 1 });
    const config = freeze<ActionConfig>({
      type: "save",
      handler: "client",
      loadingBehavior: "self",
      streaming: false,
      payload,
    });
    expect(toAction(config)).toEqual({ type: "save", payload });
    expect(toAction({ type: "save", payload: null })).toEqual({ type: "save" });
    expect(toAction({ type: "save", payload: 0 })).toEqual({
      type: "save",
      payload: 0,
    });
  });
});
