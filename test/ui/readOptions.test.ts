import { describe, expect, test, vi } from "vitest";
import { PropReader } from "../../src/context/propReader.js";
import { defaultContext } from "../../src/context/WidgetContext.js";
import { readOptions } from "../../src/ui/readOptions.js";

// Outside a renderer what is wrong goes to the console.
vi.spyOn(console, "warn").mockImplementation(() => {});

const read = (list: unknown) =>
  readOptions(new PropReader(defaultContext, { options: list }, undefined));

describe("readOptions", () => {
  test("takes scalars as text and leaves out what is no option", () => {
    expect(
      read([
        { value: 1, label: 2 },
        null,
        "x",
        {},
        { label: "L" },
        { value: "" },
      ]),
    ).toEqual([
      { value: "1", label: "2", description: "", disabled: false },
      { value: "L", label: "L", description: "", disabled: false },
    ]);
    expect(read({})).toEqual([]);
  });
});
