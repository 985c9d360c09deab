import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Text", () => {
  testInvalidProps([
    [{ type: "Text", value: ["a", "b"] }, "/value", /list.*text.*"a b"/],
    [{ type: "Text", text: "x" }, "/value", /missing.*text/],
    [{ type: "Text", value: "x", weight: 700 }, "/weight", /700.*bold/],
    [{ type: "Text", value: "x", maxLines: "two" }, "/maxLines", /number/],
    [{ type: "Text", value: "x", truncate: "yes" }, "/truncate", /true, false/],
    [
      { type: "Text", value: "", editable: { name: "n", pattern: "(" } },
      "/editable/pattern",
      /regular expression/,
    ],
  ]);
});
