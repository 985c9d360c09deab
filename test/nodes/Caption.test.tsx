import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Caption", () => {
  testInvalidProps([
    [
      { type: "Caption", value: "x", size: "medium" },
      "/size",
      /"medium".*sm, md, lg.*"md"/,
    ],
  ]);
});
