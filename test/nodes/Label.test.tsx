import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Label", () => {
  testInvalidProps([
    [{ type: "Label", value: "x", name: "n" }, "/fieldName", /missing/],
  ]);
});
