import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { memoryAddress } from "../playground/address.js";
import { Playground } from "../playground/Playground.js";
import { encode, type Shared } from "../playground/share.js";

/** Edit a widget or a `.widget` file and see it rendered at once. */
export default {
  title: "Playground",
  component: Playground,
  tags: ["!autodocs"],
  parameters: {
    layout: "fullscreen",
    controls: { disable: true },
    actions: { disable: true },
  },
} satisfies Meta<typeof Playground>;

type Story = StoryObj<typeof Playground>;

export const Default: Story = {};

const shared: Shared = {
  mode: "json",
  json: '{"type": "Title", "value": "From a link"}',
  template: "",
  data: "{}",
  schema: "",
  theme: "dark",
  width: 320,
  dir: "ltr",
};

/** Opened with a link that somebody passed on. */
export const FromLink: Story = {
  tags: ["!dev"],
  loaders: [async () => ({ text: await encode(shared) })],
  render: (_, { loaded }) => (
    <Playground address={memoryAddress(loaded["text"])} />
  ),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole("heading", { name: "From a link" }),
    ).toBeVisible();
    await expect(canvas.getByRole("radio", { name: "dark" })).toBeChecked();
    await expect(canvas.getByRole("radio", { name: "320" })).toBeChecked();
  },
};

export const DamagedLink: Story = {
  tags: ["!dev"],
  args: { address: memoryAddress("no-such-thing") },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/The link is damaged/)).toBeVisible();
  },
};
