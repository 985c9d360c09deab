// A sheet holds the pictures of a story side by side.
import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** @typedef {{ data: Buffer, width: number, height: number }} Sheet In RGBA. */

/**
 * How far colours may be apart in a pixel that is the same: of 1, which is black beside
 * white. It is one of 255 in a grey, which another processor may round in another way;
 * on one machine pictures are the same to the bit.
 */
const COLOR = 0.005;

const paper = { r: 128, g: 128, b: 128, alpha: 1 };

/**
 * @param {Buffer[]} pictures
 * @param {number} [gap] between them, in pixels
 * @returns {Promise<Sheet>}
 */
export async function makeSheet(pictures, gap = 0) {
  const sizes = await Promise.all(
    pictures.map((picture) => sharp(picture).metadata()),
  );
  let left = 0;
  const parts = pictures.map((input, i) => {
    const part = { input, left, top: 0 };
    left += (sizes[i]?.width ?? 0) + gap;
    return part;
  });
  const sheet = sharp({
    create: {
      width: left - gap,
      height: Math.max(...sizes.map(({ height }) => height)),
      channels: 4,
      background: paper,
    },
  });
  return raw(sheet.composite(parts));
}

/** @param {string | Buffer} file */
export const readSheet = (file) => raw(sharp(file).ensureAlpha());

/** @param {Sheet} sheet @returns {Promise<Buffer>} a lossless WebP, which is small */
export const packSheet = (sheet) =>
  open(sheet).removeAlpha().webp({ lossless: true }).toBuffer();

/** @param {Sheet} sheet @param {string} path */
export const writePng = (sheet, path) =>
  open(sheet).removeAlpha().png().toFile(path);

/**
 * @param {Sheet} before
 * @param {Sheet} after
 * @returns {Promise<{ pixels: number, diff: Sheet }>} How many pixels differ, and a sheet
 *   that shows them in red.
 */
export async function compareSheets(before, after) {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const [a, b] = await Promise.all([
    extend(before, width, height, "#f0f"),
    extend(after, width, height, "#0f0"),
  ]);
  const data = Buffer.alloc(width * height * 4);
  const pixels = pixelmatch(a.data, b.data, data, width, height, {
    threshold: COLOR,
    // The edges of a text are most of it.
    includeAA: true,
  });
  return { pixels, diff: { data, width, height } };
}

/**
 * What is outside of a sheet has a colour that no page has, so that it differs.
 * @param {Sheet} sheet
 * @param {number} width
 * @param {number} height
 * @param {string} background
 */
async function extend(sheet, width, height, background) {
  const [right, bottom] = [width - sheet.width, height - sheet.height];
  if (right === 0 && bottom === 0) return sheet;
  return raw(open(sheet).extend({ right, bottom, background }));
}

/** @param {Sheet} sheet */
function open({ data, width, height }) {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** @param {import("sharp").Sharp} image @returns {Promise<Sheet>} */
async function raw(image) {
  const { data, info } = await image
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
