import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Badge", () => {
  testInvalidProps([
    [{ type: "Badge", label: { text: "new" } }, "/label", /"new"/],
    [{ type: "Badge", label: "x", color: "sucess" }, "/color", /"success"/],
  ]);
});
