import { describe, expect, test, vi } from "vitest";
import { renderWidget, testInvalidProps } from "../helpers/unit.js";

describe("Icon", () => {
  testInvalidProps([
    [{ type: "Icon", nam: "check" }, "/name", /"nam" should be "name"/],
  ]);

  test("an unknown icon shows nothing and is reported", () => {
    const { container, onError } = renderWidget({
      type: "Row",
      children: [{ type: "Icon", name: "no-such-icon" }],
    });
    expect(container.querySelector("svg")).toBeNull();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "unknown-icon", path: "/children/0" }),
    );
  });

  test("an icon of lucide is loaded; a name that lucide does not know is reported", async () => {
    const { container, onError } = renderWidget({
      type: "Row",
      children: [
        { type: "Icon", name: "lucide:rocket" },
        { type: "Icon", name: "lucide:constructor" },
      ],
    });
    await vi.waitFor(() => {
      expect(container.querySelector(".lucide-rocket")).toBeInTheDocument();
      expect(onError).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ code: "unknown-icon", path: "/children/1" }),
      );
    });
  });
});
