import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("RadioGroup", () => {
  testInvalidProps([
    [
      { type: "RadioGroup", name: "n", options: [{ value: "a", labl: "A" }] },
      "/options/0/label",
      /"labl"/,
    ],
    [
      {
        type: "RadioGroup",
        name: "n",
        defaultValue: "bluee",
        options: [{ value: "blue", label: "Blue" }],
      },
      "/defaultValue",
      /"bluee".*nearest is "blue"/,
    ],
  ]);
});
