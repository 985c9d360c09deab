import type { Meta } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor } from "storybook/test";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/DatePicker",
  ...nodeMeta("DatePicker"),
} satisfies Meta<Args<"DatePicker">>;

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
const defaultValue = "2026-11-12";

/** Waits for the opened calendar and lets its motion end. */
async function settled() {
  const popup = await screen.findByRole("dialog");
  for (const animation of popup.getAnimations()) animation.finish();
  return popup;
}

const tall = [
  (Story: () => React.ReactNode) => (
    <div style={{ minHeight: 330, textAlign: "center" }}>
      <div style={{ display: "inline-block" }}>{Story()}</div>
    </div>
  ),
];

export const Default: Story<"DatePicker"> = {
  args: { name: "due", defaultValue },
};

/** Every size and variant; a pill that can be emptied, a placeholder. */
export const Matrix: Story<"DatePicker"> = {
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
            type: "DatePicker" as const,
            name: `${size} ${variant}`,
            defaultValue,
            size,
            variant,
          })),
          {
            type: "DatePicker",
            name: `${size} pill`,
            defaultValue,
            size,
            pill: true,
            clearable: true,
          },
          { type: "DatePicker", name: `${size} empty`, size },
        ],
      })),
    }),
};

export const Disabled: Story<"DatePicker"> = {
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
            type: "DatePicker",
            name: `${variant} value`,
            defaultValue,
            variant,
            disabled: true,
            clearable: true,
          },
          {
            type: "DatePicker",
            name: `${variant} empty`,
            variant,
            disabled: true,
          },
        ],
      })),
    }),
};

export const ReadOnly: Story<"DatePicker"> = {
  render: () =>
    renderWidget(
      {
        type: "Row",
        wrap: "wrap",
        children: variants.map((variant) => ({
          type: "DatePicker" as const,
          name: variant,
          defaultValue,
          variant,
          clearable: true,
        })),
      },
      { interactive: false },
    ),
};

/** Opened, moved in and picked from by keyboard alone; the calendar stays open. */
export const Open: Story<"DatePicker"> = {
  args: { name: "due", defaultValue },
  decorators: tall,
  play: async ({ canvas }) => {
    // The field is another element once its code has come.
    const field = (name: string) => canvas.getByRole("button", { name });
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() =>
      expect(
        screen.getByRole("button", { name: "Thursday, November 12, 2026" }),
      ).toHaveFocus(),
    );
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    await expect(
      screen.getByRole("button", { name: "Friday, November 20, 2026" }),
    ).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(field("Nov 20, 2026")).toHaveFocus());
    await userEvent.keyboard("{ArrowDown}");
    await settled();
  },
};

/** Dates before the 6th and after the 24th cannot be picked. */
export const MinAndMax: Story<"DatePicker"> = {
  args: { name: "due", defaultValue, min: "2026-11-06", max: "2026-11-24" },
  decorators: tall,
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled();
    await expect(
      screen.getByRole("button", { name: "Thursday, November 5, 2026" }),
    ).toBeDisabled();
    await expect(
      screen.getByRole("button", { name: "Next month" }),
    ).toHaveAttribute("aria-disabled", "true");
    await waitFor(() =>
      expect(
        screen.getByRole("button", { name: "Thursday, November 12, 2026" }),
      ).toHaveFocus(),
    );
    await userEvent.keyboard("{ArrowUp}{ArrowRight}");
    await expect(
      screen.getByRole("button", { name: "Friday, November 13, 2026" }),
    ).toHaveFocus();
  },
};

/** The button empties the field, and so does Backspace. */
export const Clearable: Story<"DatePicker"> = {
  args: { name: "due", defaultValue, clearable: true, placeholder: "Due date" },
  play: async ({ canvas }) => {
    const clear = await canvas.findByRole("button", { name: /^Clear/ });
    const field = canvas.getByRole("button", { name: "Nov 12, 2026" });
    await canvas.findByRole("button", { name: /^Clear/ });
    await userEvent.tab();
    await userEvent.tab();
    await expect(clear).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(field).toHaveFocus();
    await expect(field).toHaveTextContent("Due date");
  },
};

/** In a Card that is dark on any page, as wide as the Card. */
export const DarkCard: Story<"DatePicker"> = {
  render: () =>
    renderWidget({
      type: "Card",
      theme: "dark",
      size: "sm",
      children: [
        { type: "Label", value: "Due", fieldName: "due" },
        {
          type: "DatePicker",
          name: "due",
          defaultValue,
          block: true,
          clearable: true,
        },
      ],
    }),
  decorators: [
    (Widget) => (
      <div style={{ minHeight: 360 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    const calendar = await settled();
    await expect(getComputedStyle(calendar).colorScheme).toBe("dark");
  },
};

/** Arabic: from right to left, weeks from Saturday, its own digits. */
export const RightToLeft: Story<"DatePicker"> = {
  render: () =>
    renderWidget(
      {
        type: "DatePicker",
        name: "due",
        defaultValue,
        clearable: true,
      },
      {
        locale: "ar-EG",
        labels: {
          clear: "مسح",
          previousMonth: "الشهر السابق",
          nextMonth: "الشهر التالي",
        },
      },
    ),
  decorators: [
    (Widget) => (
      <div dir="rtl" lang="ar" style={{ minHeight: 330 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled();
  },
};

/** Month, weekdays and the first day of the week as they are in Polish. */
export const OtherLanguage: Story<"DatePicker"> = {
  render: () =>
    renderWidget(
      { type: "DatePicker", name: "due", defaultValue, align: "start" },
      { locale: "pl" },
    ),
  decorators: [
    (Widget) => (
      <div lang="pl" style={{ minHeight: 330 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled();
  },
};

export const Narrow: Story<"DatePicker"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        {
          type: "Row",
          children: [
            { type: "DatePicker", name: "from", defaultValue, block: true },
            {
              type: "DatePicker",
              name: "to",
              placeholder: "Until whenever you like",
              block: true,
            },
          ],
        },
      ],
    }),
  decorators: [
    (Widget) => (
      <div style={{ maxWidth: 320, minHeight: 360 }}>
        <Widget />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await settled();
  },
};
