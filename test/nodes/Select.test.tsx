import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Select", () => {
  testInvalidProps([
    [{ type: "Select", name: "n" }, "/options", /missing/],
    [{ type: "Select", name: "n", options: ["A"] }, "/options/0", /"A"/],
    [
      {
        type: "Select",
        name: "n",
        defaultValue: "Red",
        options: [
          { value: "r", label: "Red" },
          { value: 2, label: "Two" },
        ],
      },
      "/defaultValue",
      /"Red".*Allowed: r, 2\. The nearest is "r"/,
    ],
    [
      { type: "Select", name: "n", defaultValue: 1, options: [] },
      "/defaultValue",
      /the value of an option/,
    ],
  ]);
});
