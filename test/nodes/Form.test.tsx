import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Form", () => {
  testInvalidProps([
    [
      { type: "Form", onSubmitAction: "go", children: [] },
      "/onSubmitAction",
      /"go"/,
    ],
  ]);
});
