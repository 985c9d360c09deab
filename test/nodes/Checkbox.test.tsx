import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Checkbox", () => {
  testInvalidProps([
    [{ type: "Checkbox", name: "n", label: [] }, "/label", /text/],
    [
      { type: "Checkbox", name: "n", onChangeAction: "go" },
      "/onChangeAction",
      /"go"/,
    ],
  ]);
});
