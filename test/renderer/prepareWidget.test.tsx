import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderWidget } from "../helpers/unit.js";

describe("prepareWidget", () => {
  test("what exceeds a limit is reported, and a notice replaces it", () => {
    const { onError } = renderWidget(
      {
        type: "Col",
        children: [
          { type: "Text", value: "first" },
          { type: "Text", value: "second" },
        ],
      },
      { limits: { nodes: 2 }, labels: { tooLarge: "More is not shown." } },
    );
    expect(screen.getByText("first")).toBeVisible();
    expect(screen.queryByText("second")).toBeNull();
    expect(screen.getByText("More is not shown.")).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "limit", path: "/children/1" }),
    );
  });
});
