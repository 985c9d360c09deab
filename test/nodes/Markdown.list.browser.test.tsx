import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { elementAtWidth } from "../helpers/rowNodes.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.dir = "";
});

describe("lists of a Markdown", () => {
  test.for([
    [1, 26],
    [98, 26],
    [100, 36],
    [2024, 44],
    [123456, 60],
  ])("the numbers of a list from %i on have room", async ([start, room]) => {
    const { container } = await render(
      elementAtWidth(
        { type: "Markdown", value: `${start}. First\n${start! + 1}. Second` },
        320,
      ),
    );
    await expect.poll(() => container.querySelector("ol")).not.toBeNull();
    const list = container.querySelector("ol")!;
    expect(
      parseFloat(getComputedStyle(list).paddingInlineStart),
    ).toBeGreaterThanOrEqual(room!);
  });
});
