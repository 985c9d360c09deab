import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Textarea",
  ...nodeMeta("Textarea"),
} satisfies Meta<Args<"Textarea">>;

export const Default: Story<"Textarea"> = {
  args: { name: "note", placeholder: "Write a note" },
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

/** Every size and variant, empty and filled. */
export const Matrix: Story<"Textarea"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: sizes.map((size) => ({
        type: "Row" as const,
        gap: 3,
        align: "start" as const,
        children: (["outline", "soft"] as const).flatMap((variant) => [
          {
            type: "Textarea" as const,
            name: `${variant}-${size}-empty`,
            placeholder: `Message ${size}`,
            rows: 2,
            size,
            variant,
          },
          {
            type: "Textarea" as const,
            name: `${variant}-${size}-filled`,
            defaultValue: "Two lines of text\nin the field",
            rows: 2,
            size,
            variant,
          },
        ]),
      })),
    }),
};

const states = (variant: "outline" | "soft"): WidgetNode<"Row"> => ({
  type: "Row",
  gap: 3,
  wrap: "wrap",
  children: [
    {
      type: "Textarea",
      name: `${variant}-invalid`,
      placeholder: `Invalid ${variant}`,
      pattern: "\\d+",
      variant,
    },
    {
      type: "Textarea",
      name: `${variant}-disabled`,
      defaultValue: "Disabled",
      disabled: true,
      variant,
    },
    {
      type: "Textarea",
      name: `${variant}-focus`,
      placeholder: `Focus ${variant}`,
      variant,
    },
  ],
});

/** Invalid, disabled, focused. */
export const States: Story<"Textarea"> = {
  render: () =>
    renderWidget({
      type: "Form",
      gap: 3,
      children: [states("outline"), states("soft")],
    }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const name of ["Invalid outline", "Invalid soft"]) {
      await userEvent.type(canvas.getByLabelText(name), "not a number");
    }
    // What is invalid shows it from the first attempt on.
    canvasElement.querySelector("form")?.requestSubmit();
    const focused = canvas.getByLabelText("Focus soft");
    await userEvent.click(focused);
    await expect(canvas.getByLabelText("Invalid soft")).toBeInvalid();
    await expect(focused).toHaveFocus();
  },
};

const poem = Array.from({ length: 12 }, (_, i) => `Line ${i + 1}`).join("\n");

/** Grows with its text, then scrolls. */
export const AutoResize: Story<"Textarea"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 3,
      align: "start",
      children: [
        {
          type: "Textarea",
          name: "short",
          defaultValue: "One line",
          rows: 1,
          autoResize: true,
        },
        {
          type: "Textarea",
          name: "long",
          defaultValue: poem,
          autoResize: true,
        },
        {
          type: "Textarea",
          name: "capped",
          defaultValue: poem,
          maxRows: 5,
          autoResize: true,
        },
      ],
    }),
};

export const LongText: Story<"Textarea"> = {
  args: {
    name: "long",
    defaultValue: `A word without a blank: ${"Donaudampfschifffahrt".repeat(4)}, and others that wrap as they do anywhere else.`,
  },
  decorators: [
    (Textarea) => (
      <div style={{ maxWidth: 320 }}>
        <Textarea />
      </div>
    ),
  ],
};

export const ReadOnly: Story<"Textarea"> = {
  render: () =>
    renderWidget(
      {
        type: "Textarea",
        name: "note",
        defaultValue: "Ring twice.\nThe bell is slow.",
      },
      { interactive: false },
    ),
};

export const RightToLeft: Story<"Textarea"> = {
  args: { name: "note", defaultValue: "לצלצל פעמיים.\nהפעמון איטי." },
  globals: { widgetDirection: "rtl" },
};
