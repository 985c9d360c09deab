import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Textarea", () => {
  testInvalidProps([
    [
      { type: "Textarea", name: "n", pattern: "(" },
      "/pattern",
      /regular expression/,
    ],
    [{ type: "Textarea", name: "n", rows: "many" }, "/rows", /number/],
  ]);
});
