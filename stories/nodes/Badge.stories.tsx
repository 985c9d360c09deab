import type { Meta } from "@storybook/react-vite";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Badge",
  ...nodeMeta("Badge"),
} satisfies Meta<Args<"Badge">>;

export const Default: Story<"Badge"> = { args: { label: "On time" } };

const colors = [
  "secondary",
  "success",
  "danger",
  "warning",
  "info",
  "discovery",
] as const;
const sizes = ["sm", "md", "lg"] as const;

export const Matrix: Story<"Badge"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      children: (["soft", "solid", "outline"] as const).flatMap((variant) =>
        [true, false].map((pill) => ({
          type: "Row" as const,
          gap: 2,
          wrap: "wrap" as const,
          children: colors.flatMap((color) =>
            sizes.map((size) => ({
              type: "Badge" as const,
              label: color,
              color,
              variant,
              size,
              pill,
            })),
          ),
        })),
      ),
    }),
};

export const LongText: Story<"Badge"> = {
  args: { label: "Delivered to the reception desk on the ground floor" },
  decorators: [
    (Badge) => (
      <div style={{ width: 200 }}>
        <Badge />
      </div>
    ),
  ],
};
