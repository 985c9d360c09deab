import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, spyOn, userEvent, waitFor } from "storybook/test";
import type { Playground } from "../../playground/Playground.js";
import { openedWith, write } from "./steps.js";

const json = '{"type": "Title", "value": "Room 7"}';

/** The widget as a text for other places. */
export default {
  title: "Playground",
  ...openedWith(json),
} satisfies Meta<typeof Playground>;

type Story = StoryObj<typeof Playground>;

export const Copy: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: "Room 7" });
    const writes = spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const button = canvas.getByRole("button", { name: "Copy" });
    const formats = [
      ["JSON", json],
      [".widget file", '"version": "1.0"'],
      ["JSX", '<Title value="Room 7" />'],
      ["Python", 'Title(value="Room 7")'],
      ["Link", "#playground="],
    ] as const;
    for (const [name, text] of formats) {
      await userEvent.click(button);
      await waitFor(() =>
        expect(canvas.getByRole("menuitem", { name: "Link" })).toHaveFocus(),
      );
      await userEvent.click(canvas.getByRole("menuitem", { name }));
      await waitFor(() =>
        expect(writes).toHaveBeenLastCalledWith(expect.stringContaining(text)),
      );
      await expect(canvas.queryByRole("menuitem")).toBeNull();
    }

    // Of a broken text there is only the text.
    await write(canvas, "Widget JSON", "{");
    await userEvent.click(button);
    await expect(canvas.getByRole("menuitem", { name: "JSX" })).toBeDisabled();
    await expect(canvas.getByRole("menuitem", { name: "JSON" })).toBeEnabled();
    writes.mockRestore();
  },
};
