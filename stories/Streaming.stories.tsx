import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent } from "storybook/test";
import { Streaming } from "./streaming/Streaming.js";
import { sendAction } from "./story.js";

/**
 * A recorded reply of a model grows into a widget, at reading speed. What is half
 * written is not used: a button acts when its action is there.
 */
export default {
  title: "Streaming",
  component: Streaming,
  tags: ["!autodocs"],
  parameters: {
    layout: "fullscreen",
    controls: { disable: true },
  },
} satisfies Meta<typeof Streaming>;

type Story = StoryObj<typeof Streaming>;

/** It runs by itself, so what a test saw would depend on the time. */
export const Default: Story = { tags: ["!test"] };

/** In the middle, until somebody goes on. */
export const Half: Story = {
  tags: ["!dev"],
  args: { paused: true, start: 0.6, speed: "Model" },
  play: async ({ canvas }) => {
    await expect(canvas.getByText("Green tea, 250 g")).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Track it" })).toBeNull();
    await userEvent.click(canvas.getByRole("button", { name: "To the end" }));
    await userEvent.click(
      await canvas.findByRole("button", { name: "Track it" }),
    );
    await expect(sendAction).toHaveBeenCalledWith({
      type: "order.track",
      payload: { id: 4821 },
    });
  },
};

/** What the user types while it grows stays, and is sent. */
export const Form: Story = {
  tags: ["!dev"],
  args: { reply: "A form", paused: true, start: 0.45 },
  play: async ({ canvas }) => {
    const name = canvas.getByRole("textbox", { name: "Name" });
    await userEvent.type(name, "Grace");
    await userEvent.click(canvas.getByRole("button", { name: "To the end" }));
    await expect(canvas.getByRole("textbox", { name: "Name" })).toBe(name);
    await userEvent.click(await canvas.findByRole("button", { name: "Book" }));
    await expect(sendAction).toHaveBeenCalledWith({
      type: "table.book",
      payload: expect.objectContaining({ name: "Grace", where: "in" }),
    });
  },
};

export const Chart: Story = {
  tags: ["!dev"],
  args: { reply: "A chart", paused: true, start: 0.62 },
};

export const Patches: Story = {
  tags: ["!dev"],
  args: { reply: "Patches", paused: true, start: 1 },
};
