import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Text",
  ...nodeMeta("Text"),
} satisfies Meta<Args<"Text">>;

export const Default: Story<"Text"> = {
  args: { value: "The quick brown fox jumps over the lazy dog." },
};

const sizes = ["xs", "sm", "md", "lg", "xl"] as const;
const weights = ["normal", "medium", "semibold", "bold"] as const;
const long =
  "Delivered to the reception desk on the ground floor, where somebody will sign for it and keep it until you come by.";

/** Every size and weight. */
export const Matrix: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 2,
      children: sizes.map((size) => ({
        type: "Row" as const,
        gap: 6,
        wrap: "wrap" as const,
        align: "baseline" as const,
        children: weights.map((weight) => ({
          type: "Text" as const,
          value: `${size} ${weight}`,
          size,
          weight,
        })),
      })),
    }),
};

export const Colors: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: [
        "prose",
        "primary",
        "emphasis",
        "secondary",
        "tertiary",
        "success",
        "warning",
        "danger",
        "gray-700",
        "alpha-70",
        "rebeccapurple",
      ].map((color) => ({
        type: "Text" as const,
        value: color,
        color:
          color === "rebeccapurple" ? { light: color, dark: "plum" } : color,
      })),
    }),
};

export const Styles: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", value: "Italic", italic: true },
        { type: "Text", value: "Struck through", lineThrough: true },
        { type: "Text", value: "Line breaks\nare kept" },
        { type: "Text", value: 1250 },
        { type: "Text", value: "In the middle", textAlign: "center" },
        { type: "Text", value: "At the end", textAlign: "end" },
        { type: "Text", value: "120 px wide, and wraps", width: 120 },
        { type: "Text", value: "Two lines kept free", minLines: 2 },
        { type: "Text", value: "below" },
      ],
    }),
};

/** `truncate`, `maxLines`, and neither, at 320 px. */
export const Truncated: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      width: 320,
      children: [
        { type: "Text", value: long, truncate: true },
        { type: "Text", value: long, maxLines: 2 },
        { type: "Text", value: long },
        { type: "Text", value: "Donaudampfschifffahrtsgesellschaft".repeat(3) },
      ],
    }),
};

/** Each text beside itself as a field: nothing moves. */
export const EditableMatrix: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: sizes.flatMap((size) =>
        (["normal", "semibold"] as const).map((weight) => {
          const text = {
            type: "Text" as const,
            value: `Buy bread ${size} ${weight}`,
            size,
            weight,
          };
          const name = `${size}-${weight}`;
          return {
            type: "Row" as const,
            gap: 6,
            children: [text, { ...text, editable: { name } }],
          };
        }),
      ),
    }),
};

/** From its first key to its last without a mouse. */
export const Editable: Story<"Text"> = {
  args: {
    value: "Buy bread",
    size: "lg",
    weight: "semibold",
    editable: { name: "task.title", placeholder: "Title", autoSelect: true },
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement).getByRole("textbox", { name: "Title" });
    await expect(field).toHaveValue("Buy bread");
    await userEvent.tab();
    await expect(field).toHaveFocus();
    // The focus selects all of it: the first key replaces it.
    await userEvent.keyboard("Buy milk");
    await expect(field).toHaveValue("Buy milk");
  },
};

/** A line, lines, empty ones, and what else a text may be. */
export const EditableForm: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Card",
      asForm: true,
      children: [
        {
          type: "Text",
          value: "Buy bread",
          size: "xl",
          weight: "semibold",
          editable: { name: "title", placeholder: "Title", required: true },
        },
        {
          type: "Text",
          value: `${long}\n\nRing twice.`,
          minLines: 5,
          editable: { name: "description", placeholder: "Description" },
        },
        {
          type: "Text",
          value: "",
          minLines: 2,
          editable: { name: "notes", placeholder: "Add notes" },
        },
        {
          type: "Text",
          value: "",
          editable: { name: "place", placeholder: "Add a place" },
        },
        {
          type: "Row",
          children: [
            { type: "Text", value: "Due", color: "secondary" },
            { type: "Text", value: "tomorrow", editable: { name: "due" } },
            { type: "Badge", label: "Draft" },
          ],
        },
        {
          type: "Text",
          value: "In the middle",
          textAlign: "center",
          italic: true,
          color: "success",
          editable: { name: "middle" },
        },
        {
          type: "Text",
          value: "Struck through",
          lineThrough: true,
          editable: { name: "struck" },
        },
        { type: "Text", value: "Named by its id", id: "by-id", editable: true },
      ],
    }),
};

/** Pointed at and focused, whichever comes last. */
export const EditableFocus: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        {
          type: "Text",
          value: "Buy bread",
          weight: "semibold",
          editable: { name: "title", autoFocus: true },
        },
        {
          type: "Text",
          value: "",
          minLines: 3,
          editable: { name: "text", placeholder: "Description" },
        },
      ],
    }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() =>
      expect(canvas.getByRole("textbox", { name: "title" })).toHaveFocus(),
    );
    await userEvent.hover(canvas.getByRole("textbox", { name: "Description" }));
  },
};

export const ReadOnly: Story<"Text"> = {
  render: () =>
    renderWidget(
      {
        type: "Text",
        value: "Buy bread",
        editable: { name: "title", placeholder: "Title" },
      },
      { interactive: false },
    ),
};

export const RightToLeft: Story<"Text"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", value: "לקנות לחם" },
        { type: "Text", value: "לקנות לחם", editable: { name: "title" } },
      ],
    }),
  globals: { widgetDirection: "rtl" },
};
