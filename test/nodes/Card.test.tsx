import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Card", () => {
  testInvalidProps([
    [
      { type: "Card", status: "Live", children: [] },
      "/status",
      /"text":"Live"/,
    ],
    [
      {
        type: "Card",
        confirm: { labl: "OK", action: { type: "a" } },
        children: [],
      },
      "/confirm/label",
      /"labl"/,
    ],
    [{ type: "Card", size: "large", children: [] }, "/size", /"lg"/],
  ]);
});
