// @vitest-environment node
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  compareSheets,
  makeSheet,
  packSheet,
  readSheet,
} from "../../../scripts/looks/sheet.mjs";

type Color = [red: number, green: number, blue: number];
type Dots = { x: number; y: number; color: Color }[];

const white: Color = [255, 255, 255];

/** A picture of one colour, with dots. */
function picture(
  width: number,
  height: number,
  background = white,
  dots: Dots = [],
) {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set(background, i * 3);
  for (const { x, y, color } of dots) data.set(color, (y * width + x) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

const sheetOf = async (...args: Parameters<typeof picture>) =>
  makeSheet([await picture(...args)]);

const colorAt = (
  { data, width }: { data: Buffer; width: number },
  x: number,
  y: number,
) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];

describe("a sheet", () => {
  test("has the pictures side by side, in their order", async () => {
    const sheet = await makeSheet(
      [await picture(2, 3, [1, 2, 3]), await picture(4, 1, [7, 8, 9])],
      1,
    );
    expect([sheet.width, sheet.height]).toEqual([7, 3]);
    expect(colorAt(sheet, 0, 2)).toEqual([1, 2, 3]);
    expect(colorAt(sheet, 6, 0)).toEqual([7, 8, 9]);
    // What no picture covers has a colour that no page has as its background.
    expect(colorAt(sheet, 2, 0)).toEqual([128, 128, 128]);
    expect(colorAt(sheet, 6, 1)).toEqual([128, 128, 128]);
  });

  test("is the same after it was written and read", async () => {
    const dots = Array.from({ length: 300 }, (_, i) => ({
      x: i % 30,
      y: Math.floor(i / 30),
      color: [i % 256, (i * 7) % 256, (i * 31) % 256] as Color,
    }));
    const sheet = await sheetOf(30, 10, white, dots);
    const read = await readSheet(await packSheet(sheet));
    expect([read.width, read.height]).toEqual([30, 10]);
    expect(read.data.equals(sheet.data)).toBe(true);
  });
});

describe("compareSheets", () => {
  const grey = (level: number): Color => [level, level, level];

  test.for<[string, Parameters<typeof picture>, number]>([
    ["nothing", [20, 10], 0],
    ["one pixel", [20, 10, white, [{ x: 3, y: 4, color: [255, 0, 0] }]], 1],
    ["a colour that was rounded in another way", [20, 10, grey(254)], 0],
    ["the next shade of a surface", [20, 10, grey(252)], 200],
    ["another tint", [20, 10, [255, 252, 252]], 200],
    ["a row more below", [20, 11], 20],
    ["a column less", [19, 10], 10],
    ["a row more and a column less", [19, 11], 30],
  ])("counts the pixels that differ: %s", async ([, after, pixels]) => {
    const result = await compareSheets(
      await sheetOf(20, 10),
      await sheetOf(...after),
    );
    expect(result.pixels).toBe(pixels);
  });

  test("counts the edges of letters, which are most of a text", async () => {
    const letter = (level: number) =>
      [0, 1, 2, 3, 4].flatMap((y) => [
        { x: 5, y, color: grey(0) },
        { x: 6, y, color: grey(level) },
      ]);
    const { pixels } = await compareSheets(
      await sheetOf(20, 10, white, letter(120)),
      await sheetOf(20, 10, white, letter(160)),
    );
    expect(pixels).toBe(5);
  });

  test("shows in red where they differ", async () => {
    const { diff } = await compareSheets(
      await sheetOf(20, 10),
      await sheetOf(20, 10, white, [{ x: 3, y: 4, color: [0, 0, 255] }]),
    );
    expect(colorAt(diff, 3, 4)).toEqual([255, 0, 0]);
    expect(colorAt(diff, 4, 4)).toEqual([255, 255, 255]);
  });
});
