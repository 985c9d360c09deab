import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Divider", () => {
  testInvalidProps([[{ type: "Divider", spacing: "lg" }, "/spacing", /"lg"/]]);
});
