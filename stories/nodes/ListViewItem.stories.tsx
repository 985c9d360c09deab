import type { Meta } from "@storybook/react-vite";
import { expect, userEvent } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { picture } from "../picture.js";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

const drawIn = (item: WidgetNode) =>
  renderWidget({ type: "ListView", children: [item] });

export default {
  title: "Nodes/ListViewItem",
  ...nodeMeta("ListViewItem"),
  render: (args) => drawIn({ type: "ListViewItem", ...args }),
} satisfies Meta<Args<"ListViewItem">>;

const flight: WidgetNode[] = [
  {
    type: "Box",
    background: "blue-a50",
    radius: "full",
    padding: 2,
    children: { type: "Icon", name: "globe", color: "blue-500" },
  },
  {
    type: "Col",
    flex: 1,
    children: [
      { type: "Text", value: "Lisbon – Oslo", size: "sm", weight: "medium" },
      { type: "Caption", value: "Tue 24 Nov, 07:35, direct" },
    ],
  },
  { type: "Text", value: "€ 184", size: "sm" },
];

export const Default: Story<"ListViewItem"> = {
  args: { onClickAction: { type: "flight.choose" }, children: flight },
  play: async ({ canvas }) => {
    await userEvent.click(
      canvas.getByRole("button", { name: /Lisbon – Oslo/ }),
    );
    await expect(sendAction).toHaveBeenCalledWith(
      { type: "flight.choose" },
      { node: "/children/0" },
    );
  },
};

/** Without an action it is no button. */
export const Plain: Story<"ListViewItem"> = { args: { children: flight } };

/** What can be pressed in the row acts for itself alone. */
export const WithControls: Story<"ListViewItem"> = {
  args: {
    onClickAction: { type: "open" },
    children: [
      ...flight,
      {
        type: "Button",
        label: "Save",
        size: "sm",
        style: "secondary",
        onClickAction: { type: "save" },
      },
    ],
  },
  play: async ({ canvas }) => {
    sendAction.mockClear();
    await userEvent.click(canvas.getByRole("button", { name: "Save" }));
    await expect(sendAction).toHaveBeenCalledTimes(1);
    await expect(sendAction.mock.calls[0]?.[0]).toEqual({ type: "save" });
  },
};

export const Gaps: Story<"ListViewItem"> = {
  render: () =>
    renderWidget({
      type: "ListView",
      children: [undefined, 0, 2, 6].map((gap) => ({
        type: "ListViewItem" as const,
        gap,
        onClickAction: { type: "open" },
        children: [
          {
            type: "Image" as const,
            src: picture(gap ? gap * 40 : 200, 80, 80),
          },
          { type: "Text" as const, value: `gap ${gap ?? "by itself"}` },
          { type: "Spacer" as const },
          { type: "Badge" as const, label: "New" },
        ],
      })),
    }),
};

export const Aligned: Story<"ListViewItem"> = {
  render: () =>
    renderWidget({
      type: "ListView",
      children: (["start", "center", "end", "stretch"] as const).map(
        (align) => ({
          type: "ListViewItem" as const,
          align,
          children: [
            {
              type: "Box" as const,
              width: 4,
              minHeight: 24,
              radius: "full" as const,
              background: "purple-400",
            },
            {
              type: "Col" as const,
              flex: 1,
              children: [
                {
                  type: "Text" as const,
                  value: align,
                  weight: "medium" as const,
                },
                {
                  type: "Text" as const,
                  size: "sm" as const,
                  value: "A second line, for what is aligned to be seen.",
                },
              ],
            },
            { type: "Icon" as const, name: "chevron-right" },
          ],
        }),
      ),
    }),
};

/** A picture that reaches the edges of its row. */
export const Flush: Story<"ListViewItem"> = {
  args: {
    onClickAction: { type: "open" },
    children: [
      { type: "Image", src: picture(150, 200, 200), flush: true, width: 88 },
      ...flight.slice(1),
    ],
  },
};
