import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("DatePicker", () => {
  testInvalidProps([
    [{ type: "DatePicker", name: "n", min: "tomorrow" }, "/min", /date/],
  ]);
});
