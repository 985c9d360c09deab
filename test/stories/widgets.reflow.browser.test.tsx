import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { loaded } from "../helpers/loaded.js";
import { rootElement } from "../helpers/queries.js";
import { storyWidgets } from "../helpers/storyWidgets.js";
import { textFaults } from "../helpers/textFaults.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

interface Conditions {
  width: number;
  fontSize?: string;
  dir?: "rtl";
  /** The distances of letters, words, lines and paragraphs that WCAG names. */
  spaced?: true;
}

const SPACING =
  ".wr-root * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } .wr-root p { margin-bottom: 2em !important }";

const conditions: [string, Conditions][] = [
  ["320 px wide", { width: 320 }],
  ["320 px wide, from right to left", { width: 320, dir: "rtl" }],
  ["with text of 200 %, 640 px wide", { width: 640, fontSize: "200%" }],
  ["with spaced text, 320 px wide", { width: 320, spaced: true }],
  ["800 px wide, from right to left", { width: 800, dir: "rtl" }],
];

const { style } = document.documentElement;

beforeEach(() => page.viewport(800, 600));

afterEach(() => {
  style.fontSize = "";
  document.documentElement.dir = "";
});

describe.each(conditions)("%s", (_, { width, spaced, ...page }) => {
  const { fontSize = "", dir = "" } = page;
  test.for(storyWidgets)(
    "%s shows all of its words, beside each other",
    async ([, widget]) => {
      style.fontSize = fontSize;
      document.documentElement.dir = dir;
      await render(
        <>
          {spaced && <style>{SPACING}</style>}
          {widgetAtWidth(width, widget)}
        </>,
      );
      await loaded();
      const faults = textFaults(rootElement()).filter(
        // What the author fixed in px does not grow with the text.
        (fault) =>
          (fontSize === "" && !spaced) || !fault.includes("by a fixed size"),
      );
      expect(faults.join("\n")).toBe("");
    },
  );
});
