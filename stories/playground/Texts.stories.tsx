import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { memoryAddress } from "../../playground/address.js";
import { Playground } from "../../playground/Playground.js";
import { decode } from "../../playground/share.js";
import { openPane, previewOf, write } from "./steps.js";

export default {
  title: "Playground",
  component: Playground,
  tags: ["!autodocs", "!dev"],
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof Playground>;

type Story = StoryObj<typeof Playground>;

const address = memoryAddress();

/** Broken JSON, mended JSON, faults of the widget, an action, an example. */
export const Editing: Story = {
  args: { address },
  play: async ({ canvas }) => {
    const preview = await previewOf(canvas);
    const problems = canvas.getByRole("tab", { name: /^Problems/ });
    const title = preview.getByRole("heading").textContent;

    await write(
      canvas,
      "Widget JSON",
      '{\n  "type": "Card",\n  "children": [}',
    );
    await openPane(canvas, "Preview");
    await expect(problems).toHaveAccessibleName("Problems 1");
    await expect(canvas.getByText("not-json")).toBeVisible();
    await expect(preview.getByRole("heading")).toHaveTextContent(title);
    await userEvent.click(
      canvas.getByRole("button", { name: "line 3, column 16" }),
    );
    await expect(
      canvas.getByRole("textbox", { name: "Widget JSON" }),
    ).toHaveFocus();

    await write(
      canvas,
      "Widget JSON",
      JSON.stringify({
        type: "Card",
        children: [
          { type: "Title", value: "Mended" },
          { type: "Titel", value: "Not known" },
          { type: "Button", label: "Go", onClickAction: { type: "go" } },
        ],
      }),
    );
    await openPane(canvas, "Preview");
    await expect(preview.getByRole("heading")).toHaveTextContent("Mended");
    await expect(await canvas.findByText("unknown-node")).toBeVisible();
    await expect(canvas.getByText("/children/1/type")).toBeVisible();

    await userEvent.click(preview.getByRole("button", { name: "Go" }));
    const log = within(await canvas.findByRole("log", { name: "Actions" }));
    await expect(log.getByText("go")).toBeVisible();
    await expect(log.getByText("/children/2")).toBeVisible();

    await userEvent.selectOptions(
      canvas.getByRole("combobox", { name: "Example" }),
      "widgets/product-card",
    );
    await expect(preview.queryByText("Mended")).toBeNull();
    await userEvent.click(canvas.getByRole("radio", { name: "RTL" }));
    await waitFor(async () => {
      const shared = await decode(address.read());
      await expect(shared.dir).toBe("rtl");
      await expect(shared.json).not.toContain("Mended");
    });
  },
};

/** A `.widget` file: its template and the data for it. */
export const Template: Story = {
  args: { address: memoryAddress() },
  play: async ({ canvas }) => {
    await openPane(canvas, "Source");
    await userEvent.click(
      canvas.getByRole("tab", { name: ".widget template" }),
    );
    await write(
      canvas,
      "Template",
      '{"type": "Card", "children": [\n  {"type": "Title", "value": {{ name | tojson }}}\n]}',
    );
    await userEvent.click(canvas.getByRole("tab", { name: "Schema" }));
    await write(canvas, "Schema", '{"required": ["name"]}');
    const preview = await previewOf(canvas);
    await expect(canvas.getByText("invalid-data")).toBeVisible();

    await openPane(canvas, "Source");
    await userEvent.click(canvas.getByRole("tab", { name: "Data" }));
    await write(canvas, "Data", '{"name": "Ada"}');
    await openPane(canvas, "Preview");
    await expect(preview.getByRole("heading")).toHaveTextContent("Ada");

    await write(canvas, "Template", "{{ nobody }}");
    await openPane(canvas, "Preview");
    await expect(canvas.getByText("undefined-variable")).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: /^template, line 1/ }),
    ).toBeVisible();
    await expect(preview.getByRole("heading")).toHaveTextContent("Ada");
  },
};
