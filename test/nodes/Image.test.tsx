import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Image", () => {
  testInvalidProps([
    [{ type: "Image", source: "/a.png" }, "/src", /missing/],
    [{ type: "Image", src: "/a.png", fit: "covr" }, "/fit", /"cover"/],
  ]);
});
