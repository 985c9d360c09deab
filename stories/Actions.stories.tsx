import type { Meta, StoryObj } from "@storybook/react-vite";
import { useRef, useState } from "react";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import {
  WidgetRenderer,
  type ActionConfig,
  type WidgetNode,
} from "../src/index.js";
import { Bench, wait, type Handle } from "./actions/Bench.js";
import {
  behaviours,
  siteNames,
  sites,
  usual,
  type Site,
} from "./actions/sites.js";

interface Knobs {
  site: Site;
  loadingBehavior: (typeof behaviours)[number];
  handler: "server" | "client";
  answer: keyof typeof answers;
}

/** How the host answers an action. */
const answers = {
  "by hand": undefined,
  "at once": () => undefined,
  "after 2 s": () => wait(2000),
  "fails after 1 s": async () => {
    await wait(1000);
    throw new Error("The server is not available.");
  },
} satisfies Record<string, Handle | undefined>;

/** What starts an action, who takes it, and what shows that it runs. */
export default {
  title: "Actions",
  args: {
    site: "Button",
    loadingBehavior: "auto",
    handler: "server",
    answer: "by hand",
  },
  argTypes: {
    site: { control: "select", options: siteNames },
    loadingBehavior: { control: "inline-radio", options: behaviours },
    handler: { control: "inline-radio", options: ["server", "client"] },
    answer: { control: "inline-radio", options: Object.keys(answers) },
  },
  parameters: { actions: { disable: true } },
} satisfies Meta<Knobs>;

type Story = StoryObj<Knobs>;

/** The controls choose; the buttons in the log end what runs. */
export const Default: Story = {
  render: ({ site, loadingBehavior, handler, answer }) => (
    <Bench
      key={site}
      widget={sites[site]({ type: "try", loadingBehavior, handler })}
      client={answers[answer]}
      server={answers[answer]}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    const approve = canvas.getByRole("button", { name: "Approve" });
    await userEvent.click(approve);
    await expect(await log.findByText("running")).toBeVisible();
    await expect(approve).toHaveAttribute("aria-busy", "true");
    await userEvent.click(log.getByRole("button", { name: "Succeed" }));
    await expect(await log.findByText("done")).toBeVisible();
    await expect(approve).not.toHaveAttribute("aria-busy");
    await userEvent.click(approve);
    await userEvent.click(log.getByRole("button", { name: "Fail" }));
    await expect(await log.findByText("failed")).toBeVisible();
    await userEvent.click(approve);
  },
};

/** Every site with every behaviour, while its action runs. */
export const Matrix: Story = {
  parameters: { controls: { disable: true } },
  render: () => (
    <>
      {siteNames.map((site) => (
        <fieldset key={site} className="bench-site">
          <legend>{site}</legend>
          <div className="bench-row">
            {behaviours.map((loadingBehavior) => (
              <figure key={loadingBehavior} className="bench-figure">
                <figcaption>
                  {loadingBehavior}
                  {loadingBehavior === "auto" && ` (${usual[site]})`}
                </figcaption>
                <WidgetRenderer
                  widget={sites[site]({ type: "try", loadingBehavior })}
                  sendAction={() => new Promise(() => undefined)}
                />
              </figure>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  ),
  play: async ({ canvas }) => {
    for (const site of siteNames) {
      const group = canvas.getByRole("group", { name: site });
      for (const figure of within(group).getAllByRole("figure")) {
        await start(site, within(figure));
      }
    }
    (document.activeElement as HTMLElement | null)?.blur();
  },
};

/** Where the space is short: what waits moves nothing around it. */
export const Narrow: Story = {
  parameters: { controls: { disable: true } },
  render: () => (
    <div style={{ width: 260 }}>
      <WidgetRenderer
        sendAction={() => new Promise(() => undefined)}
        widget={{
          type: "Card",
          children: [
            {
              type: "Checkbox",
              name: "terms",
              label:
                "I agree that the reservation may be cancelled until two hours before arrival",
              onChangeAction: { type: "terms", loadingBehavior: "self" },
            },
            {
              type: "RadioGroup",
              name: "speed",
              ariaLabel: "Speed",
              direction: "col",
              options: [
                { value: "standard", label: "Standard, within a week" },
                { value: "express", label: "Express, on the next day" },
              ],
              onChangeAction: { type: "speed", loadingBehavior: "self" },
            },
            {
              type: "Select",
              name: "country",
              block: true,
              options: [
                { value: "low", label: "Low" },
                { value: "high", label: "High, with a long name to it" },
              ],
              defaultValue: "low",
              clearable: true,
              onChangeAction: { type: "country", loadingBehavior: "self" },
            },
          ],
        }}
      />
    </div>
  ),
  play: async ({ canvas }) => {
    const card = canvas.getByRole("radiogroup").parentElement!;
    const { height } = card.getBoundingClientRect();
    await start("Checkbox", canvas);
    await userEvent.click(canvas.getByRole("radio", { name: /^Standard/ }));
    await start("Select", canvas);
    await expect(card.getBoundingClientRect().height).toBe(height);
  },
};

type Canvas = ReturnType<typeof within>;

/** Does what starts the action of a site. */
async function start(site: Site, canvas: Canvas) {
  switch (site) {
    case "Checkbox":
      return userEvent.click(canvas.getByRole("checkbox"));
    case "RadioGroup":
      return userEvent.click(canvas.getByRole("radio", { name: "High" }));
    case "Select": {
      canvas.getByRole("combobox").focus();
      // Also before its code is there; it opens then.
      await userEvent.keyboard("{ArrowDown}");
      await userEvent.click(
        await screen.findByRole("option", { name: /^High/ }),
      );
      return waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    }
    case "DatePicker": {
      canvas.getByRole("button").focus();
      await userEvent.keyboard("{ArrowDown}");
      const calendar = await screen.findByRole("dialog");
      await userEvent.click(
        within(calendar).getByRole("button", { name: /November 19/ }),
      );
      return waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    }
    case "ListViewItem":
      return userEvent.click(canvas.getByRole("button", { name: "Lisbon" }));
    case "Form":
      return userEvent.click(canvas.getByRole("button"));
    case "Button":
      return userEvent.click(canvas.getByRole("button"));
    case "Card confirm":
      return userEvent.click(canvas.getByRole("button", { name: "Book" }));
    case "Card cancel":
      return userEvent.click(canvas.getByRole("button", { name: "Not now" }));
  }
}

/** `handler: "client"` goes to `onAction`, everything else to `sendAction`. */
export const ClientAndServer: Story = {
  render: () => (
    <Bench
      client={() => undefined}
      server={() => wait(300)}
      widget={{
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Order 4711", size: "sm" },
          {
            type: "Text",
            value: "Ready to be picked up in Porto.",
            size: "sm",
          },
          {
            type: "Row",
            wrap: "wrap",
            children: [
              {
                type: "Button",
                label: "Reorder",
                size: "md",
                onClickAction: { type: "order.repeat", payload: { id: 4711 } },
              },
              {
                type: "Button",
                label: "Show on the map",
                size: "md",
                style: "secondary",
                onClickAction: {
                  type: "map.open",
                  handler: "client",
                  payload: { lat: 41.15, lon: -8.61 },
                },
              },
            ],
          },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    await userEvent.click(canvas.getByRole("button", { name: "Reorder" }));
    await userEvent.click(
      canvas.getByRole("button", { name: "Show on the map" }),
    );
    await waitFor(() => expect(log.getAllByText("done")).toHaveLength(2));
    await expect(log.getByText("client")).toBeVisible();
    await expect(log.getByText("server")).toBeVisible();
  },
};

/** A client action that ends with one for the server: both are one wait. */
export const Hybrid: Story = {
  render: () => (
    <Bench
      client={async (action, _, { sendAction }) => {
        await wait(400);
        await sendAction({ ...action, type: "photo.share" });
      }}
      server={() => wait(800)}
      widget={{
        type: "Card",
        size: "sm",
        children: [
          {
            type: "Text",
            value: "The photo is made smaller here, then it is sent.",
            size: "sm",
          },
          {
            type: "Button",
            label: "Share photo",
            iconStart: "square-image",
            onClickAction: {
              type: "photo.shrink",
              handler: "client",
              payload: { id: "P-12" },
            },
          },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    await userEvent.click(canvas.getByRole("button", { name: "Share photo" }));
    await expect(await log.findByText("photo.share")).toBeVisible();
    await waitFor(() => expect(log.getAllByText("done")).toHaveLength(2));
  },
};

const rooms: WidgetNode = {
  type: "ListView",
  status: { text: "Rooms in Lisbon", icon: "map-pin" },
  children: [
    { name: "Harbour House", price: "€ 118 a night" },
    { name: "Casa do Rio", price: "€ 96 a night" },
    { name: "The Old Customs House", price: "€ 143 a night" },
  ].map(({ name, price }) => ({
    type: "ListViewItem" as const,
    onClickAction: { type: "room.choose", payload: { name } },
    children: [
      { type: "Text" as const, value: name, size: "sm", weight: "medium" },
      { type: "Spacer" as const },
      { type: "Caption" as const, value: price },
      { type: "Icon" as const, name: "chevron-right", color: "secondary" },
    ],
  })),
};

/** Until a slow server answers, by the log, one row waits and the others cannot be chosen. */
export const SlowServer: Story = {
  render: () => <Bench widget={rooms} />,
  play: async ({ canvas }) => {
    const room = canvas.getByRole("button", { name: /^Harbour House/ });
    await userEvent.click(room);
    const log = within(canvas.getByRole("log"));
    await expect(await log.findByText("running")).toBeVisible();
    await expect(room.closest("li")).toHaveAttribute("aria-busy", "true");
  },
};

export const RightToLeft: Story = {
  globals: { widgetDirection: "rtl" },
  render: () => (
    <Bench
      widget={{
        type: "ListView",
        children: ["ליסבון", "פורטו"].map((city) => ({
          type: "ListViewItem" as const,
          onClickAction: { type: "room.choose", payload: { city } },
          children: [
            { type: "Text" as const, value: city, size: "sm" as const },
            { type: "Spacer" as const },
            { type: "Caption" as const, value: "118 € ללילה" },
          ],
        })),
      }}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: /^ליסבון/ }));
    await expect(await canvas.findByText("running")).toBeVisible();
  },
};

/** Not now: the handler refuses, and the widget says so for a moment. */
export const Refused: Story = {
  render: () => (
    <Bench
      server={() => {
        const error = new Error("A reply streams.");
        throw Object.assign(error, { reason: "refused" });
      }}
      widget={{
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Order 4711", size: "sm" },
          { type: "Text", value: "Arrives on Tuesday, total €101.40." },
          {
            type: "Button",
            label: "Show details",
            onClickAction: { type: "order.show" },
          },
          { type: "Text", value: "Shipped from Porto.", size: "sm" },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Show details" });
    await userEvent.click(button);
    await waitFor(() =>
      expect(canvas.getByRole("status")).toHaveTextContent(/in a moment/),
    );
    await expect(button).toHaveFocus();
  },
};

/** Fails the first time and works at the second: what was typed is still there. */
export const FailingServer: Story = { render: () => <Failing /> };
FailingServer.play = async ({ canvas }) => {
  const log = within(canvas.getByRole("log"));
  const name = canvas.getByRole("textbox", { name: "Name" });
  await userEvent.type(name, "Ada");
  await userEvent.click(canvas.getByRole("button", { name: "Reserve" }));
  await expect(await canvas.findByRole("alert")).toBeVisible();
  await expect(await log.findByText("failed")).toBeVisible();
  await expect(name).toHaveValue("Ada");
  await userEvent.click(canvas.getByRole("button", { name: "Reserve" }));
  await expect(await log.findByText("done")).toBeVisible();
  await expect(canvas.queryByRole("alert")).toBeNull();
  await expect(log.getAllByText(/"name": "Ada"/)).toHaveLength(2);
};

function Failing() {
  const [error, setError] = useState<string>();
  const attempts = useRef(0);
  return (
    <Bench
      server={async () => {
        setError(undefined);
        attempts.current += 1;
        await wait(400);
        if (attempts.current === 1) throw new Error("No connection.");
      }}
      onError={({ code }) => {
        if (code === "action") {
          setError("That did not work. Nothing is lost: please try again.");
        }
      }}
      widget={{
        type: "Card",
        size: "sm",
        asForm: true,
        confirm: { label: "Reserve", action: { type: "table.reserve" } },
        children: [
          { type: "Title", value: "A table for two", size: "sm" },
          { type: "Label", value: "Name", fieldName: "name" },
          { type: "Input", name: "name", required: true },
        ],
      }}
    >
      {error && (
        <p className="bench-alert" role="alert">
          {error}
        </p>
      )}
    </Bench>
  );
}

/** The widget changes at once, and back when the server refuses. */
export const Optimistic: Story = { render: () => <Optimist /> };
Optimistic.play = async ({ canvas }) => {
  const log = within(canvas.getByRole("log"));
  const add = () => canvas.getByRole("button", { name: "Add to favourites" });
  await userEvent.click(add());
  await expect(canvas.getByText("In your favourites")).toBeVisible();
  await userEvent.click(log.getByRole("button", { name: "Fail" }));
  await expect(await canvas.findByText("Not in your favourites")).toBeVisible();
  await userEvent.click(add());
  await userEvent.click(log.getByRole("button", { name: "Succeed" }));
  await waitFor(() => expect(log.getByText("done")).toBeVisible());
  await expect(canvas.getByText("In your favourites")).toBeVisible();
};

function Optimist() {
  const [liked, setLiked] = useState(false);
  const action: ActionConfig = {
    type: "album.like",
    payload: { liked: !liked },
    loadingBehavior: "none",
  };
  const widget: WidgetNode = {
    type: "Card",
    size: "sm",
    children: {
      type: "Row",
      children: [
        {
          type: "Col",
          flex: 1,
          children: [
            { type: "Text", value: "Kind of Blue", weight: "medium" },
            {
              type: "Caption",
              value: `${liked ? "In" : "Not in"} your favourites`,
            },
          ],
        },
        {
          type: "Button",
          key: "like",
          label: liked ? "Remove" : "Add to favourites",
          iconStart: liked ? "star-filled" : "star",
          style: "secondary",
          size: "md",
          onClickAction: action,
        },
      ],
    },
  };
  return (
    <Bench
      widget={widget}
      server={async (_, __, ___, decide) => {
        setLiked(!liked);
        try {
          await decide();
        } catch (error) {
          setLiked(liked);
          throw error;
        }
      }}
    />
  );
}

/** History: everything shows its value, nothing acts. */
export const ReadOnly: Story = {
  render: () => <Bench interactive={false} widget={rooms} />,
};
