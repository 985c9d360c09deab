import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("ListViewItem", () => {
  testInvalidProps([
    [
      { type: "ListViewItem", onClickAction: "go", children: [] },
      "/onClickAction",
      /"go"/,
    ],
  ]);
});
