import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

describe("a part that loads later", () => {
  test("a load that fails leaves the field closed and is reported", async () => {
    const onError = vi.fn();
    const { useLoader } = await import("../../src/ui/useLoader.js");
    let attempts = 0;
    const load = () =>
      ++attempts === 1
        ? Promise.reject(new Error("offline"))
        : Promise.resolve({ default: () => <p>Here</p> });
    function Field() {
      const [open, setOpen] = useState(false);
      const code = useLoader<object>(load, open || undefined, {
        node: undefined,
        close: () => setOpen(false),
      });
      return (
        <>
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(true)}
          >
            Open
          </button>
          {open && code.Part && <code.Part />}
        </>
      );
    }
    await render(
      <WidgetRenderer
        onError={onError}
        components={{ Field }}
        widget={{ type: "Field" } as unknown as WidgetNode}
      />,
    );
    const open = page.getByRole("button", { name: "Open" });
    await open.click();
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    await expect.element(open).toHaveAttribute("aria-expanded", "false");
    await open.click();
    await expect.element(page.getByText("Here")).toBeVisible();
  });

  test("is loaded once for all fields that need it", async () => {
    const { useLoader } = await import("../../src/ui/useLoader.js");
    const load = vi.fn(() => Promise.resolve({ default: () => <li>Here</li> }));
    const close = () => undefined;
    function Field() {
      const { Part } = useLoader<object>(load, true, {
        node: undefined,
        close,
      });
      return Part && <Part />;
    }
    const fields = ["a", "b", "c"].map((key) => ({ type: "Field", key }));
    await render(
      <WidgetRenderer
        components={{ Field }}
        widget={{ type: "Col", children: fields } as unknown as WidgetNode}
      />,
    );
    await expect.poll(() => page.getByText("Here").length).toBe(3);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
