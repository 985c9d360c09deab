import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Title", () => {
  testInvalidProps([
    [{ type: "Title", valeu: "x" }, "/value", /"valeu" should be "value"/],
  ]);
});
