import { describe, expect, it } from "vitest";
import { takeApart } from "../../playground/examples.js";

describe("a .widget file without data", () => {
  it("gets data after its schema", () => {
    const { data, json } = takeApart(
      JSON.stringify({
        version: "1.0",
        name: "",
        template:
          '{"type": {{ kind | tojson }}, "children": {{ rows | tojson }}}',
        jsonSchema: {
          properties: {
            kind: { enum: ["Card"] },
            rows: { type: "array", items: { type: "object" } },
          },
        },
      }),
    );
    expect(JSON.parse(data)).toEqual({ kind: "Card", rows: [{}, {}] });
    expect(JSON.parse(json)).toEqual({ type: "Card", children: [{}, {}] });
  });
});
