import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect } from "storybook/test";
import type { ColorScheme } from "../src/context/theme.js";
import type { Theme, ThemeOption, WidgetNode } from "../src/index.js";
import { schemeOf } from "../.storybook/scheme.js";
import { renderWidget } from "./story.js";
import "./theming.css";

interface Knobs {
  /** @default the scheme of the page */
  colorScheme?: ColorScheme;
  radius: NonNullable<ThemeOption["radius"]>;
  density: NonNullable<ThemeOption["density"]>;
  baseSize: 14 | 15 | 16 | 17 | 18;
  accent: string;
  accentLevel: number;
  hue: number;
  tint: number;
  shade: number;
}

/** ChatKit's `ThemeOption`, CSS variables, colours of the host, forced schemes. */
export default {
  title: "Theming",
  argTypes: {
    colorScheme: { control: "inline-radio", options: ["light", "dark"] },
    radius: {
      control: "inline-radio",
      options: ["pill", "round", "soft", "sharp"],
    },
    density: {
      control: "inline-radio",
      options: ["compact", "normal", "spacious"],
    },
    baseSize: { control: "inline-radio", options: [14, 15, 16, 17, 18] },
    accent: { control: "color" },
    accentLevel: { control: { type: "range", min: 0, max: 3 } },
    hue: { control: { type: "range", min: 0, max: 360 } },
    tint: { control: { type: "range", min: 0, max: 9 } },
    shade: { control: { type: "range", min: -4, max: 4 } },
  },
} satisfies Meta<Knobs>;

type Story = StoryObj<Knobs>;

const sample: WidgetNode = {
  type: "Card",
  size: "sm",
  status: { text: "Northwind Rail", icon: "compass" },
  asForm: true,
  confirm: { label: "Reserve", action: { type: "seat.reserve" } },
  cancel: { label: "Not now", action: { type: "seat.dismiss" } },
  children: [
    {
      type: "Row",
      children: [
        { type: "Title", value: "Seat on the 08:12" },
        { type: "Spacer" },
        { type: "Badge", label: "On time", color: "success" },
      ],
    },
    {
      type: "Markdown",
      value: "To Porto, **2 h 58 min**. [Terms](https://example.com/terms)",
    },
    { type: "Label", value: "Name", fieldName: "name" },
    { type: "Input", name: "name", defaultValue: "Ada Byron" },
    {
      type: "RadioGroup",
      name: "class",
      ariaLabel: "Class",
      defaultValue: "second",
      options: [
        { value: "first", label: "First" },
        { value: "second", label: "Second" },
      ],
    },
    {
      type: "Checkbox",
      name: "quiet",
      label: "Quiet coach",
      defaultChecked: true,
    },
  ],
};

/** Several of the same, each with its name. */
function Gallery({ children }: { children: ReactNode }) {
  return <div className="story-gallery">{children}</div>;
}

function themed(name: string, theme: Theme, className?: string) {
  return (
    <figure key={name} className="story-figure">
      <figcaption>{name}</figcaption>
      {renderWidget(sample, { theme, className })}
    </figure>
  );
}

/** Everything of a `ThemeOption` by controls. */
export const Options: Story = {
  args: {
    radius: "pill",
    density: "normal",
    baseSize: 16,
    accent: "#0f766e",
    accentLevel: 1,
    hue: 200,
    tint: 3,
    shade: 0,
  },
  render: (knobs, { globals }) => {
    const {
      colorScheme = schemeOf(globals),
      radius,
      density,
      baseSize,
    } = knobs;
    const { accent, accentLevel, hue, tint, shade } = knobs;
    return renderWidget(sample, {
      theme: {
        colorScheme,
        radius,
        density,
        typography: { baseSize },
        color: {
          accent: { primary: accent, level: accentLevel },
          grayscale: { hue, tint, shade },
        },
      },
    });
  },
};

/** `"system"` follows the user's setting; without a theme the page decides. */
export const Schemes: Story = {
  render: () => (
    <Gallery>
      {(["light", "dark", "system"] as const).map((theme) => (
        <div
          key={theme}
          className="story-surface"
          style={{ colorScheme: theme === "system" ? "light dark" : theme }}
        >
          {themed(theme, theme)}
        </div>
      ))}
    </Gallery>
  ),
};

/** A widget may force a scheme on itself: one attribute, wherever the widget is. */
export const DarkCardOnAnyPage: Story = {
  render: () =>
    renderWidget({
      type: "Basic",
      children: [
        { type: "Text", value: "The page has its scheme, the card its own." },
        { ...sample, theme: "dark" },
        { ...sample, theme: "light" },
      ],
    }),
  play: async ({ canvas }) => {
    const [dark, light] = canvas.getAllByRole("heading");
    // The first channel of `color(srgb r g b)`, 0 to 1.
    const red = (element: Element) =>
      Number(/srgb ([\d.]+)/.exec(getComputedStyle(element).color)?.[1]);
    await expect(red(dark!)).toBeCloseTo(1);
    await expect(red(light!)).toBeCloseTo(13 / 255);
  },
};

export const Radius: Story = {
  render: (_, { globals }) => (
    <Gallery>
      {(["pill", "round", "soft", "sharp"] as const).map((radius) =>
        themed(radius, { colorScheme: schemeOf(globals), radius }),
      )}
    </Gallery>
  ),
};

export const Density: Story = {
  render: (_, { globals }) => (
    <Gallery>
      {(["compact", "normal", "spacious"] as const).map((density) =>
        themed(density, { colorScheme: schemeOf(globals), density }),
      )}
    </Gallery>
  ),
};

export const BaseSize: Story = {
  render: (_, { globals }) => (
    <Gallery>
      {([14, 16, 18] as const).map((baseSize) =>
        themed(`${baseSize} px`, {
          colorScheme: schemeOf(globals),
          typography: { baseSize },
        }),
      )}
    </Gallery>
  ),
};

/** Of primary buttons, checked controls, links and focus. */
export const Accent: Story = {
  render: (_, { globals }) => (
    <Gallery>
      {[
        ["#0f766e", 0],
        ["#7c3aed", 2],
        ["#facc15", 1],
      ].map(([primary, level]) =>
        themed(`${primary}, level ${level}`, {
          colorScheme: schemeOf(globals),
          color: {
            accent: { primary: String(primary), level: Number(level) },
          },
        }),
      )}
    </Gallery>
  ),
};

export const Grayscale: Story = {
  render: (_, { globals }) => (
    <Gallery>
      {[
        { hue: 220, tint: 6 },
        { hue: 35, tint: 6, shade: 2 },
        { hue: 150, tint: 9, shade: -2 },
      ].map((grayscale) =>
        themed(JSON.stringify(grayscale).replaceAll('"', ""), {
          colorScheme: schemeOf(globals),
          color: { grayscale },
        }),
      )}
    </Gallery>
  ),
};

export const Surface: Story = {
  render: () => (
    <Gallery>
      <div className="story-surface" style={{ colorScheme: "light" }}>
        {themed("paper", {
          color: { surface: { background: "#faf6ec", foreground: "#2a2418" } },
        })}
      </div>
      <div className="story-surface" style={{ colorScheme: "dark" }}>
        {themed("night", {
          colorScheme: "dark",
          color: { surface: { background: "#0e1726", foreground: "#e8eefb" } },
        })}
      </div>
    </Gallery>
  ),
};

/** Colours of the host by name, wherever a widget takes a colour. */
export const HostTokens: Story = {
  render: () =>
    renderWidget(
      {
        type: "Card",
        size: "sm",
        background: "brand-mist",
        border: { size: 1, color: "brand-teal" },
        children: [
          { type: "Title", value: "Your plan", color: "brand-teal" },
          { type: "Text", value: "Renews on December 4." },
          { type: "Icon", name: "star-filled", color: "brand-teal" },
        ],
      },
      {
        tokens: {
          "brand-teal": { light: "#0f766e", dark: "#5eead4" },
          "brand-mist": { light: "#f0fdfa", dark: "#042f2e" },
        },
      },
    ),
};

/** A class of the host that sets a few of the public variables. */
export const Variables: Story = {
  render: () => renderWidget(sample, { className: "story-sunrise" }),
};

/**
 * The colours of OpenAI's own design system, in place of the ones that keep a
 * contrast of 4.5 : 1.
 */
export const ExactColors: Story = {
  parameters: {
    a11y: { config: { rules: [{ id: "color-contrast", enabled: false }] } },
  },
  render: () => (
    <Gallery>
      {[undefined, "wr-exact-colors"].map((className) => (
        <figure key={className ?? ""} className="story-figure">
          <figcaption>{className ?? "as they come"}</figcaption>
          {renderWidget(colors, { className })}
        </figure>
      ))}
    </Gallery>
  ),
};

const colors: WidgetNode = {
  type: "Col",
  gap: 2,
  children: (
    ["info", "discovery", "success", "warning", "danger"] as const
  ).map((color) => ({
    type: "Row",
    children: [
      { type: "Button", label: color, color, size: "sm" },
      { type: "Button", label: color, color, size: "sm", variant: "outline" },
      { type: "Badge", label: color, color },
      { type: "Badge", label: color, color, variant: "solid" },
    ],
  })),
};
