import { useState } from "react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Chat } from "./chat/Chat.js";
import { nodeClient, pageClient } from "./chat/backend.js";

/**
 * A chat with a ChatKit server behind it: widgets stream in, their actions go
 * out, and what comes back changes them in place. The server is
 * `examples/chatkit-server`: with `npm start` it runs in Node beside this page.
 */
export default {
  title: "Chat",
  tags: ["!autodocs"],
  parameters: {
    layout: "fullscreen",
    controls: { disable: true },
    actions: { disable: true },
  },
} satisfies Meta;

type Story = StoryObj;

const inNode = import.meta.env.MODE === "development";

function Live() {
  const [client] = useState(inNode ? nodeClient : pageClient);
  return (
    <Chat
      client={client}
      server={
        inNode
          ? "The example server runs in Node, at /chatkit."
          : "The example server runs in this page."
      }
    />
  );
}

export const Default: Story = { render: () => <Live /> };

function Quick() {
  const [client] = useState(() => pageClient({ pace: 0 }));
  return <Chat client={client} server="Without pauses" />;
}

/** What a reply brings is there before its end, until which nothing else begins. */
const replied = (canvas: ReturnType<typeof within>) =>
  waitFor(() =>
    expect(canvas.queryByRole("button", { name: "Stop" })).toBeNull(),
  );

/** Two steps: a list that locks itself, then a seat. */
export const Flights: Story = {
  tags: ["!dev"],
  render: () => <Quick />,
  play: async ({ canvas }) => {
    await userEvent.type(
      canvas.getByRole("textbox", { name: "Message" }),
      "Flights to Porto{Enter}",
    );
    const flight = await canvas.findByRole("button", { name: /11:05/ });
    await replied(canvas);
    await userEvent.click(flight);
    await expect(await canvas.findByText("Chosen")).toBeVisible();
    await expect(canvas.queryByRole("button", { name: /08:20/ })).toBeNull();
    await userEvent.click(await canvas.findByRole("radio", { name: "Aisle" }));
    await replied(canvas);
    await userEvent.click(canvas.getByRole("button", { name: "Book seat" }));
    await expect(await canvas.findByText("aisle seat")).toBeVisible();
  },
};

/** The bank fails first; the same click works at the second time. */
export const Failing: Story = {
  tags: ["!dev"],
  render: () => <Quick />,
  play: async ({ canvas }) => {
    await userEvent.type(
      canvas.getByRole("textbox", { name: "Message" }),
      "Error{Enter}",
    );
    const pay = await canvas.findByRole("button", { name: "Pay" });
    await replied(canvas);
    await userEvent.click(pay);
    const status = within(canvas.getByRole("status", { name: "Problems" }));
    await expect(await status.findByText(/Nothing was charged/)).toBeVisible();
    await userEvent.click(
      await status.findByRole("button", { name: "Try again" }),
    );
    await expect(await canvas.findByText("Paid")).toBeVisible();
  },
};
