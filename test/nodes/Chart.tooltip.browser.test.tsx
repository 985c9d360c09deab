import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import {
  all,
  chartOf,
  months,
  plot,
  point,
  renderChart,
  tooltip,
} from "../helpers/chart.js";
import { find } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.removeAttribute("dir");
});

describe("the tooltip of a Chart", () => {
  test("the pointer shows the values of a row, and leaves nothing behind", async () => {
    await renderChart();
    point("pointermove", 2);
    await expect
      .poll(() => tooltip()?.textContent)
      .toBe("MarSold1,510Target440");
    expect(find(".wr-Chart-band")).toBeVisible();
    expect(all(".wr-Chart-dot")).toHaveLength(1);
    // What is a gap has no value.
    point("pointermove", 1);
    await expect.poll(() => tooltip()?.textContent).toBe("FebTarget420");
    await userEvent.hover(document.body, { position: { x: 700, y: 500 } });
    point("pointerout", 1);
    await expect.poll(tooltip).toBeNull();
  });

  test("the tooltip stays within the chart", async () => {
    await renderChart({
      series: [
        {
          type: "line",
          dataKey: "sold",
          label: "A name that is much longer than usual",
        },
        { type: "line", dataKey: "target", label: "Target" },
      ],
    });
    const box = find(".wr-Chart").getBoundingClientRect();
    for (const row of [0, 1, 2, 3]) {
      point("pointermove", row);
      const { month } = months[row]!;
      await expect.poll(() => tooltip()?.textContent).toContain(month);
      const { left, right, top, bottom } =
        find(".wr-Chart-tooltip").getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(box.left);
      expect(right).toBeLessThanOrEqual(box.right);
      expect(top).toBeGreaterThanOrEqual(box.top);
      expect(bottom).toBeLessThanOrEqual(box.bottom);
    }
  });

  test("a touch shows the values until the next one elsewhere", async () => {
    await renderChart();
    point("pointerdown", 3, "touch");
    point("pointerup", 3, "touch");
    point("pointerout", 3, "touch");
    await expect.poll(() => tooltip()?.textContent).toBe("AprSold470Target460");
    document.body.dispatchEvent(
      new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }),
    );
    await expect.poll(tooltip).toBeNull();
  });

  test("the arrow keys walk along the rows and say their values", async () => {
    await renderChart();
    await userEvent.tab();
    await expect.element(plot()).toHaveFocus();
    const said = () => find("[aria-live]").textContent;
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(said).toBe("Jan: Sold 420, Target 400");
    await userEvent.keyboard(
      "{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}",
    );
    await expect.poll(said).toBe("Apr: Sold 470, Target 460");
    await userEvent.keyboard("{Home}");
    await expect.poll(said).toBe("Jan: Sold 420, Target 400");
    await userEvent.keyboard("{End}{ArrowLeft}");
    await expect.poll(said).toBe("Mar: Sold 1,510, Target 440");
    await userEvent.keyboard("{Escape}");
    await expect.poll(tooltip).toBeNull();
    await expect.element(plot()).toHaveFocus();
  });

  test("without a tooltip there is nothing to focus", async () => {
    await renderChart({ showTooltip: false });
    await expect.element(plot()).not.toBeInTheDocument();
  });

  test("new data keep the tooltip, at the last row where its row is gone", async () => {
    const { rerender } = await renderChart();
    await userEvent.tab();
    await userEvent.keyboard("{End}");
    await expect.poll(() => tooltip()?.textContent).toContain("Apr");
    await rerender(widgetAtWidth(400, chartOf({ data: months.slice(0, 2) })));
    await expect.poll(() => tooltip()?.textContent).toBe("FebTarget420");
  });
});
