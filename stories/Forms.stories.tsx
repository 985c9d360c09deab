import type { Meta, StoryObj } from "@storybook/react-vite";
import { useRef, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type {
  WidgetNode,
  WidgetRendererHandle,
  WidgetRoot,
} from "../src/index.js";
import { Bench, wait } from "./actions/Bench.js";
import { Rating } from "./actions/Rating.js";
import { renderWidget } from "./story.js";

/** Forms of every kind; beside most of them is what they send. */
export default {
  title: "Forms",
  parameters: { controls: { disable: true }, actions: { disable: true } },
} satisfies Meta;

type Story = StoryObj;

const countries = [
  { value: "pt", label: "Portugal" },
  { value: "es", label: "Spain" },
  { value: "fr", label: "France" },
];

const shipping = [
  { value: "standard", label: "Standard" },
  { value: "express", label: "Express" },
];

/** A Label above its field, closer to it than to the others. */
const labelled = (value: string, field: WidgetNode, flex?: number | string) =>
  ({
    type: "Col",
    gap: 1.5,
    ...(flex !== undefined && { flex }),
    children: [
      { type: "Label", value, fieldName: (field as { name: string }).name },
      field,
    ],
  }) satisfies WidgetNode;

const checkout: WidgetNode[] = [
  { type: "Title", value: "Delivery", size: "sm" },
  labelled("Email", {
    type: "Input",
    name: "contact.email",
    inputType: "email",
    placeholder: "you@example.com",
    required: true,
  }),
  {
    type: "Row",
    gap: 3,
    align: "start",
    children: [
      labelled(
        "Postcode",
        {
          type: "Input",
          name: "address.postcode",
          placeholder: "1200-192",
          pattern: "\\d{4}-\\d{3}",
          required: true,
        },
        1,
      ),
      labelled(
        "City",
        { type: "Input", name: "address.city", required: true },
        1,
      ),
    ],
  },
  {
    type: "Row",
    gap: 3,
    align: "start",
    children: [
      labelled(
        "Country",
        {
          type: "Select",
          name: "address.country",
          options: countries,
          defaultValue: "pt",
          block: true,
        },
        1,
      ),
      labelled(
        "On",
        {
          type: "DatePicker",
          name: "delivery.date",
          defaultValue: "2026-12-04",
          block: true,
        },
        1,
      ),
    ],
  },
  labelled("Shipping", {
    type: "RadioGroup",
    name: "delivery.speed",
    options: shipping,
    defaultValue: "standard",
    required: true,
  }),
  labelled("Note for the courier", {
    type: "Textarea",
    name: "delivery.note",
    rows: 2,
    autoResize: true,
  }),
  {
    type: "Checkbox",
    name: "terms",
    label: "I agree to the terms of sale",
    required: true,
  },
];

/** Every control; dots in the names nest their values. */
export const Checkout: Story = {
  render: () => (
    <Bench
      server={() => wait(500)}
      widget={{
        type: "Card",
        size: "md",
        children: {
          type: "Form",
          onSubmitAction: {
            type: "checkout.pay",
            payload: { basket: "B-7", delivery: { depot: "Porto" } },
          },
          children: [
            ...checkout,
            { type: "Button", label: "Pay € 42", submit: true, block: true },
          ],
        },
      }}
    />
  ),
  play: async ({ canvas }) => {
    const pay = canvas.getByRole("button", { name: "Pay € 42" });
    const email = canvas.getByRole("textbox", { name: "Email" });
    const log = within(canvas.getByRole("log"));
    await userEvent.click(pay);
    await expect(email).toHaveAttribute("aria-invalid", "true");
    await expect(email).toHaveAccessibleDescription(/./);
    await expect(email).toHaveFocus();
    await expect(log.queryByText("checkout.pay")).toBeNull();

    await userEvent.type(email, "ada@example.com");
    await expect(email).not.toHaveAttribute("aria-invalid");
    await userEvent.type(
      canvas.getByRole("textbox", { name: "Postcode" }),
      "4050-123",
    );
    await userEvent.type(
      canvas.getByRole("textbox", { name: "City" }),
      "Porto",
    );
    await userEvent.click(canvas.getByRole("checkbox"));
    await userEvent.click(pay);
    await expect(await log.findByText("done")).toBeVisible();
    await expect(log.getByText(/"depot": "Porto",\s+"date"/)).toBeVisible();
  },
};

/** A message for every field of a form, as a server would send them. */
const messages = {
  name: "Please tell us your name.",
  note: "Please write a sentence or two, so that we know what to look for.",
  plan: "Please choose a plan.",
  start: "We are closed on that day. Please choose another one.",
  seat: "All window seats are taken.",
  terms: "Please agree to the terms.",
  title: "A title has 60 characters at most.",
  stars: "Please give at least one star.",
};

const everyControl: WidgetNode[] = [
  {
    type: "Text",
    id: "title",
    value: "Untitled report",
    weight: "semibold",
    editable: { name: "title" },
  },
  { type: "Label", value: "Name", fieldName: "name" },
  { type: "Input", name: "name", placeholder: "Ada Lovelace" },
  { type: "Label", value: "Note", fieldName: "note" },
  { type: "Textarea", name: "note", rows: 2 },
  { type: "Label", value: "Plan", fieldName: "plan" },
  {
    type: "Select",
    name: "plan",
    options: [
      { value: "free", label: "Free" },
      { value: "team", label: "Team" },
    ],
  },
  { type: "Label", value: "Start", fieldName: "start" },
  { type: "DatePicker", name: "start", defaultValue: "2026-12-06" },
  { type: "Label", value: "Seat", fieldName: "seat" },
  {
    type: "RadioGroup",
    name: "seat",
    defaultValue: "window",
    options: [
      { value: "window", label: "Window" },
      { value: "aisle", label: "Aisle" },
    ],
  },
  { type: "Label", value: "Stars", fieldName: "stars" },
  { type: "Rating", name: "stars" } as unknown as WidgetNode,
  { type: "Checkbox", name: "terms", label: "I agree to the terms" },
  { type: "Button", label: "Send", submit: true },
];

/** The message of each control is below it, as wide as the control may be. */
export const Messages: Story = {
  render: () =>
    renderWidget(
      {
        type: "Card",
        size: "sm",
        children: {
          type: "Form",
          onSubmitAction: { type: "send" },
          children: everyControl,
        },
      },
      {
        components: { Rating },
        sendAction: () => Promise.reject(withErrors(messages)),
        onError: () => undefined,
      },
    ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Send" }));
    for (const message of Object.values(messages)) {
      await expect(await canvas.findByText(message)).toBeVisible();
    }
    await expect(canvas.getByDisplayValue("Untitled report")).toHaveFocus();
  },
};

/** What a server's rejection has to look like. */
function withErrors(fieldErrors: Record<string, string>) {
  return Object.assign(new Error("The form is not complete."), { fieldErrors });
}

/** In rows a message makes no field wider and moves no field out of line. */
export const MessagesInRows: Story = {
  render: () =>
    renderWidget(
      {
        type: "Card",
        size: "lg",
        children: {
          type: "Form",
          onSubmitAction: { type: "send" },
          children: [
            {
              type: "Row",
              align: "start",
              children: [
                { type: "Input", name: "name", placeholder: "Name" },
                {
                  type: "Select",
                  name: "plan",
                  placeholder: "Plan",
                  options: [{ value: "team", label: "Team" }],
                },
                { type: "Button", label: "Add", size: "md", submit: true },
              ],
            },
            {
              type: "Row",
              align: "start",
              children: [
                { type: "DatePicker", name: "start", block: true },
                {
                  type: "Select",
                  name: "seat",
                  block: true,
                  placeholder: "Seat",
                  options: [{ value: "aisle", label: "Aisle" }],
                },
              ],
            },
            {
              type: "Row",
              align: "start",
              gap: 5,
              wrap: "wrap",
              children: [
                { type: "Checkbox", name: "terms", label: "Terms" },
                {
                  type: "RadioGroup",
                  name: "stars",
                  ariaLabel: "Stars",
                  options: ["1", "2", "3"].map((value) => ({
                    value,
                    label: value,
                  })),
                },
              ],
            },
            {
              type: "Row",
              align: "baseline",
              gap: 3,
              children: [
                {
                  type: "Text",
                  value: "Untitled report",
                  editable: { name: "title" },
                },
                { type: "Input", name: "note", pill: true, variant: "soft" },
              ],
            },
          ],
        },
      },
      {
        sendAction: () => Promise.reject(withErrors(messages)),
        onError: () => undefined,
      },
    ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Add" }));
    await expect(await canvas.findByText(messages.seat)).toBeVisible();
  },
};

/** The first field that the browser refuses, in the browser's own words. */
export const Required: Story = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      asForm: true,
      confirm: { label: "Create", action: { type: "create" } },
      children: [
        { type: "Title", value: "New project", size: "sm" },
        { type: "Label", value: "Name", fieldName: "name" },
        { type: "Input", name: "name", required: true },
        { type: "Label", value: "Visibility", fieldName: "visibility" },
        {
          type: "RadioGroup",
          name: "visibility",
          required: true,
          options: [
            { value: "team", label: "Team" },
            { value: "all", label: "Everyone" },
          ],
        },
      ],
    }),
  play: async ({ canvas }) => {
    const create = canvas.getByRole("button", { name: "Create" });
    const name = canvas.getByRole("textbox", { name: "Name" });
    await userEvent.click(create);
    await expect(name).toHaveFocus();
    await expect(name).toHaveAccessibleDescription(/./);
    await userEvent.type(name, "Atlas");
    await userEvent.click(create);
    await expect(
      canvas.getByRole("radiogroup", { name: "Visibility" }),
    ).toHaveAccessibleDescription(/./);
  },
};

/** A card that is a form: confirm validates, cancel does not. */
export const CardForm: Story = {
  render: () => (
    <Bench
      server={() => wait(500)}
      widget={{
        type: "Card",
        size: "sm",
        asForm: true,
        confirm: {
          label: "Send",
          action: { type: "mail.send", payload: { id: "M-1" } },
        },
        cancel: {
          label: "Discard",
          action: { type: "mail.discard", payload: { id: "M-1" } },
        },
        children: [
          labelled("To", {
            type: "Input",
            name: "mail.to",
            inputType: "email",
            defaultValue: "grace@example.com",
            required: true,
          }),
          labelled("Subject", {
            type: "Input",
            name: "mail.subject",
            required: true,
          }),
          labelled("Text", {
            type: "Textarea",
            name: "mail.text",
            rows: 3,
            defaultValue: "Hello Grace,",
          }),
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    await userEvent.click(canvas.getByRole("button", { name: "Send" }));
    await expect(
      canvas.getByRole("textbox", { name: "Subject" }),
    ).toHaveAttribute("aria-invalid", "true");
    await userEvent.click(canvas.getByRole("button", { name: "Discard" }));
    await expect(await log.findByText("done")).toBeVisible();
    await expect(log.getByText(/"to": "grace@example.com"/)).toBeVisible();
  },
};

/** Texts that are edited where they are. */
export const Profile: Story = {
  render: () => (
    <Bench
      server={() => wait(500)}
      widget={{
        type: "Card",
        size: "sm",
        children: {
          type: "Form",
          onSubmitAction: { type: "profile.save" },
          children: [
            {
              type: "Text",
              value: "Ada Lovelace",
              size: "xl",
              weight: "semibold",
              editable: { name: "profile.name", required: true },
            },
            {
              type: "Text",
              value: "Mathematician, London",
              color: "secondary",
              editable: { name: "profile.headline", placeholder: "Headline" },
            },
            {
              type: "Text",
              value:
                "Wrote the first program for a machine that was never built.",
              minLines: 3,
              size: "sm",
              editable: { name: "profile.about" },
            },
            { type: "Button", label: "Save", submit: true, size: "md" },
          ],
        },
      }}
    />
  ),
};

/** Each change is a separate action, with the value. */
export const Settings: Story = {
  render: () => (
    <Bench
      server={() => wait(600)}
      widget={{
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Notifications", size: "sm" },
          ...["Mentions", "Replies", "Weekly summary"].map((label, i) => ({
            type: "Checkbox" as const,
            name: label.toLowerCase().replace(" ", "-"),
            label,
            defaultChecked: i === 0,
            onChangeAction: {
              type: "notify",
              loadingBehavior: "self" as const,
            },
          })),
          { type: "Divider" },
          {
            type: "Row",
            children: [
              { type: "Label", value: "Language", fieldName: "language" },
              { type: "Spacer" },
              {
                type: "Select",
                name: "language",
                defaultValue: "en",
                options: [
                  { value: "en", label: "English" },
                  { value: "pt", label: "Português" },
                ],
                onChangeAction: { type: "language", loadingBehavior: "self" },
              },
            ],
          },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const replies = canvas.getByRole("checkbox", { name: "Replies" });
    const log = within(canvas.getByRole("log"));
    await userEvent.click(replies);
    await expect(await log.findByText(/"replies": true/)).toBeVisible();
    // What changes while the first change is on its way is sent after it.
    await userEvent.click(replies);
    await expect(await log.findByText(/"replies": false/)).toBeVisible();
    await waitFor(() => expect(log.getAllByText("done")).toHaveLength(2));
  },
};

/** A form in a row of a list. */
export const InList: Story = {
  render: () => (
    <Bench
      server={() => wait(500)}
      widget={{
        type: "ListView",
        status: { text: "Shopping", icon: "check" },
        children: [
          ...["Oat milk", "Lemons"].map((item) => ({
            type: "ListViewItem" as const,
            children: [
              { type: "Checkbox" as const, name: item, label: item },
            ] satisfies WidgetNode[],
          })),
          {
            type: "ListViewItem",
            children: {
              type: "Form",
              direction: "row",
              align: "start",
              flex: 1,
              onSubmitAction: { type: "item.add" },
              children: [
                {
                  type: "Input",
                  name: "item",
                  placeholder: "Something else",
                  required: true,
                },
                { type: "Button", label: "Add", size: "md", submit: true },
              ],
            },
          },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Add" }));
    await expect(
      canvas.getByRole("textbox", { name: "Something else" }),
    ).toHaveAccessibleDescription(/./);
  },
};

/** Two forms of one widget: the names may be the same, each sends its own. */
export const TwoForms: Story = {
  render: () => (
    <Bench
      server={() => wait(500)}
      widget={{
        type: "Card",
        size: "sm",
        children: [
          {
            type: "Form",
            key: "sign-in",
            onSubmitAction: { type: "account.sign_in" },
            children: [
              { type: "Title", value: "Sign in", size: "sm" },
              { type: "Label", value: "Email", fieldName: "email" },
              {
                type: "Input",
                name: "email",
                inputType: "email",
                required: true,
              },
              { type: "Button", label: "Continue", submit: true, size: "md" },
            ],
          },
          { type: "Divider", flush: true },
          {
            type: "Form",
            key: "news",
            onSubmitAction: { type: "news.subscribe" },
            children: [
              { type: "Title", value: "Or just read along", size: "sm" },
              { type: "Label", value: "Email", fieldName: "email" },
              {
                type: "Input",
                name: "email",
                inputType: "email",
                required: true,
              },
              {
                type: "Button",
                label: "Subscribe",
                submit: true,
                size: "md",
                style: "secondary",
              },
            ],
          },
        ],
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    const [, second] = canvas.getAllByRole("textbox", { name: "Email" });
    await userEvent.type(second!, "ada@example.com{Enter}");
    await expect(await log.findByText("news.subscribe")).toBeVisible();
    await expect(await log.findByText("done")).toBeVisible();
    await expect(log.queryByText("account.sign_in")).toBeNull();
  },
};

const feedback: WidgetRoot = {
  type: "Card",
  size: "sm",
  asForm: true,
  confirm: { label: "Send", action: { type: "feedback.send" } },
  children: [
    { type: "Title", value: "How was your stay?", size: "sm" },
    { type: "Label", value: "Stars", fieldName: "stars" },
    {
      type: "Rating",
      name: "stars",
      required: true,
    } as unknown as WidgetNode,
    { type: "Label", value: "Anything to add?", fieldName: "text" },
    { type: "Textarea", name: "text", rows: 3 },
  ],
};

/** A component of the host, whose value is sent like any other. */
export const CustomField: Story = {
  render: () => (
    <Bench components={{ Rating }} server={() => wait(500)} widget={feedback} />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    const send = canvas.getByRole("button", { name: "Send" });
    await userEvent.click(send);
    await expect(
      canvas.getByRole("radiogroup", { name: "Stars" }),
    ).toHaveAccessibleDescription(/./);
    await userEvent.click(canvas.getByRole("radio", { name: "4 of 5" }));
    await userEvent.click(send);
    await expect(await log.findByText(/"stars": 4/)).toBeVisible();
    await expect(await log.findByText("done")).toBeVisible();
  },
};

/** What was typed is saved, and put back into a widget that is rendered again. */
export const Draft: Story = { render: () => <DraftDemo /> };
Draft.play = async ({ canvas }) => {
  const text = () => canvas.getByRole("textbox", { name: "Anything to add?" });
  await expect(text()).toHaveValue("The breakfast!");
  await userEvent.type(text(), " And the view.");
  await userEvent.click(canvas.getByRole("button", { name: "Save draft" }));
  await userEvent.clear(text());
  await userEvent.click(canvas.getByRole("button", { name: "Render again" }));
  await expect(text()).toHaveValue("The breakfast! And the view.");
};

function DraftDemo() {
  const handle = useRef<WidgetRendererHandle>(null);
  const [draft, setDraft] = useState<Record<string, unknown>>({
    stars: 5,
    text: "The breakfast!",
  });
  const [round, setRound] = useState(0);
  return (
    <Bench
      key={round}
      rendererRef={handle}
      components={{ Rating }}
      initialFormValues={draft}
      server={() => wait(500)}
      widget={feedback}
    >
      <div className="bench-tools">
        <button
          type="button"
          className="bench-button"
          onClick={() => setDraft(handle.current?.getFormValues() ?? {})}
        >
          Save draft
        </button>
        <button
          type="button"
          className="bench-button"
          onClick={() => setRound(round + 1)}
        >
          Render again
        </button>
      </div>
    </Bench>
  );
}

const account: WidgetRoot = {
  type: "Card",
  size: "sm",
  asForm: true,
  confirm: { label: "Create account", action: { type: "account.create" } },
  children: [
    labelled("User name", {
      type: "Input",
      name: "user.name",
      defaultValue: "ada",
      required: true,
    }),
    labelled("Password", {
      type: "Input",
      name: "user.password",
      inputType: "password",
      defaultValue: "1815",
      required: true,
    }),
    labelled("Repeat it", {
      type: "Input",
      name: "user.again",
      inputType: "password",
      defaultValue: "1852",
      required: true,
    }),
  ],
};

/** The host's own rules, asked after the browser's. */
export const HostValidation: Story = {
  render: () => (
    <Bench
      widget={account}
      server={() => wait(500)}
      validate={({ user }) => {
        const { password, again } = user as Record<string, string>;
        return password === again
          ? undefined
          : { "user.again": "The two are not the same." };
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole("log"));
    const create = canvas.getByRole("button", { name: "Create account" });
    const again = canvas.getByLabelText("Repeat it");
    await userEvent.click(create);
    await expect(again).toHaveAccessibleDescription(
      "The two are not the same.",
    );
    await userEvent.clear(again);
    await userEvent.type(again, "1815");
    await userEvent.click(create);
    await expect(await log.findByText("done")).toBeVisible();
  },
};

/** What only the server knows: it rejects with `fieldErrors`. */
export const ServerErrors: Story = {
  render: () => (
    <Bench
      widget={account}
      server={async ({ payload }) => {
        await wait(500);
        const { name } = (payload as { user: { name: string } }).user;
        if (name === "ada") {
          throw withErrors({
            "user.name": "This name is taken.",
            "user.password": "Use eight characters or more.",
          });
        }
      }}
    />
  ),
  play: async ({ canvas }) => {
    const name = canvas.getByRole("textbox", { name: "User name" });
    const create = canvas.getByRole("button", { name: "Create account" });
    await userEvent.click(create);
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription("This name is taken."),
    );
    await waitFor(() => expect(name).toHaveFocus());
  },
};

/** History: the values stay readable, nothing acts. */
export const ReadOnly: Story = {
  render: () =>
    renderWidget(
      { type: "Card", size: "md", asForm: true, children: checkout },
      {
        interactive: false,
        initialFormValues: {
          contact: { email: "ada@example.com" },
          address: { postcode: "4050-123", city: "Porto", country: "pt" },
          terms: true,
        },
      },
    ),
};
