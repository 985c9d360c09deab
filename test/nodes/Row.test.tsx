import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Row", () => {
  testInvalidProps([
    [{ type: "Row", gap: "md", children: [] }, "/gap", /"md".*units/],
  ]);
});
