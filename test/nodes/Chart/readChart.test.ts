import { describe, expect, test } from "vitest";
import { read, layout, rows, oneSeries } from "../../helpers/unitChart.js";

describe("readChart", () => {
  test("numbers may be strings, and everything else is a gap", () => {
    const { series } = read(
      rows(
        1,
        "2",
        " 3.5 ",
        "-1e2",
        "four",
        "",
        null,
        undefined,
        true,
        NaN,
        [5],
      ),
      oneSeries("bar"),
    );
    expect(series[0]?.values).toEqual([
      1,
      2,
      3.5,
      -100,
      ...Array.from({ length: 7 }),
    ]);
  });

  test.each([[null], [undefined], ["rows"], [7], [{}], [[null, 1, "a", []]]])(
    "data that is %j has no rows",
    (data) => {
      expect(read(data, oneSeries("line")).names).toEqual([]);
      expect(layout(data, oneSeries("line")).shapes[0]?.stroke).toBe("");
    },
  );

  test("series of unknown type or without a key are left out", () => {
    expect(
      read(
        [],
        [...oneSeries("pie"), ...oneSeries("area"), { type: "bar" }, null, 3],
      ).series,
    ).toHaveLength(1);
    expect(read([], "series").series).toEqual([]);
  });

  test("colours are given out in turn, but none that the author took", () => {
    const keys = Array.from({ length: 8 }, (_, i) => ({
      type: "line",
      dataKey: `k${i}`,
      color: i === 1 ? "orange" : undefined,
    }));
    expect(read([], keys).series.map(({ color }) => color)).toEqual([
      "blue",
      "orange",
      "purple",
      "green",
      "red",
      "yellow",
      "pink",
      "blue",
    ]);
  });

  test("rows are named by the axis, or by its labels", () => {
    const data = [{ x: "a" }, { x: 2 }, {}, { x: "constructor" }];
    expect(read(data, []).names).toEqual(["a", "2", "", "constructor"]);
    expect(
      read(data, [], { dataKey: "x", labels: { a: "Alpha" } }).names,
    ).toEqual(["Alpha", "2", "", "constructor"]);
    expect(read(data, [], null).names).toEqual(["", "", "", ""]);
  });

  test("a label falls back to the key", () => {
    expect(read([], oneSeries("line", { label: "" })).series).toMatchObject([
      { label: "y" },
    ]);
  });

  test("a series may be the value of a Text", () => {
    const data = [{ x: "a", y: 1, z: 3 }];
    const series = [
      { type: "area", dataKey: "z", label: "Z" },
      ...oneSeries("bar"),
    ];
    expect(
      read(data, [{ type: "Text", id: "s1", value: series[0] }, series[1]]),
    ).toEqual(read(data, series));
    expect(
      read(data, [{ type: "Text", value: "Z" }, series[1]]).series,
    ).toEqual(read(data, oneSeries("bar")).series);
  });
});
