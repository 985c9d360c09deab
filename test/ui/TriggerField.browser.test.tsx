import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { boxOf } from "../helpers/queries.js";
import {
  button,
  card,
  elementAtWidth,
  prose,
  row,
  text,
} from "../helpers/rowNodes.js";
import "../../src/styles/index.css";

const select = (label: string, props?: object) => ({
  type: "Select",
  name: "s",
  defaultValue: "a",
  options: [{ value: "a", label }],
  ...props,
});

const date = (props?: object) => ({
  type: "DatePicker",
  name: "d",
  defaultValue: "2026-09-30",
  ...props,
});

const long = "Every second week, on the first working day";

const input = { type: "Input", name: "i", placeholder: "Amount" };

const sized = { type: "Box", width: 200, height: 20 };

/** Neighbours that leave a field no room. */
const crowds: Record<string, object[]> = {
  "a Row that scrolls": [sized, input, button("Go")],
  "a Row with a long text": [text(`${prose}, ${prose}`)],
  "a Row with a Spacer": [{ type: "Spacer" }, text(prose), button("Confirm")],
};

const directions = ["ltr", "rtl"];

const renderRow = async (dir: string, ...nodes: object[]) => {
  const { container } = await render(
    <div dir={dir}>{elementAtWidth(card(row(...nodes)), 320)}</div>,
  );
  return container;
};

const cases = Object.keys(crowds).flatMap((crowd) =>
  directions.map((dir) => [crowd, dir] as const),
);

describe("TriggerField", () => {
  test.for(cases)("a short value is whole in %s, %s", async ([crowd, dir]) => {
    const container = await renderRow(
      dir,
      select("Medium"),
      date(),
      ...crowds[crowd]!,
    );
    const values = container.querySelectorAll(".wr-Trigger-text");
    expect(values).toHaveLength(2);
    for (const value of values) {
      expect(value.scrollWidth).toBeLessThanOrEqual(value.clientWidth);
    }
  });

  test.for(cases)(
    "a long value is as wide as an Input in %s, %s",
    async ([crowd, dir]) => {
      const container = await renderRow(
        dir,
        select(long),
        select(long, { clearable: true }),
        ...crowds[crowd]!,
      );
      for (const field of container.querySelectorAll(".wr-Select")) {
        const { width } = boxOf(field);
        expect(width).toBeGreaterThanOrEqual(128);
        expect(width).toBeLessThan(200);
      }
    },
  );

  test("fields that share a Row equally are as wide as an Input", async () => {
    const container = await renderRow(
      "ltr",
      select("Medium", { block: true }),
      date({ block: true }),
      select(long, { block: true }),
    );
    const fields = container.querySelectorAll(".wr-Field");
    expect(fields).toHaveLength(3);
    for (const field of fields) {
      expect(boxOf(field).width).toBeGreaterThanOrEqual(128);
    }
  });

  test("a field is no wider than its value, and none than its container", async () => {
    const container = await renderRow("ltr", select("Medium"), text("Size"));
    const field = container.querySelector(".wr-Select")!;
    expect(boxOf(field).width).toBeLessThan(128);
    const narrow = await render(
      elementAtWidth(row(select(long), date({ block: true })), 100),
    );
    for (const element of narrow.container.querySelectorAll(".wr-Field")) {
      expect(boxOf(element).width).toBeLessThanOrEqual(100);
    }
  });

  test.for(
    directions.flatMap((dir) => [
      [dir, long] as const,
      [dir, "كل أسبوعين في أول يوم عمل من الشهر الجديد"] as const,
    ]),
  )(
    "the button that clears it is beside the text: %s, %s",
    async ([dir, label]) => {
      const container = await renderRow(
        dir,
        select(label, { clearable: true }),
      );
      await expect.element(page.getByRole("button")).toBeVisible();
      const clear = boxOf(container.querySelector(".wr-Trigger-clear")!);
      const value = boxOf(container.querySelector(".wr-Trigger-text")!);
      const chevron = boxOf(container.querySelector(".wr-Trigger-chevron")!);
      const order = [value, clear, chevron];
      if (dir === "rtl") order.reverse();
      expect(order[0]!.right).toBeLessThanOrEqual(order[1]!.left + 0.5);
      expect(order[1]!.right).toBeLessThanOrEqual(order[2]!.left + 0.5);
    },
  );
});
