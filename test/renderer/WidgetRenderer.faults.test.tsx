import { waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderWidget } from "../helpers/unit.js";

const network = vi.hoisted(() => ({ requests: 0 }));

vi.mock("../../src/renderer/watchRows.js", () => {
  network.requests += 1;
  throw new Error("offline");
});

test("without the code that finds rows which do not fit, every row may scroll", async () => {
  const { container, onError, unmount } = renderWidget({
    type: "Row",
    children: [{ type: "Text", value: "Wide" }],
  });
  await waitFor(() =>
    expect(container.firstElementChild).toHaveAttribute("data-unwatched"),
  );
  const { requests } = network;
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(network.requests).toBe(requests + 1));
  unmount();
  expect(onError).not.toHaveBeenCalled();
});
