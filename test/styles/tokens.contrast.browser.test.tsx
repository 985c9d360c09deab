import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { contrastOf, faintTexts } from "../helpers/contrast.js";
import { everything, surfaces, themes } from "../helpers/contrastWidgets.js";
import "../../src/styles/index.css";

/** What a pointer, a press and an open popup make of a control's fill and text. */
const states: [string, Record<string, string>][] = [
  ["at rest", {}],
  ["hovered", { "--wr-fill": "var(--wr-fill-hover)" }],
  ["pressed", { "--wr-fill": "var(--wr-fill-active)" }],
];

afterEach(() => {
  document.documentElement.style.colorScheme = "";
});

/** A colour on its way is not the one that stays. */
const STILL =
  "[class^='wr-'], [class^='wr-']::before { transition: none !important; animation: none !important }";

const root = () => document.querySelector<HTMLElement>(".wr-root")!;

/** What opens, and what is said: per scheme, with the words that are looked at. */
const opened: [string, WidgetNode, () => Promise<unknown>, string][] = [
  [
    "a Select's options",
    {
      type: "Select",
      name: "a",
      options: [
        { value: "a", label: "One", description: "The first" },
        { value: "b", label: "Two", description: "The second" },
      ],
      defaultValue: "a",
      searchable: true,
    },
    async () => {
      await userEvent.click(page.getByRole("combobox"));
      await userEvent.keyboard("{ArrowDown}");
    },
    ".wr-Select-description",
  ],
  [
    "a calendar",
    { type: "DatePicker", name: "d", defaultValue: "2026-11-12" },
    () => userEvent.click(page.getByRole("button")),
    ".wr-DatePicker-button",
  ],
  [
    "a field's message",
    {
      type: "Form",
      onSubmitAction: { type: "send" },
      children: [
        { type: "Input", name: "i", required: true },
        { type: "Button", label: "Send", submit: true },
      ],
    },
    () => userEvent.click(page.getByRole("button", { name: "Send" })),
    ".wr-FieldError",
  ],
  [
    "a refusal",
    { type: "Button", label: "Go", onClickAction: { type: "go" } },
    () => userEvent.click(page.getByRole("button", { name: "Go" })),
    ".wr-Refusal-text",
  ],
  [
    "the values of a chart",
    {
      type: "Chart",
      data: [{ x: "May", y: 3 }],
      series: [{ type: "bar", dataKey: "y", label: "Sold" }],
      xAxis: "x",
    },
    async () => {
      await expect.element(page.getByRole("group")).toBeInTheDocument();
      page.getByRole("group").element().focus();
      await userEvent.keyboard("{ArrowRight}");
    },
    ".wr-Chart-tooltip-value",
  ],
];

describe("contrast", () => {
  test.each(themes)("texts of the library are AA in %s", async (_, theme) => {
    await render(
      <div
        style={{
          width: 700,
          background: theme.colorScheme === "dark" ? "#212121" : "#fff",
        }}
      >
        <style>
          {
            "[class^='wr-'], [class^='wr-']::before { transition: none !important }"
          }
        </style>
        <WidgetRenderer theme={theme} locale="en" widget={everything} />
      </div>,
    );
    await vi.waitFor(() => {
      expect(
        document.querySelectorAll(".wr-Chart-tick").length,
      ).toBeGreaterThan(surfaces.length * 3);
      expect(document.querySelectorAll(".wr-Markdown-link")).not.toHaveLength(
        0,
      );
    });
    const faint = states.flatMap(([state, style]) => {
      for (const control of document.querySelectorAll<HTMLElement>(
        ".wr-Button, .wr-Select, .wr-DatePicker",
      )) {
        for (const [name, value] of Object.entries(style)) {
          control.style.setProperty(name, value);
        }
        const { variant } = control.dataset;
        if (state !== "at rest" && /outline|ghost/.test(variant ?? "")) {
          control.style.setProperty(
            "--wr-ink",
            "var(--wr-primary-soft-text, var(--wr-text-primary))",
          );
        }
      }
      return (
        faintTexts(root())
          // A press is over before a placeholder is read.
          .filter((text) => state !== "pressed" || !/Choose|Day/.test(text))
          .map((text) => `${state}: ${text}`)
      );
    });
    expect([...new Set(faint)]).toEqual([]);
  });

  test.each(
    (["light", "dark"] as const).flatMap((scheme) =>
      opened.map((one) => [scheme, ...one] as const),
    ),
  )("in %s %s are AA", async (scheme, _, child, open, selector) => {
    document.documentElement.style.colorScheme = scheme;
    await render(
      <>
        <style>{STILL}</style>
        <WidgetRenderer
          theme={scheme}
          locale="en"
          onError={() => undefined}
          onAction={() =>
            Promise.reject(
              Object.assign(new Error("no"), { reason: "refused" }),
            )
          }
          widget={{ type: "Card", children: child }}
        />
      </>,
    );
    await open();
    await vi.waitFor(() =>
      expect(document.querySelector(selector)).not.toBeNull(),
    );
    expect(faintTexts(document.body)).toEqual([]);
  });

  test("marks of a Checkbox and a radio are seen on every surface", async () => {
    for (const scheme of ["light", "dark"] as const) {
      const { unmount } = await render(
        <WidgetRenderer
          theme={scheme}
          widget={{
            type: "Basic",
            children: surfaces.map((background) => ({
              type: "Box",
              background,
              children: [
                { type: "Checkbox", name: background, label: "Checkbox" },
              ],
            })),
          }}
        />,
      );
      for (const box of document.querySelectorAll(".wr-Checkbox-input")) {
        const { borderTopColor } = getComputedStyle(box);
        expect(contrastOf(box, borderTopColor)).toBeGreaterThan(3);
      }
      await unmount();
    }
  });
});
