import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Col", () => {
  testInvalidProps([
    [{ type: "Col", padding: "lg", children: [] }, "/padding", /"lg"/],
    [{ type: "Col", padding: { x: "lg" }, children: [] }, "/padding/x", /"lg"/],
    [{ type: "Col", padding: -1, children: [] }, "/padding", /-1/],
  ]);
});
