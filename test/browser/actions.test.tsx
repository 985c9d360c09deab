import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

/** A handler that runs until it is told to end. */
function slow() {
  const ends: (() => void)[] = [];
  const handler = vi.fn(
    () => new Promise<void>((resolve) => void ends.push(resolve)),
  );
  return { handler, end: () => ends.splice(0).forEach((resolve) => resolve()) };
}

const button = (
  label: string,
  loadingBehavior?: "self" | "container" | "none",
): WidgetNode => ({
  type: "Button",
  key: label,
  label,
  onClickAction: { type: label, ...(loadingBehavior && { loadingBehavior }) },
});

test("a button shows that its own action runs, and does not fire again", async () => {
  const { handler, end } = slow();
  await render(
    <WidgetRenderer
      sendAction={handler}
      widget={{ type: "Row", children: [button("Save"), button("Other")] }}
    />,
  );
  const save = page.getByRole("button", { name: "Save" });
  const width = save.element().getBoundingClientRect().width;
  await save.click();
  await expect.element(save).toHaveAttribute("aria-busy", "true");
  expect(save.element().getBoundingClientRect().width).toBe(width);
  await save.click();
  expect(handler).toHaveBeenCalledTimes(1);
  await page.getByRole("button", { name: "Other" }).click();
  expect(handler).toHaveBeenCalledTimes(2);
  end();
  await expect.element(save).not.toHaveAttribute("aria-busy");
  await save.click();
  expect(handler).toHaveBeenCalledTimes(3);
});

test("a container action makes the widget inert, and focus returns", async () => {
  const { handler, end } = slow();
  const { container } = await render(
    <WidgetRenderer
      sendAction={handler}
      widget={button("Send", "container")}
    />,
  );
  const root = container.querySelector<HTMLElement>(".wr-root")!;
  await userEvent.keyboard("{Tab}{Enter}");
  await expect.element(root).toHaveAttribute("data-busy");
  expect(root).toHaveAttribute("aria-busy", "true");
  expect(root.inert).toBe(true);
  await expect.element(page.getByRole("status")).toHaveTextContent("Loading");
  end();
  await expect.element(root).not.toHaveAttribute("data-busy");
  expect(root.inert).toBe(false);
  await expect
    .element(page.getByRole("button", { name: "Send" }))
    .toHaveFocus();
});

test("a quiet action shows nothing; a failing one may be tried again", async () => {
  const onError = vi.fn();
  const sendAction = vi.fn(() => Promise.reject(new Error("offline")));
  await render(
    <WidgetRenderer
      sendAction={sendAction}
      onError={onError}
      widget={button("Try", "none")}
    />,
  );
  const target = page.getByRole("button", { name: "Try" });
  await target.click();
  await expect.element(target).not.toHaveAttribute("aria-busy");
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
  await target.click();
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
});
