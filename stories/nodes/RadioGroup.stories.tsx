import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

export default {
  title: "Nodes/RadioGroup",
  ...nodeMeta("RadioGroup"),
} satisfies Meta<Args<"RadioGroup">>;

const options = [
  { value: "day", label: "Every day" },
  { value: "week", label: "Every week" },
  { value: "never", label: "Never" },
];

/** The arrow keys move the choice. */
export const Default: Story<"RadioGroup"> = {
  args: {
    name: "digest",
    ariaLabel: "Digest",
    options,
    defaultValue: "week",
    onChangeAction: { type: "digest.change" },
  },
  play: async ({ canvasElement }) => {
    sendAction.mockClear();
    const canvas = within(canvasElement);
    await userEvent.tab();
    await userEvent.keyboard("{ArrowRight}");
    await expect(canvas.getByRole("radio", { name: "Never" })).toBeChecked();
    await expect(sendAction).toHaveBeenCalledTimes(1);
  },
};

/** Both directions: chosen, not chosen, one option disabled, all of them. */
export const Matrix: Story<"RadioGroup"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 6,
      children: (["row", "col"] as const).map((direction) => ({
        type: "Row" as const,
        gap: 10,
        align: "start" as const,
        wrap: "wrap" as const,
        children: [
          {
            type: "RadioGroup" as const,
            name: `${direction}-chosen`,
            options,
            defaultValue: "day",
            direction,
          },
          {
            type: "RadioGroup" as const,
            name: `${direction}-open`,
            options: [
              ...options.slice(0, 2),
              { value: "live", label: "At once", disabled: true },
            ],
            direction,
          },
          {
            type: "RadioGroup" as const,
            name: `${direction}-disabled`,
            options,
            defaultValue: "day",
            disabled: true,
            direction,
          },
        ],
      })),
    }),
};

export const WithLabel: Story<"RadioGroup"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        { type: "Label", value: "How often?", fieldName: "digest" },
        { type: "RadioGroup", name: "digest", options, direction: "col" },
      ],
    }),
};

/** It wraps, and so does each label. */
export const Narrow: Story<"RadioGroup"> = {
  args: {
    name: "delivery",
    options: [
      ...options,
      {
        value: "desk",
        label: "Delivered to the reception desk on the ground floor by noon",
      },
    ],
    defaultValue: "desk",
  },
  decorators: [
    (RadioGroup) => (
      <div style={{ maxWidth: 320 }}>
        <RadioGroup />
      </div>
    ),
  ],
};

export const ReadOnly: Story<"RadioGroup"> = {
  render: () =>
    renderWidget(
      { type: "RadioGroup", name: "digest", options, defaultValue: "week" },
      { interactive: false },
    ),
};

export const RightToLeft: Story<"RadioGroup"> = {
  args: {
    name: "digest",
    options: [
      { value: "day", label: "כל יום" },
      { value: "week", label: "כל שבוע" },
    ],
    defaultValue: "day",
  },
  globals: { widgetDirection: "rtl" },
};
