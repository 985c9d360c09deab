import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Spacer", () => {
  testInvalidProps([[{ type: "Spacer", minSize: "big" }, "/minSize", /"big"/]]);
});
