import type { Meta } from "@storybook/react-vite";
import { expect, userEvent } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

export default {
  title: "Nodes/Form",
  ...nodeMeta("Form"),
} satisfies Meta<Args<"Form">>;

const fields: WidgetNode[] = [
  { type: "Label", value: "Name", fieldName: "name" },
  { type: "Input", name: "name", required: true, placeholder: "Ada Lovelace" },
  { type: "Label", value: "Message", fieldName: "message" },
  { type: "Textarea", name: "message", rows: 2 },
  { type: "Button", label: "Send", submit: true },
];

export const Default: Story<"Form"> = {
  args: { onSubmitAction: { type: "message.send" }, children: fields },
  render: (args) =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: { type: "Form", ...args },
    }),
  play: async ({ canvas }) => {
    sendAction.mockClear();
    // The browser asks for the name first.
    await userEvent.click(canvas.getByRole("button", { name: "Send" }));
    await expect(sendAction).not.toHaveBeenCalled();
    await userEvent.type(canvas.getByRole("textbox", { name: "Name" }), "Ada");
    await userEvent.click(canvas.getByRole("button", { name: "Send" }));
    await expect(sendAction).toHaveBeenCalledTimes(1);
  },
};

export const InRow: Story<"Form"> = {
  args: {
    direction: "row",
    align: "center",
    onSubmitAction: { type: "subscribe" },
    children: [
      {
        type: "Input",
        name: "email",
        inputType: "email",
        placeholder: "you@example.com",
        size: "lg",
        required: true,
      },
      { type: "Button", label: "Subscribe", submit: true },
    ],
  },
};

/** The look of a Box. */
export const Styled: Story<"Form"> = {
  args: {
    padding: 4,
    background: "surface-secondary",
    border: { size: 1, color: "subtle" },
    radius: "xl",
    gap: 3,
    children: fields,
  },
};

/** HTML forbids a form in a form: the inner one is a scope for its fields. */
export const Nested: Story<"Form"> = {
  render: () =>
    renderWidget({
      type: "Card",
      asForm: true,
      size: "sm",
      confirm: { label: "Save", action: { type: "save" } },
      children: [
        { type: "Title", value: "Delivery" },
        { type: "Form", children: fields.slice(0, 2) },
      ],
    }),
};
