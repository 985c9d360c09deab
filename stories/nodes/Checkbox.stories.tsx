import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

export default {
  title: "Nodes/Checkbox",
  ...nodeMeta("Checkbox"),
} satisfies Meta<Args<"Checkbox">>;

export const Default: Story<"Checkbox"> = {
  args: {
    name: "news",
    label: "Send me news",
    onChangeAction: { type: "news.change" },
  },
  play: async ({ canvasElement }) => {
    sendAction.mockClear();
    const box = within(canvasElement).getByRole("checkbox");
    await userEvent.click(within(canvasElement).getByText("Send me news"));
    await expect(box).toBeChecked();
    await expect(sendAction).toHaveBeenCalledTimes(1);
  },
};

const states: WidgetNode<"Checkbox">[] = [
  { type: "Checkbox", name: "off", label: "Unchecked" },
  { type: "Checkbox", name: "on", label: "Checked", defaultChecked: true },
  { type: "Checkbox", name: "off-disabled", label: "Disabled", disabled: true },
  {
    type: "Checkbox",
    name: "on-disabled",
    label: "Disabled, checked",
    defaultChecked: true,
    disabled: true,
  },
];

/** Every state, with a label and without, on each surface. */
export const Matrix: Story<"Checkbox"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: [
        "surface",
        "surface-secondary",
        "surface-elevated",
        "surface-elevated-secondary",
      ].flatMap((background) => [
        {
          type: "Row" as const,
          gap: 5,
          padding: 3,
          wrap: "wrap" as const,
          background,
          children: [
            ...states.map((state) => ({
              ...state,
              name: `${background}-${state.name}`,
            })),
            ...states.map((state) => ({
              ...state,
              label: null,
              name: `${background}-${state.name}-alone`,
            })),
          ],
        },
      ]),
    }),
};

export const KeyboardFocus: Story<"Checkbox"> = {
  args: { name: "terms", label: "I agree", defaultChecked: true },
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await expect(within(canvasElement).getByRole("checkbox")).toHaveFocus();
  },
};

export const LongText: Story<"Checkbox"> = {
  args: {
    name: "terms",
    label:
      "I agree that the reservation may be cancelled up to two hours before arrival without a fee",
    defaultChecked: "true",
  },
  decorators: [
    (Checkbox) => (
      <div style={{ width: 280 }}>
        <Checkbox />
      </div>
    ),
  ],
};

/** A Label names a box without a text. */
export const WithLabel: Story<"Checkbox"> = {
  render: () =>
    renderWidget({
      type: "Row",
      children: [
        { type: "Checkbox", name: "done" },
        { type: "Label", value: "Done", fieldName: "done" },
      ],
    }),
};

/** While its action runs, where the author wants that shown. */
export const Pending: Story<"Checkbox"> = {
  render: () =>
    renderWidget(
      {
        type: "Checkbox",
        name: "news",
        label: "Send me news",
        onChangeAction: { type: "news", loadingBehavior: "self" },
      },
      { sendAction: () => new Promise(() => undefined) },
    ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("checkbox"));
    await expect(canvas.getByRole("status")).toHaveTextContent("Loading");
    await expect(
      canvas.getByRole("checkbox", { name: "Send me news" }),
    ).toBeChecked();
  },
};

export const ReadOnly: Story<"Checkbox"> = {
  render: () =>
    renderWidget(
      { type: "Row", gap: 5, children: states.slice(0, 2) },
      { interactive: false },
    ),
};

export const RightToLeft: Story<"Checkbox"> = {
  args: { name: "news", label: "לקבל עדכונים", defaultChecked: true },
  globals: { widgetDirection: "rtl" },
};
