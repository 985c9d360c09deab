import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, userEvent, within } from "storybook/test";
import type { Playground } from "../../playground/Playground.js";
import { openPane, openedWith, textOf, write, type Canvas } from "./steps.js";

const json = `{"type": "Card", "tilt": 3, "children": [
  {"type": "Row",   "gap": 2, "children": [{"type": "Text", "value": "a"}]}
]}`;

/** The properties of the selected node. */
export default {
  title: "Playground",
  ...openedWith(json),
} satisfies Meta<typeof Playground>;

type Story = StoryObj<typeof Playground>;

async function choose(canvas: Canvas, name: RegExp | string, type: string) {
  await openPane(canvas, "Nodes");
  await userEvent.click(await canvas.findByRole("treeitem", { name }));
  return within(canvas.getByRole("region", { name: `Properties of ${type}` }));
}

/** Each kind of property, and what its edit does to the text. */
export const Properties: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText("unknown-prop");
    let panel = await choose(canvas, "Row", "Row");
    await userEvent.selectOptions(
      panel.getByRole("combobox", { name: "justify" }),
      "between",
    );
    await userEvent.click(panel.getByRole("button", { name: "More gap" }));
    await expect(panel.getByText("12 px")).toBeVisible();
    await userEvent.click(
      within(panel.getByRole("group", { name: "background: names" })).getByRole(
        "button",
        { name: "surface-secondary" },
      ),
    );
    await expect(textOf(canvas, "Widget JSON")).toBe(
      json.replace(
        '"gap": 2, "children": [{"type": "Text", "value": "a"}]',
        '"gap": 3, "children": [{"type": "Text", "value": "a"}], "justify": "between", "background": "surface-secondary"',
      ),
    );
    const gap = panel.getByRole("textbox", { name: "gap" });
    await userEvent.click(panel.getByRole("button", { name: "Unset gap" }));
    await expect(gap).toHaveFocus();
    await userEvent.type(gap, "-1");
    await expect(panel.getByRole("alert")).toHaveTextContent(
      "gap is 0 or more.",
    );
    await expect(textOf(canvas, "Widget JSON")).not.toContain("gap");

    panel = await choose(canvas, /^Text/, "Text");
    const value = panel.getByRole("textbox", { name: "value" });
    await userEvent.clear(value);
    await userEvent.type(value, 'say "hi"');
    await userEvent.click(panel.getByRole("switch", { name: "italic" }));
    await expect(textOf(canvas, "Widget JSON")).toContain(
      String.raw`{"type": "Text", "value": "say \"hi\"", "italic": true}`,
    );
    await userEvent.click(value);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect(
      panel.getByRole("switch", { name: "italic" }),
    ).not.toBeChecked();

    panel = await choose(canvas, "Card", "Card");
    await userEvent.click(panel.getByRole("button", { name: "Remove tilt" }));
    await expect(textOf(canvas, "Widget JSON")).not.toContain("tilt");
    await userEvent.click(panel.getByText("confirm"));
    await userEvent.type(
      panel.getAllByRole("textbox", { name: "label" })[0]!,
      "G",
    );
    await expect(textOf(canvas, "Widget JSON")).toContain(
      '"confirm": {"label": "G"}',
    );
  },
};

/** Why the properties of a template, or of a broken text, cannot be changed. */
export const ReadOnly: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText("unknown-prop");
    await openPane(canvas, "Source");
    await userEvent.click(
      canvas.getByRole("tab", { name: ".widget template" }),
    );
    await write(
      canvas,
      "Template",
      '{"type": "Card", "children": [{"type": "Text", "value": {{ name | tojson }}}]}',
    );
    await userEvent.click(canvas.getByRole("tab", { name: "Data" }));
    await write(canvas, "Data", '{"name": "Ada"}');
    let panel = await choose(canvas, /^Text/, "Text");
    await expect(
      panel.getByText(/^A template prints these nodes/),
    ).toBeVisible();
    await expect(panel.getByRole("textbox", { name: "value" })).toHaveAttribute(
      "readonly",
    );
    await expect(
      canvas.getByRole("button", { name: "Insert a node" }),
    ).toHaveAttribute("aria-disabled", "true");
    await openPane(canvas, "Source");
    await fireEvent.focus(
      canvas.getByRole("treeitem", { name: /^Text/, hidden: true }),
    );
    const shown = canvas
      .getByRole("textbox", { name: "Template" })
      .querySelector(".pg-shown");
    await expect(shown).toHaveTextContent('"type": "Text"');

    await write(canvas, "Data", "{");
    panel = await choose(canvas, "Card", "Card");
    await expect(panel.getByText(/^The text is broken/)).toBeVisible();
  },
};
