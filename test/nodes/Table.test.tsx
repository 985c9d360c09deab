import { describe } from "vitest";
import { testInvalidProps } from "../helpers/unit.js";

describe("Table", () => {
  testInvalidProps([
    [
      {
        type: "Table",
        children: [
          {
            type: "Table.Row",
            children: [{ type: "Table.Cell", colSpan: "two", children: [] }],
          },
        ],
      },
      "/children/0/children/0/colSpan",
      /number/,
    ],
  ]);
});
