import type { Meta } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor } from "storybook/test";
import type { SelectOption, WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Select",
  ...nodeMeta("Select"),
} satisfies Meta<Args<"Select">>;

const plans: SelectOption[] = [
  {
    value: "starter",
    label: "Starter",
    description: "One person, three projects",
  },
  {
    value: "team",
    label: "Team",
    description: "Up to 20 people, shared projects",
  },
  {
    value: "business",
    label: "Business",
    description: "Single sign-on and an audit log",
  },
  {
    value: "enterprise",
    label: "Enterprise",
    description: "Not available in your region",
    disabled: true,
  },
];

const priorities = ["Low", "Normal", "High", "Urgent"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

const cities =
  "Amsterdam Athens Barcelona Belgrade Berlin Bern Bratislava Brussels Bucharest Budapest Copenhagen Dublin Edinburgh Hamburg Helsinki Istanbul Kraków Lisbon Ljubljana London Luxembourg Lyon Madrid Málaga Milan Munich Naples Oslo Paris Porto Prague Reykjavík Riga Rome Seville Sofia Stockholm Tallinn Vienna Zürich"
    .split(" ")
    .map((label) => ({ value: label.toLowerCase(), label }));

const sizes = [
  "3xs",
  "2xs",
  "xs",
  "sm",
  "md",
  "lg",
  "xl",
  "2xl",
  "3xl",
] as const;
const variants = ["outline", "soft", "ghost", "solid"] as const;

const labelled = (value: string, field: WidgetNode<"Select">): WidgetNode => ({
  type: "Col",
  children: [{ type: "Label", value, fieldName: field.name }, field],
});

/** Waits for an opened popover and lets its motion end. */
async function settled(role: "listbox" | "dialog") {
  const popup = await screen.findByRole(role);
  for (const animation of popup.getAnimations()) animation.finish();
  return popup;
}

export const Default: Story<"Select"> = {
  args: { name: "plan", options: plans, defaultValue: "team" },
};

/** Every size and variant; a pill, a placeholder, a button that empties. */
export const Matrix: Story<"Select"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: sizes.map((size) => ({
        type: "Row",
        gap: 3,
        wrap: "wrap",
        children: [
          ...variants.map((variant) => ({
            type: "Select" as const,
            name: `${size} ${variant}`,
            options: priorities,
            defaultValue: "normal",
            size,
            variant,
          })),
          {
            type: "Select",
            name: `${size} pill`,
            options: priorities,
            defaultValue: "high",
            size,
            pill: true,
          },
          { type: "Select", name: `${size} empty`, options: priorities, size },
          {
            type: "Select",
            name: `${size} clearable`,
            options: priorities,
            defaultValue: "low",
            size,
            clearable: true,
          },
        ],
      })),
    }),
};

/** Each variant: with a value, without one, disabled. */
export const States: Story<"Select"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: variants.map((variant) => ({
        type: "Row",
        gap: 3,
        wrap: "wrap",
        children: [
          {
            type: "Select",
            name: `${variant} value`,
            options: priorities,
            defaultValue: "high",
            variant,
            clearable: true,
          },
          {
            type: "Select",
            name: `${variant} placeholder`,
            options: priorities,
            placeholder: "Priority",
            variant,
          },
          {
            type: "Select",
            name: `${variant} disabled`,
            options: priorities,
            defaultValue: "high",
            variant,
            disabled: true,
          },
          {
            type: "Select",
            name: `${variant} disabled placeholder`,
            options: priorities,
            placeholder: "Priority",
            variant,
            disabled: true,
          },
        ],
      })),
    }),
};

/** Opened, moved in and chosen from by keyboard alone; the list stays open. */
export const Open: Story<"Select"> = {
  args: { name: "plan", options: plans, defaultValue: "starter", block: true },
  decorators: [
    (Select) => (
      <div style={{ maxWidth: 380, minHeight: 280 }}>
        <Select />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    // The field is another element once its code has come.
    const field = () => canvas.getByRole("combobox", { name: "plan" });
    await userEvent.tab();
    await expect(field()).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    await settled("listbox");
    await waitFor(() =>
      expect(screen.getByRole("option", { name: /^Starter/ })).toHaveFocus(),
    );
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(field()).toHaveFocus());
    await expect(field()).toHaveTextContent("Team");
    await userEvent.keyboard("{ArrowDown}");
    await settled("listbox");
    await userEvent.keyboard("{ArrowDown}");
    await expect(
      screen.getByRole("option", { name: /^Business/ }),
    ).toHaveFocus();
  },
};

/** Without a description, beside a button: the list is wider than the field. */
export const Inline: Story<"Select"> = {
  render: () =>
    renderWidget({
      type: "Box",
      minHeight: 220,
      children: [
        {
          type: "Row",
          children: [
            {
              type: "Select",
              name: "priority",
              options: priorities,
              defaultValue: "normal",
            },
            { type: "Button", label: "Apply", size: "md" },
          ],
        },
      ],
    }),
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled("listbox");
  },
};

/** The button empties the field, and so does Delete. */
export const Clearable: Story<"Select"> = {
  args: {
    name: "priority",
    options: priorities,
    defaultValue: "high",
    clearable: true,
    placeholder: "Priority",
  },
  play: async ({ canvas }) => {
    const clear = await canvas.findByRole("button", { name: /^Clear/ });
    const field = canvas.getByRole("combobox", { name: "Priority" });
    await canvas.findByRole("button", { name: /^Clear/ });
    await userEvent.tab();
    await userEvent.tab();
    await expect(clear).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(field).toHaveFocus();
    await expect(field).toHaveTextContent("Priority");
    await userEvent.keyboard("u");
    await expect(field).toHaveTextContent("Urgent");
  },
};

/** More than 15 options are searched, without regard to accents and case. */
export const Searchable: Story<"Select"> = {
  args: { name: "city", options: cities, defaultValue: "lisbon" },
  decorators: [
    (Select) => (
      <div style={{ minHeight: 460 }}>
        <Select />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const field = () => canvas.getByRole("combobox", { name: "city" });
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}");
    const search = await screen.findByRole("combobox", { name: "Search" });
    await waitFor(() => expect(search).toHaveFocus());
    await userEvent.keyboard("malaga{Enter}");
    await waitFor(() => expect(field()).toHaveFocus());
    await expect(field()).toHaveTextContent("Málaga");
    await userEvent.keyboard("{ArrowDown}");
    await settled("dialog");
  },
};

export const NoResults: Story<"Select"> = {
  args: { name: "city", options: cities, placeholder: "City" },
  decorators: [
    (Select) => (
      <div style={{ minHeight: 160 }}>
        <Select />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}");
    await settled("dialog");
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Search" })).toHaveFocus(),
    );
    await userEvent.keyboard("atlantis");
    await expect(screen.getByText("No results")).toBeVisible();
  },
};

const long: SelectOption[] = [
  {
    value: "a",
    label:
      "Express delivery to a neighbour or a parcel shop nearby, with a call before the driver arrives",
    description:
      "Between eight in the morning and noon on working days, and in the larger cities on Saturdays too",
  },
  {
    value: "b",
    label: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(2),
  },
  { value: "c", label: "Pick up" },
];

/** At 320 px: cut in the field, wrapped in the list, inside the page. */
export const LongTextNarrow: Story<"Select"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        labelled("Delivery", {
          type: "Select",
          name: "delivery",
          options: long,
          defaultValue: "a",
          clearable: true,
          block: true,
        }),
        { type: "Select", name: "inline", options: long, defaultValue: "b" },
      ],
    }),
  decorators: [
    (Widget) => (
      <div style={{ maxWidth: 320, minHeight: 340 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled("listbox");
  },
};

/** A Card that is dark on any page: what opens in it is dark as well. */
export const DarkCard: Story<"Select"> = {
  render: () =>
    renderWidget({
      type: "Card",
      theme: "dark",
      size: "sm",
      children: [
        labelled("Plan", {
          type: "Select",
          name: "plan",
          options: plans,
          defaultValue: "team",
          block: true,
        }),
        labelled("City", {
          type: "Select",
          name: "city",
          options: cities,
          placeholder: "Where you work",
          block: true,
        }),
      ],
    }),
  decorators: [
    (Widget) => (
      <div style={{ minHeight: 320 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    const list = await settled("listbox");
    await expect(getComputedStyle(list).colorScheme).toBe("dark");
  },
};

export const RightToLeft: Story<"Select"> = {
  args: {
    name: "plan",
    options: [
      { value: "a", label: "أساسي", description: "لشخص واحد وثلاثة مشاريع" },
      { value: "b", label: "فريق", description: "حتى عشرين شخصًا" },
    ],
    defaultValue: "b",
    clearable: true,
  },
  decorators: [
    (Select) => (
      <div dir="rtl" lang="ar" style={{ minHeight: 180 }}>
        <Select />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}");
    await settled("listbox");
  },
};

export const ReadOnly: Story<"Select"> = {
  render: () =>
    renderWidget(
      {
        type: "Row",
        wrap: "wrap",
        children: variants.map((variant) => ({
          type: "Select" as const,
          name: variant,
          options: priorities,
          defaultValue: "high",
          variant,
          clearable: true,
        })),
      },
      { interactive: false },
    ),
};
