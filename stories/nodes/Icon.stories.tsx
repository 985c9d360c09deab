import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { iconPaths } from "../../src/ui/iconPaths.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

const names = Object.keys(iconPaths).sort();

export default {
  title: "Nodes/Icon",
  ...nodeMeta("Icon"),
  argTypes: {
    ...nodeMeta("Icon").argTypes,
    name: { control: "select", options: names },
  },
} satisfies Meta<Args<"Icon">>;

export const Default: Story<"Icon"> = { args: { name: "sparkle" } };

/** Every name of ChatKit's. */
export const Names: Story<"Icon"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 2,
      wrap: "wrap",
      align: "start",
      children: names.map((name): WidgetNode => ({
        type: "Col",
        width: 104,
        padding: { y: 3 },
        gap: 2,
        align: "center",
        children: [
          { type: "Icon", name, size: "2xl" },
          { type: "Caption", value: name, size: "sm", textAlign: "center" },
        ],
      })),
    }),
};

export const Sizes: Story<"Icon"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      children: (["xs", "sm", "md", "lg", "xl", "2xl", "3xl"] as const).flatMap(
        (size) =>
          ["lightbulb", "star-filled"].map((name) => ({
            type: "Icon",
            name,
            size,
          })),
      ),
    }),
};

/** Text tokens, palette steps, CSS, and one colour per scheme. */
export const Colors: Story<"Icon"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      wrap: "wrap",
      children: [
        "prose",
        "secondary",
        "tertiary",
        "success",
        "warning",
        "danger",
        "blue-500",
        "gray-400",
        "alpha-50",
        "rebeccapurple",
        { light: "blue-600", dark: "yellow-300" },
      ].map((color) => ({ type: "Icon", name: "bolt", size: "2xl", color })),
    }),
};

/** Any icon of lucide, loaded when it is rendered; one of the host; an unknown one. */
export const OtherNames: Story<"Icon"> = {
  render: () =>
    renderWidget(
      {
        type: "Row",
        gap: 4,
        children: [
          { type: "Icon", name: "lucide:rocket", size: "2xl" },
          { type: "Icon", name: "lucide:tree-palm", size: "2xl" },
          { type: "Icon", name: "vendor:flag", size: "2xl", color: "danger" },
          { type: "Icon", name: "no-such-icon", size: "2xl" },
          { type: "Text", value: "An unknown name keeps no box." },
        ],
      },
      { icons: { "vendor:flag": Flag }, onError: () => {} },
    ),
};

function Flag() {
  return (
    <svg width="1em" height="1em" viewBox="0 0 24 24" aria-hidden="true">
      <path fill="currentColor" d="M5 2v20h2v-8h13l-4-6 4-6z" />
    </svg>
  );
}
