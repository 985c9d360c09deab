import { describe, expect, test } from "vitest";
import { enumOf } from "../../src/core/json.js";
import { nearestOf } from "../../src/core/nearest.js";

const sizes = enumOf("3xs 2xs xs sm md lg xl 2xl 3xl");
const alignments = enumOf("start center end baseline stretch");
const justifications = enumOf("start center end between around evenly stretch");
const colors = enumOf("secondary success danger warning info discovery");
const booleans = enumOf("true false");
const loadings = enumOf("auto none self container");

describe("the nearest word", () => {
  test.each([
    ["LG", sizes, "lg"],
    ["lgg", sizes, "lg"],
    ["large", sizes, "lg"],
    ["medium", sizes, "md"],
    ["small", sizes, "sm"],
    ["xlarge", sizes, "xl"],
    ["middle", alignments, "center"],
    ["centre", alignments, "center"],
    ["Center ", alignments, "center"],
    ["left", alignments, "start"],
    ["flex-end", alignments, "end"],
    ["strech", alignments, "stretch"],
    ["space-between", justifications, "between"],
    ["sucess", colors, "success"],
    ["warn", colors, "warning"],
    ["yes", booleans, "true"],
    ["no", booleans, "false"],
    ["tru", booleans, "true"],
    ["alignment", ["type", "align"], "align"],
    ["Client", enumOf("server client"), "client"],
    ["column", enumOf("row col"), "col"],
    ["dash", enumOf("solid dashed dotted"), "dashed"],
    ["datakey", ["type", "dataKey"], "dataKey"],
    ["value", ["type", "text"], "text"],
  ])("of %j among %o is %j", (value, words, nearest) => {
    expect(nearestOf(value, words)).toBe(nearest);
  });

  test.each([
    ["huge", sizes],
    ["10", sizes],
    ["lx", enumOf("lg md")],
    ["e", alignments],
    ["gigantic", alignments],
    ["spin", loadings],
    ["maybe", booleans],
    ["dark", enumOf("bar area line")],
    ["", sizes],
    [{ size: "lg" }, sizes],
    [["lg"], sizes],
    ["label", ["type", "id", "children"]],
  ])("of %j among %o is none", (value, words) => {
    expect(nearestOf(value, words)).toBeUndefined();
  });

  test("a long text is compared with long words", () => {
    const long = "abcdefgh".repeat(100_000);
    expect(nearestOf(`x${long}`, [`y${long}`, "center"])).toBeUndefined();
  });
});
