import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Label",
  ...nodeMeta("Label"),
} satisfies Meta<Args<"Label">>;

export const Default: Story<"Label"> = {
  args: { value: "Guests", fieldName: "guests" },
};

/** Every size, weight, alignment, and some colours. */
export const Matrix: Story<"Label"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 2,
      children: [
        ...(["xs", "sm", "md", "lg", "xl"] as const).map((size) => ({
          type: "Label" as const,
          value: `Size ${size}`,
          fieldName: size,
          size,
        })),
        ...(["normal", "medium", "semibold", "bold"] as const).map(
          (weight) => ({
            type: "Label" as const,
            value: `Weight ${weight}`,
            fieldName: weight,
            weight,
          }),
        ),
        ...(["start", "center", "end"] as const).map((textAlign) => ({
          type: "Label" as const,
          value: `Aligned to the ${textAlign}`,
          fieldName: textAlign,
          textAlign,
        })),
        ...(["primary", "tertiary", "danger", "blue-500"] as const).map(
          (color) => ({
            type: "Label" as const,
            value: `Colour ${color}`,
            fieldName: color,
            color:
              color === "blue-500"
                ? { light: "blue-500", dark: "blue-300" }
                : color,
          }),
        ),
      ],
    }),
};

/** A click on a label goes to its field. */
export const WithFields: Story<"Label"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      asForm: true,
      children: [
        { type: "Label", value: "Name", fieldName: "task.name" },
        { type: "Input", name: "task.name" },
        { type: "Label", value: "Notes", fieldName: "task.notes" },
        { type: "Textarea", name: "task.notes", rows: 2 },
        { type: "Label", value: "Heading", fieldName: "task.heading" },
        {
          type: "Text",
          value: "Buy bread",
          editable: { name: "task.heading" },
        },
        { type: "Label", value: "Done", fieldName: "task.done" },
        { type: "Checkbox", name: "task.done" },
        { type: "Label", value: "Priority", fieldName: "task.priority" },
        {
          type: "RadioGroup",
          name: "task.priority",
          options: [
            { value: "low", label: "Low" },
            { value: "high", label: "High" },
          ],
        },
      ],
    }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const name of ["Name", "Notes", "Heading"]) {
      await userEvent.click(canvas.getByText(name));
      await expect(canvas.getByRole("textbox", { name })).toHaveFocus();
    }
    await userEvent.click(canvas.getByText("Done"));
    await expect(canvas.getByRole("checkbox", { name: "Done" })).toBeChecked();
    await expect(
      canvas.getByRole("radiogroup", { name: "Priority" }),
    ).toBeVisible();
  },
};

export const LongText: Story<"Label"> = {
  args: {
    value: "How many of you come, children and those who only pass by included",
    fieldName: "guests",
  },
  decorators: [
    (Label) => (
      <div style={{ width: 200 }}>
        <Label />
      </div>
    ),
  ],
};

export const RightToLeft: Story<"Label"> = {
  args: { value: "אורחים", fieldName: "guests" },
  globals: { widgetDirection: "rtl" },
};
