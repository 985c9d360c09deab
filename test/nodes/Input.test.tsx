import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Input", () => {
  testInvalidProps([
    [{ type: "Input", nme: "x" }, "/name", /"nme" should be "name"/],
    [{ type: "Input", name: "n", inputType: "mail" }, "/inputType", /"email"/],
    [
      { type: "Input", name: "n", pattern: "(" },
      "/pattern",
      /regular expression/,
    ],
  ]);
});
