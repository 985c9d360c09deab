import { act, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer } from "../../src/index.js";
import { clientComponent, lazyComponent } from "../../src/ui/lazyComponent.js";
import { custom } from "../helpers/builders.js";

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

describe("clientComponent", () => {
  test("a part that mounts later tries again for those whose code is missing, with one request", async () => {
    let isDown = true;
    const load = vi.fn(async () => {
      if (isDown) throw new Error("offline");
      return { default: () => <p>loaded</p> };
    });
    const Part = clientComponent<{ node?: unknown }>(load, () => <p>text</p>);
    const elementOf = (...keys: string[]) => (
      <WidgetRenderer
        components={{ Part }}
        onError={() => undefined}
        widget={custom({
          type: "Col",
          children: keys.map((key) => ({ type: "Part", key })),
        })}
      />
    );
    const { rerender } = await act(async () => render(elementOf("a", "b")));
    expect(screen.getAllByText("text")).toHaveLength(2);
    expect(load).toHaveBeenCalledTimes(1);
    isDown = false;
    await act(async () => rerender(elementOf("a", "b", "c", "d")));
    expect(screen.getAllByText("loaded")).toHaveLength(4);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
