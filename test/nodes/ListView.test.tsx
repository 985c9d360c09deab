import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("ListView", () => {
  testInvalidProps([
    [{ type: "ListView", limit: "all", children: [] }, "/limit", /number/],
  ]);
});
