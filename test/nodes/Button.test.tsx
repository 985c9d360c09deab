import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderInCard, testInvalidProps } from "../helpers/unit.js";

describe("Button", () => {
  testInvalidProps([
    [{ type: "Button", label: { text: "Go" } }, "/label", /text.*"Go"/],
    [{ type: "Button", labl: "Go" }, "/label", /"labl" should be "label"/],
    [{ type: "Button", label: null }, "/label", /missing/],
    [
      { type: "Button", label: "Go", onClickAction: "go" },
      "/onClickAction",
      /"go".*"type"/,
    ],
  ]);

  test("a Button without anything to show is left out", () => {
    renderInCard({ type: "Button", label: { text: "Go" } });
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("a default is used where a boolean is wrong", () => {
    renderInCard({ type: "Button", label: "Go", pill: "round" });
    expect(screen.getByRole("button")).not.toHaveAttribute("data-pill");
  });
});
