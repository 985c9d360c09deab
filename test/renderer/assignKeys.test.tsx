import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { renderWidget } from "../helpers/unit.js";

describe("the keys of siblings", () => {
  test("siblings of the same key are all rendered", () => {
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", key: "a", value: "first" },
        { type: "Text", key: "a", value: "second" },
        { type: "Text", id: "a", value: "third" },
      ],
    });
    expect(screen.getByText("first")).toBeVisible();
    expect(screen.getByText("second")).toBeVisible();
    expect(screen.getByText("third")).toBeVisible();
  });

  test("React says nothing about keys", () => {
    const error = vi.spyOn(console, "error");
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", value: "a" },
        {
          type: "Nope",
          children: [
            { type: "Text", value: "b" },
            { type: "Text", value: "c" },
          ],
        },
      ],
    });
    expect(error).not.toHaveBeenCalled();
  });
});
