import { act, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer } from "../../src/index.js";
import { lazyComponent } from "../../src/ui/lazyComponent.js";

describe("lazyComponent", () => {
  test("a part that cannot be loaded stays as it was, and the host gets a report", async () => {
    const cause = new Error("offline");
    const Part = lazyComponent<{ node?: unknown; text: string }>(
      () => Promise.reject(cause),
      ({ text }) => <p>{text}</p>,
    );
    const onError = vi.fn();
    await act(async () =>
      render(
        <WidgetRenderer
          widget={{ type: "Part", text: "Some words" } as never}
          components={{ Part }}
          onError={onError}
        />,
      ),
    );
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: "render", path: "", cause }),
    );
    expect(screen.getByText("Some words")).toBeVisible();
  });
});
