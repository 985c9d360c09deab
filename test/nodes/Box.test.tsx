import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderWidget, testInvalidProps } from "../helpers/unit.js";

describe("Box", () => {
  testInvalidProps([
    [{ type: "Box", aspectRatio: "16:9" }, "/aspectRatio", /"16\/9"/],
    [{ type: "Box", width: "wide" }, "/width", /"wide"/],
    [{ type: "Box", width: "10 px" }, "/width", /"10px"/],
    [{ type: "Box", flex: "grow" }, "/flex", /"grow"/],
    [{ type: "Box", radius: 12 }, "/radius", /12.*2xl/],
    [{ type: "Box", border: "1px solid" }, "/border", /nearest is 1\b/],
    [
      { type: "Box", border: { size: "lg" } },
      "/border/size",
      /"lg".*: px from 0/,
    ],
    [
      { type: "Box", border: { size: "2px" } },
      "/border/size",
      /nearest is 2\b/,
    ],
    [{ type: "Box", border: { size: -1 } }, "/border/size", /-1.*px from 0 up/],
    [
      { type: "Box", border: { size: {} } },
      "/border/size",
      /object.*px from 0/,
    ],
    [
      { type: "Box", border: { color: "red" } },
      "/border",
      /object with "size"/,
    ],
    [
      { type: "Box", border: { top: { size: "lg" }, x: 1 } },
      "/border/top/size",
      /"lg".*px from 0 up/,
    ],
    [
      { type: "Box", border: { y: { style: "solid" } } },
      "/border/y",
      /with style.*an object with "size"/,
    ],
    [{ type: "Box", border: { x: "thick" } }, "/border/x", /"thick".*"size"/],
    [{ type: "Box", padding: { x: "lg" } }, "/padding/x", /"lg".*units/],
    [{ type: "Box", padding: { x: -1 } }, "/padding/x", /-1.*from 0 up/],
    [
      { type: "Box", padding: { size: 2 } },
      "/padding",
      /an object with x, top/,
    ],
    [{ type: "Box", margin: { top: {} } }, "/margin/top", /object.*units/],
    [{ type: "Box", radius: { size: "lg" } }, "/radius", /object.*2xl/],
    [{ type: "Box", gap: -1 }, "/gap", /-1.*from 0 up/],
    [{ type: "Box", width: -1 }, "/width", /-1.*px from 0 up/],
    [{ type: "Box", aspectRatio: -1 }, "/aspectRatio", /-1.*from 0 up/],
    [
      { type: "Box", border: { size: 1, style: "dash" } },
      "/border/style",
      /"dashed"/,
    ],
    [
      { type: "Box", background: "secondary" },
      "/background",
      /surface-secondary/,
    ],
    [{ type: "Box", align: "between" }, "/align", /stretch/],
    [{ type: "Box", direction: "horizontal" }, "/direction", /row/],
  ]);

  testInvalidProps(
    ["childs", "items"].map((name) => [
      { type: "Box", [name]: [{ type: "Text", value: "lost" }] },
      `/${name}`,
      /children/,
    ]),
  );

  test("a blocked style is reported and the node renders without it", () => {
    const { onError } = renderWidget({
      type: "Box",
      background: "url(https://evil.example/pixel.png)",
      children: [{ type: "Text", value: "content" }],
    });
    expect(screen.getByText("content")).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "blocked-style", path: "" }),
    );
  });
});
