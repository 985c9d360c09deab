import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Select", () => {
  testInvalidProps([
    [{ type: "Select", name: "n" }, "/options", /missing/],
    [{ type: "Select", name: "n", options: ["A"] }, "/options/0", /"A"/],
  ]);
});
