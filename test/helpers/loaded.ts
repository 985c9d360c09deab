import { vi } from "vitest";

/** What is shown until a Chart or a Markdown is loaded. */
const FALLBACKS = ".wr-Chart:not(:has(.wr-Chart-svg)), .wr-Markdown-source";

/** Resolves when what loads late, and the fonts, are there. */
export async function loaded() {
  await vi.waitFor(() => {
    if (document.querySelector(FALLBACKS)) throw new Error("It is loading.");
  });
  await document.fonts.ready;
}
