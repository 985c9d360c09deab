import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { picture } from "../picture.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Image",
  ...nodeMeta("Image"),
} satisfies Meta<Args<"Image">>;

const alt = "Hills by the sea";

/** Without a size it fills its column. */
export const Default: Story<"Image"> = {
  args: { src: picture(), alt },
  render: (args) =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        { type: "Image", ...args },
        { type: "Title", value: "Hills by the sea", size: "sm" },
      ],
    }),
};

const text = (value: string): WidgetNode => ({ type: "Caption", value });

const labelled = (label: string, image: Args<"Image">): WidgetNode => ({
  type: "Col",
  align: "center",
  gap: 1,
  children: [{ type: "Image", alt, ...image }, text(label)],
});

export const Matrix: Story<"Image"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 6,
      children: [
        (["cover", "contain", "fill", "scale-down", "none"] as const).map(
          (fit) =>
            labelled(fit, {
              src: picture(200, 160, 90),
              fit,
              size: 72,
              background: "surface-tertiary",
            }),
        ),
        (["left", "center", "right", "top left", "bottom right"] as const).map(
          (position) =>
            labelled(position, {
              src: picture(20, 240, 120),
              position,
              fit: "none",
              size: 72,
            }),
        ),
        (["none", "xs", "md", "2xl", "full", "100%"] as const).map((radius) =>
          labelled(radius, {
            src: picture(280),
            radius,
            width: 72,
            height: 48,
          }),
        ),
        [
          labelled("frame", { src: picture(90), frame: true, size: 72 }),
          labelled("16/9", {
            src: picture(90),
            aspectRatio: "16/9",
            width: 128,
          }),
          labelled("failed", { src: "data:image/png,broken", size: 72 }),
        ],
      ].map((children) => ({
        type: "Row" as const,
        gap: 4,
        wrap: "wrap" as const,
        align: "start" as const,
        children,
      })),
    }),
};

/** 40 × 40 px in a row; shared by `flex`. */
export const InRow: Story<"Image"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        {
          type: "Row",
          children: [
            { type: "Image", src: picture(330, 400, 300), alt: "" },
            {
              type: "Col",
              gap: 0,
              children: [
                {
                  type: "Text",
                  value: "Marta Reyes",
                  size: "sm",
                  weight: "medium",
                },
                text("Photographer"),
              ],
            },
          ],
        },
        {
          type: "Row",
          children: [120, 200, 300].map((hue) => ({
            type: "Image" as const,
            src: picture(hue),
            alt,
            flex: 1,
            aspectRatio: 1,
          })),
        },
      ],
    }),
};

/** To the edges of the card, and to the end of it where it is last. */
export const Flush: Story<"Image"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      align: "start",
      wrap: "wrap",
      children: [0, 1, 2].map((at) => {
        const children: WidgetNode[] = [
          { type: "Title", value: "Hills by the sea", size: "sm" },
          { type: "Text", value: "A walk of three hours.", size: "sm" },
        ];
        children.splice(at, 0, {
          type: "Image",
          src: picture(170 + at * 60),
          alt,
          flush: true,
          height: 120,
        });
        return { type: "Card" as const, size: "sm" as const, children };
      }),
    }),
};
