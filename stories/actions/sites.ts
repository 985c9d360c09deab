import type { ActionConfig, WidgetNode } from "../../src/index.js";

const options = [
  { value: "low", label: "Low" },
  { value: "high", label: "High" },
];

/** Everything that can start an action, with a widget that has just that. */
export const sites = {
  Button: (action) => ({
    type: "Button",
    label: "Approve",
    onClickAction: action,
  }),
  ListViewItem: (action) => ({
    type: "ListView",
    children: ["Lisbon", "Porto"].map((city) => ({
      type: "ListViewItem",
      onClickAction: { ...action, payload: { city } },
      children: [{ type: "Text", value: city, size: "sm" }],
    })),
  }),
  Form: (action) => ({
    type: "Form",
    onSubmitAction: action,
    children: [
      { type: "Input", name: "email", defaultValue: "ada@example.com" },
      { type: "Button", label: "Subscribe", submit: true },
    ],
  }),
  "Card confirm": (action) => ({
    type: "Card",
    confirm: { label: "Book", action },
    cancel: { label: "Not now", action: { type: "dismiss" } },
    children: [{ type: "Text", value: "Harbour House, 2 nights" }],
  }),
  "Card cancel": (action) => ({
    type: "Card",
    confirm: { label: "Book", action: { type: "book" } },
    cancel: { label: "Not now", action },
    children: [{ type: "Text", value: "Harbour House, 2 nights" }],
  }),
  Select: (action) => ({
    type: "Select",
    name: "priority",
    defaultValue: "low",
    options,
    onChangeAction: action,
  }),
  DatePicker: (action) => ({
    type: "DatePicker",
    name: "due",
    defaultValue: "2026-11-12",
    onChangeAction: action,
  }),
  Checkbox: (action) => ({
    type: "Checkbox",
    name: "news",
    label: "Send me news",
    onChangeAction: action,
  }),
  RadioGroup: (action) => ({
    type: "RadioGroup",
    name: "priority",
    ariaLabel: "Priority",
    defaultValue: "low",
    options,
    onChangeAction: action,
  }),
} satisfies Record<string, (action: ActionConfig) => WidgetNode>;

export type Site = keyof typeof sites;

export const siteNames = Object.keys(sites) as Site[];

export const behaviours = ["auto", "self", "container", "none"] as const;

/** What `auto` means at each site. */
export const usual: Record<Site, string> = {
  Button: "self",
  ListViewItem: "self",
  Form: "container",
  "Card confirm": "container",
  "Card cancel": "container",
  Select: "none",
  DatePicker: "none",
  Checkbox: "none",
  RadioGroup: "none",
};
