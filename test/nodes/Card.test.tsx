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
    ...["confirm", "cancel"].map((button): [object, string, RegExp] => [
      { type: "Card", [button]: { label: "OK" }, children: [] },
      `/${button}/action`,
      /missing/,
    ]),
    [{ type: "Card", size: "large", children: [] }, "/size", /"lg"/],
  ]);
});
