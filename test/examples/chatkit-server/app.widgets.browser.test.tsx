import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { WidgetRenderer } from "../../../src/index.js";
import type { ErrorHandler } from "../../helpers/Thread.js";
import { everyWidget } from "../../helpers/exampleServer.js";
import "../../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the example", () => {
  test("each of its widgets is rendered without a complaint", async () => {
    const widgets = await everyWidget();
    expect(widgets.length).toBeGreaterThan(20);
    const onError = vi.fn<ErrorHandler>();
    await render(
      <>
        {widgets.map((widget, index) => (
          <WidgetRenderer key={index} widget={widget} onError={onError} />
        ))}
      </>,
    );
    await expect.element(page.getByRole("table").first()).toBeInTheDocument();
    expect(onError.mock.calls).toEqual([]);
  });
});
