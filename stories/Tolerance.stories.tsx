import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect, fn } from "storybook/test";
import {
  Badge,
  Card,
  Row,
  Text,
  Title,
  WidgetProvider,
  type WidgetError,
  type WidgetNode,
} from "../src/index.js";
import { renderWidget } from "./story.js";
import "./theming.css";

/** What comes from a model or an older server is rendered as far as it can be. */
export default { title: "Tolerance" } satisfies Meta;

type Story = StoryObj;

const onError = fn().mockName("onError");

function report({ code, path, message }: WidgetError) {
  onError(code, { path, message });
}

/** JSON that the types refuse. */
const untyped = (json: unknown) => json as WidgetNode;

/** Its children are rendered instead, and `onError` is called. */
export const UnknownNode: Story = {
  render: () =>
    renderWidget(
      untyped({
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Weekly report" },
          {
            type: "Accordion",
            children: [{ type: "Text", value: "A child of an unknown node." }],
          },
          { type: "Hologram" },
          { type: "Text", value: "What follows is there as well." },
        ],
      }),
      { onError: report },
    ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText("A child of an unknown node.")).toBeVisible();
    await expect(onError).toHaveBeenCalledWith(
      "unknown-node",
      expect.objectContaining({ path: "/children/2" }),
    );
  },
};

function Fragile({ broken }: { broken?: boolean }): ReactNode {
  if (broken) throw new Error("This component is broken.");
  return <div>A component of the host.</div>;
}

/** A node that throws disappears alone; its neighbours stay. */
export const CrashingComponent: Story = {
  // React reports it in development, even if it is caught.
  parameters: { test: { dangerouslyIgnoreUnhandledErrors: true } },
  render: () =>
    renderWidget(
      untyped({
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Before" },
          { type: "Fragile" },
          { type: "Fragile", broken: true },
          { type: "Text", value: "After" },
        ],
      }),
      { components: { Fragile }, onError: report },
    ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText("A component of the host.")).toBeVisible();
    await expect(canvas.getByText("After")).toBeVisible();
    await expect(onError).toHaveBeenCalledWith(
      "render",
      expect.objectContaining({ path: "/children/2" }),
    );
  },
};

/** Beyond its limits a widget ends in a notice. */
export const Limits: Story = {
  render: () =>
    renderWidget(
      {
        type: "Card",
        size: "sm",
        children: Array.from({ length: 200 }, (_, i) => ({
          type: "Text" as const,
          value: `Line ${i + 1}`,
        })),
      },
      { limits: { nodes: 6 }, onError: report },
    ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText("Line 5")).toBeVisible();
    await expect(canvas.queryByText("Line 7")).toBeNull();
    await expect(canvas.getByText(/too large/)).toBeVisible();
  },
};

/** Numbers and booleans as text or in strings, `null` for what is absent. */
export const LooseJson: Story = {
  render: () =>
    renderWidget(
      untyped({
        type: "Card",
        size: "sm",
        background: null,
        confirm: null,
        children: [
          { type: "Title", value: 42, children: null },
          { type: "Text", value: 3.5, size: "enormous" },
          {
            type: "Row",
            gap: "3",
            children: [
              { type: "Badge", label: 7, color: "no-such-colour" },
              { type: "Button", label: 12, disabled: "false" },
              null,
              { type: "Icon", name: "no-such-icon" },
            ],
          },
          { type: "Box", children: { type: "Caption", value: "One child." } },
        ],
      }),
      { onError: report },
    ),
};

interface GaugeProps {
  value: number;
  label: string;
  children?: ReactNode;
}

function Gauge({ value, label, children }: GaugeProps) {
  return (
    <div className="story-gauge">
      <meter min={0} max={100} value={value} aria-label={label} />
      {children}
    </div>
  );
}

/** More node types, another picture for a known name, words in another language. */
export const OwnComponentsAndIcons: Story = {
  render: () => (
    <WidgetProvider
      components={{ Gauge }}
      icons={{ star: Heart, "vendor:heart": Heart }}
      labels={{ expand: "Öffnen" }}
    >
      {renderWidget(
        untyped({
          type: "Card",
          size: "sm",
          children: [
            {
              type: "Gauge",
              value: 72,
              label: "Battery",
              children: [{ type: "Caption", value: "72 %, 3 h left" }],
            },
            {
              type: "Row",
              children: [
                { type: "Icon", name: "star", color: "danger" },
                { type: "Icon", name: "vendor:heart", color: "danger" },
                { type: "Text", value: "Icons of the host" },
              ],
            },
          ],
        }),
      )}
    </WidgetProvider>
  ),
};

function Heart() {
  return (
    <svg width="1em" height="1em" viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="M12 21 3.5 12.6a5.6 5.6 0 0 1 8.5-7.2 5.6 5.6 0 0 1 8.5 7.2z"
      />
    </svg>
  );
}

/** A widget of the past: it shows its values, and nothing acts. */
export const ReadOnlyHistory: Story = {
  render: () =>
    renderWidget(
      {
        type: "Card",
        size: "sm",
        asForm: true,
        confirm: { label: "Send", action: { type: "rsvp.send" } },
        children: [
          { type: "Title", value: "Dinner on Friday" },
          { type: "Label", value: "Guests", fieldName: "guests" },
          { type: "Input", name: "guests", defaultValue: "4" },
          {
            type: "RadioGroup",
            name: "answer",
            ariaLabel: "Answer",
            defaultValue: "yes",
            options: [
              { value: "yes", label: "We come" },
              { value: "no", label: "We cannot" },
            ],
          },
          {
            type: "Checkbox",
            name: "vegan",
            label: "Vegan",
            defaultChecked: true,
          },
        ],
      },
      { interactive: false },
    ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("textbox", { name: "Guests" })).toHaveValue(
      "4",
    );
    await expect(canvas.getByRole("button", { name: "Send" })).toBeDisabled();
    await expect(canvas.getByRole("checkbox")).toBeChecked();
  },
};

/** The nodes are React components: they can be written without JSON. */
export const WithoutJson: Story = {
  render: () => (
    <Card size="sm">
      <Row>
        <Title value="Written in JSX" />
        <Badge label="React" color="info" />
      </Row>
      <Text value="The same components, the same look." />
    </Card>
  ),
};
