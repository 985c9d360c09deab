import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Input",
  ...nodeMeta("Input"),
} satisfies Meta<Args<"Input">>;

export const Default: Story<"Input"> = {
  args: { name: "email", inputType: "email", placeholder: "ada@example.com" },
};

const sizes = [
  "3xs",
  "2xs",
  "xs",
  "sm",
  "md",
  "lg",
  "xl",
  "2xl",
  "3xl",
] as const;
const gutters = ["2xs", "xs", "sm", "md", "lg", "xl"] as const;

/** Every size and variant: empty, filled, as a pill. */
export const Matrix: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 8,
      children: (["outline", "soft"] as const).map((variant) => ({
        type: "Col" as const,
        gap: 2,
        children: sizes.map((size) => ({
          type: "Row" as const,
          gap: 3,
          children: [
            {
              type: "Input" as const,
              name: `${variant}-${size}-empty`,
              placeholder: `Placeholder ${size}`,
              size,
              variant,
            },
            {
              type: "Input" as const,
              name: `${variant}-${size}-filled`,
              defaultValue: "ada@example.com",
              size,
              variant,
            },
            {
              type: "Input" as const,
              name: `${variant}-${size}-pill`,
              placeholder: "Pill",
              pill: true,
              size,
              variant,
            },
          ],
        })),
      })),
    }),
};

export const Gutters: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 3,
      wrap: "wrap",
      children: gutters.map((gutterSize) => ({
        type: "Input" as const,
        name: gutterSize,
        placeholder: `Gutter ${gutterSize}`,
        gutterSize,
      })),
    }),
};

/** What a browser checks, and which keyboard it shows. */
export const Types: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: (
        ["text", "number", "email", "password", "tel", "url"] as const
      ).flatMap((inputType) => [
        {
          type: "Label" as const,
          value: inputType,
          fieldName: inputType,
        },
        {
          type: "Input" as const,
          name: inputType,
          inputType,
          defaultValue: { number: 42, password: "secret" }[inputType as string],
        },
      ]),
    }),
};

const states = (variant: "outline" | "soft"): WidgetNode<"Row"> => ({
  type: "Row",
  gap: 3,
  wrap: "wrap",
  children: [
    {
      type: "Input",
      name: `${variant}-rest`,
      placeholder: "At rest",
      variant,
    },
    {
      type: "Input",
      name: `${variant}-invalid`,
      inputType: "email",
      placeholder: `Invalid ${variant}`,
      variant,
    },
    {
      type: "Input",
      name: `${variant}-disabled`,
      defaultValue: "Disabled",
      disabled: true,
      variant,
    },
    {
      type: "Input",
      name: `${variant}-focus`,
      placeholder: `Focus ${variant}`,
      variant,
    },
  ],
});

/** At rest, invalid, disabled, focused. */
export const States: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Form",
      gap: 3,
      children: [states("outline"), states("soft")],
    }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const name of ["Invalid outline", "Invalid soft"]) {
      await userEvent.type(canvas.getByLabelText(name), "not an email");
    }
    // What is invalid shows it from the first attempt on.
    canvasElement.querySelector("form")?.requestSubmit();
    const focused = canvas.getByLabelText("Focus soft");
    await userEvent.click(focused);
    await expect(canvas.getByLabelText("Invalid soft")).toBeInvalid();
    await expect(focused).toHaveFocus();
  },
};

export const WithLabel: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      asForm: true,
      children: [
        { type: "Label", value: "Name", fieldName: "name" },
        { type: "Input", name: "name", defaultValue: "Ada Lovelace" },
        { type: "Label", value: "Guests", fieldName: "guests" },
        { type: "Input", name: "guests", inputType: "number", defaultValue: 2 },
      ],
    }),
};

export const LongText: Story<"Input"> = {
  args: {
    name: "place",
    defaultValue:
      "The reception desk on the ground floor, behind the palm tree",
  },
  decorators: [
    (Input) => (
      <div style={{ width: 200 }}>
        <Input />
      </div>
    ),
  ],
};

/** It takes the room that a button leaves, also at 320 px. */
export const Narrow: Story<"Input"> = {
  render: () =>
    renderWidget({
      type: "Row",
      children: [
        { type: "Input", name: "code", placeholder: "Voucher" },
        { type: "Button", label: "Redeem", size: "md" },
      ],
    }),
  decorators: [
    (Input) => (
      <div style={{ maxWidth: 320 }}>
        <Input />
      </div>
    ),
  ],
};

export const ReadOnly: Story<"Input"> = {
  render: () =>
    renderWidget(
      {
        type: "Col",
        children: [
          { type: "Input", name: "name", defaultValue: "Ada Lovelace" },
          {
            type: "Input",
            name: "city",
            defaultValue: "London",
            variant: "soft",
          },
        ],
      },
      { interactive: false },
    ),
};

export const RightToLeft: Story<"Input"> = {
  args: { name: "name", placeholder: "שם מלא" },
  globals: { widgetDirection: "rtl" },
};
