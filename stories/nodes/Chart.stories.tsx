import type { Meta } from "@storybook/react-vite";
import type { ReactElement } from "react";
import type { ChartCurve, WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Chart",
  ...nodeMeta("Chart"),
} satisfies Meta<Args<"Chart">>;

const months = [
  { month: "Jan", north: 420, south: 310, online: 180, target: 380 },
  { month: "Feb", north: 380, south: 335, online: 240, target: 400 },
  { month: "Mar", north: 510, south: 290, online: 310, target: 430 },
  { month: "Apr", north: 470, south: 365, online: 355, target: 450 },
  { month: "May", north: 560, south: 410, online: 420, target: 480 },
  { month: "Jun", north: 610, south: 390, online: 530, target: 520 },
];

export const Default: Story<"Chart"> = {
  args: {
    data: months,
    series: [{ type: "bar", dataKey: "north", label: "North" }],
    xAxis: { dataKey: "month" },
    showYAxis: true,
  },
};

export const Types: Story<"Chart"> = {
  render: () =>
    stories(
      chart({ series: [{ type: "bar", dataKey: "north", label: "North" }] }),
      chart({ series: [{ type: "line", dataKey: "north", label: "North" }] }),
      chart({ series: [{ type: "area", dataKey: "north", label: "North" }] }),
      chart({
        showYAxis: true,
        series: [
          { type: "bar", dataKey: "north", label: "North" },
          { type: "bar", dataKey: "south", label: "South" },
        ],
      }),
      chart({
        showYAxis: true,
        series: [
          { type: "line", dataKey: "north", label: "North" },
          { type: "line", dataKey: "south", label: "South" },
          { type: "line", dataKey: "online", label: "Online" },
        ],
      }),
      chart({
        showYAxis: true,
        series: [
          { type: "bar", dataKey: "north", label: "Sold" },
          {
            type: "line",
            dataKey: "target",
            label: "Target",
            curveType: "step",
          },
        ],
      }),
    ),
};

export const Stacked: Story<"Chart"> = {
  render: () =>
    stories(
      ...(["bar", "area"] as const).map((type) =>
        chart({
          showYAxis: true,
          series: ["north", "south", "online"].map((dataKey) => ({
            type,
            dataKey,
            stack: "regions",
            curveType: "monotone",
          })),
        }),
      ),
      chart({
        showYAxis: true,
        series: [
          { type: "bar", dataKey: "north", stack: "shops" },
          { type: "bar", dataKey: "south", stack: "shops" },
          { type: "bar", dataKey: "online" },
        ],
      }),
      chart({
        showYAxis: true,
        data: [
          { month: "Jan", in: 32, gifts: 8, out: -21, fees: -4 },
          { month: "Feb", in: 28, gifts: 0, out: -35, fees: -4 },
          { month: "Mar", in: 41, gifts: 12, out: -18, fees: 0 },
          { month: "Apr", in: 36, gifts: 5, out: -29, fees: -6 },
        ],
        series: ["in", "gifts", "out", "fees"].map((dataKey) => ({
          type: "bar",
          dataKey,
          stack: "money",
        })),
      }),
    ),
};

const curves: ChartCurve[] = [
  "natural",
  "linear",
  "linearClosed",
  "monotone",
  "monotoneX",
  "monotoneY",
  "basis",
  "basisOpen",
  "basisClosed",
  "bump",
  "bumpX",
  "bumpY",
  "step",
  "stepBefore",
  "stepAfter",
];

export const Curves: Story<"Chart"> = {
  render: () => (
    <div
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(180px, 1fr))",
        gap: 24,
      }}
    >
      {curves.map((curveType) => (
        <div key={curveType}>
          {renderWidget({
            type: "Col",
            gap: 1,
            children: [
              { type: "Caption", value: curveType },
              chart({
                height: 96,
                xAxis: { dataKey: "month", hide: true },
                showLegend: false,
                data: [2, 7, 4, 4, 9, 1, 5].map((value, month) => ({
                  month,
                  value,
                })),
                series: [{ type: "area", dataKey: "value", curveType }],
              }),
            ],
          })}
        </div>
      ))}
    </div>
  ),
};

export const Axes: Story<"Chart"> = {
  render: () =>
    stories(
      chart({
        showYAxis: true,
        data: days(90),
        xAxis: "day",
        series: [{ type: "line", dataKey: "visits", label: "Visits" }],
      }),
      chart({
        showYAxis: true,
        data: [
          { team: "Customer acquisition", cost: 1_840_000 },
          { team: "Research and development", cost: 2_360_000 },
          { team: "Operations", cost: 920_000 },
          { team: "Legal and compliance", cost: 410_000 },
        ],
        xAxis: "team",
        series: [{ type: "bar", dataKey: "cost", label: "Cost in EUR" }],
      }),
      chart({
        showYAxis: true,
        data: [1.12, 1.09, 1.13, 1.16, 1.14, 1.18].map((rate, i) => ({
          q: `q${i + 1}`,
          rate,
        })),
        xAxis: {
          dataKey: "q",
          labels: {
            q1: "2025 Q1",
            q2: "Q2",
            q3: "Q3",
            q4: "Q4",
            q5: "2026 Q1",
            q6: "Q2",
          },
        },
        series: [
          {
            type: "line",
            dataKey: "rate",
            label: "EUR in USD",
            curveType: "linear",
          },
        ],
      }),
      chart({
        xAxis: { dataKey: "month", hide: true },
        showLegend: false,
        series: [{ type: "bar", dataKey: "north" }],
      }),
    ),
};

export const Negative: Story<"Chart"> = {
  render: () =>
    stories(
      ...(["bar", "area", "line"] as const).map((type) =>
        chart({
          showYAxis: true,
          data: [12, -8, -15, 4, 9, -3].map((change, i) => ({
            month: `M${i + 1}`,
            change,
          })),
          series: [{ type, dataKey: "change", label: "Change" }],
        }),
      ),
      chart({
        showYAxis: true,
        data: [-3, -8, -15, -4].map((change, i) => ({
          month: `M${i + 1}`,
          change,
        })),
        series: [{ type: "bar", dataKey: "change", label: "Change" }],
      }),
    ),
};

export const ManyPoints: Story<"Chart"> = {
  render: () =>
    stories(
      ...(["line", "area", "bar"] as const).map((type) =>
        chart({
          showYAxis: true,
          data: days(10_000),
          xAxis: "day",
          series: [{ type, dataKey: "visits", label: "Visits" }],
        }),
      ),
      chart({
        showYAxis: true,
        data: days(120),
        xAxis: "day",
        series: [{ type: "bar", dataKey: "visits", label: "Visits" }],
      }),
    ),
};

export const Colors: Story<"Chart"> = {
  render: () =>
    stories(
      chart({
        data: [{ x: "All", a: 5, b: 8, c: 6, d: 9, e: 4, f: 7, g: 6 }],
        xAxis: "x",
        series: ["a", "b", "c", "d", "e", "f", "g"].map((dataKey, i) => ({
          type: "bar",
          dataKey,
          label: ["blue", "purple", "orange", "green", "red", "yellow", "pink"][
            i
          ]!,
        })),
      }),
      chart({
        series: [
          {
            type: "line",
            dataKey: "north",
            color: { light: "green-600", dark: "green-300" },
          },
          { type: "line", dataKey: "south", color: "#e04c91" },
          { type: "line", dataKey: "online", color: "alpha-50" },
          { type: "line", dataKey: "target" },
        ],
      }),
    ),
};

export const Gaps: Story<"Chart"> = {
  render: () =>
    stories(
      ...(["line", "area", "bar"] as const).map((type) =>
        chart({
          showYAxis: true,
          data: ["4", 6, null, 5, null, null, 7, 8, 6].map((value, i) => ({
            month: `W${i + 1}`,
            value,
          })),
          series: [{ type, dataKey: "value" }],
        }),
      ),
      chart({
        data: [{ month: "Jan", north: 4 }],
        series: [{ type: "line", dataKey: "north" }],
      }),
      chart({
        data: [{ month: "Jan", north: 4 }],
        series: [{ type: "bar", dataKey: "north" }],
      }),
      chart({
        showYAxis: true,
        data: months.map(({ month }) => ({ month, north: 0 })),
        series: [{ type: "bar", dataKey: "north", label: "Nothing sold" }],
      }),
    ),
};

export const Empty: Story<"Chart"> = {
  args: {
    data: [],
    series: [{ type: "line", dataKey: "north", label: "North" }],
    xAxis: "month",
    showYAxis: true,
  },
};

export const LongLegend: Story<"Chart"> = {
  render: () => (
    <div style={{ maxWidth: 320 }}>
      {renderWidget(
        chart({
          series: [
            {
              type: "line",
              dataKey: "north",
              label: "Northern region, without the islands",
            },
            { type: "line", dataKey: "south", label: "South" },
            {
              type: "line",
              dataKey: "online",
              label:
                "Orders from the shop, the app and the telephone of all the regions",
            },
          ],
        }),
      )}
    </div>
  ),
};

export const RightToLeft: Story<"Chart"> = {
  render: () => (
    <div dir="rtl" lang="ar">
      {renderWidget(
        chart({
          showYAxis: true,
          data: [
            { month: "يناير", north: 420, south: 310 },
            { month: "فبراير", north: 380, south: 335 },
            { month: "مارس", north: 510, south: 290 },
          ],
          series: [
            { type: "bar", dataKey: "north", label: "الشمال" },
            { type: "bar", dataKey: "south", label: "الجنوب" },
          ],
        }),
        { locale: "ar" },
      )}
    </div>
  ),
};

export const Narrow: Story<"Chart"> = {
  render: () => (
    <div style={{ maxWidth: 320 }}>
      {renderWidget({
        type: "Card",
        children: [
          { type: "Title", value: "Orders", size: "sm" },
          chart({
            showYAxis: true,
            data: days(31),
            xAxis: "day",
            series: [
              { type: "bar", dataKey: "visits", label: "Visits" },
              { type: "line", dataKey: "average", label: "Average" },
            ],
          }),
        ],
      })}
    </div>
  ),
};

export const KeyFigures: Story<"Chart"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        { type: "Caption", value: "Revenue this month" },
        {
          type: "Row",
          children: [
            { type: "Title", value: "€ 84,210", size: "xl" },
            { type: "Badge", label: "+12.4%", color: "success" },
          ],
        },
        chart({
          height: 64,
          data: days(30),
          xAxis: { dataKey: "day", hide: true },
          showLegend: false,
          series: [
            {
              type: "area",
              dataKey: "visits",
              curveType: "monotone",
              color: "green",
            },
          ],
        }),
      ],
    }),
};

export const Sized: Story<"Chart"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      align: "start",
      children: [
        chart({
          aspectRatio: "1",
          width: 160,
          series: [{ type: "bar", dataKey: "north" }],
        }),
        chart({
          flex: 1,
          height: 120,
          series: [{ type: "area", dataKey: "south" }],
        }),
      ],
    }),
};

function chart(args: Partial<Args<"Chart">>): WidgetNode<"Chart"> {
  return { type: "Chart", data: months, xAxis: "month", series: [], ...args };
}

function stories(...widgets: WidgetNode[]): ReactElement {
  return (
    <div
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 340px), 1fr))",
        gap: 32,
      }}
    >
      {widgets.map((widget, index) => (
        <div key={index}>{renderWidget(widget)}</div>
      ))}
    </div>
  );
}

/** The same on every day: no chance in stories. */
function days(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    day: new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
    visits: Math.round(
      900 + 260 * Math.sin(i / 9) + 70 * Math.sin(i * 2.4) * Math.cos(i / 4),
    ),
    average: 1000 + i,
  }));
}
