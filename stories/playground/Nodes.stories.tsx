import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { Playground } from "../../playground/Playground.js";
import {
  openPane,
  openedWith,
  previewOf,
  textOf,
  type Canvas,
} from "./steps.js";

const json = `{
  "type": "Card",
  "children": [
    { "type": "Title", "value": "Room 7" },
    { "type": "Row", "children": [{ "type": "Badge", "label": "Free" }] },
    { "type": "Input", "name": "city" }
  ]
}`;

/** The nodes of a widget: a tree that shows them on the page and in the text, and changes them. */
export default {
  title: "Playground",
  ...openedWith(json),
} satisfies Meta<typeof Playground>;

type Story = StoryObj<typeof Playground>;

async function treeOf(canvas: Canvas) {
  await canvas.findByRole("heading", { name: "Room 7" });
  await openPane(canvas, "Nodes");
  return within(canvas.getByRole("tree", { name: "Nodes" }));
}

const namesIn = (tree: Canvas) =>
  tree
    .getAllByRole("treeitem")
    .map(({ textContent }: HTMLElement) => textContent);

/** The node whose box the outline has around it. In a narrow window it is behind the tree. */
async function expectOutline(canvasElement: HTMLElement, around: Element) {
  if (around.getClientRects().length === 0) return;
  await waitFor(async () => {
    const outline = canvasElement.querySelector(
      '.pg-outline[data-look="shown"]:not([hidden])',
    )!;
    const [a, b] = [outline, around].map((one) => one.getBoundingClientRect());
    await expect(Math.abs(a!.left - b!.left)).toBeLessThan(1);
    await expect(Math.abs(a!.top - b!.top)).toBeLessThan(1);
    await expect(Math.abs(a!.width - b!.width)).toBeLessThan(1);
  });
}

/** The keys of a tree, and what they show. */
export const Tree: Story = {
  play: async ({ canvas, canvasElement }) => {
    const heading = await canvas.findByRole("heading", { name: "Room 7" });
    const tree = await treeOf(canvas);
    await userEvent.click(tree.getByRole("treeitem", { name: "Card" }));
    await expect(namesIn(tree)).toEqual([
      "Card",
      "TitleRoom 7",
      "Row",
      "BadgeFree",
      "Inputcity",
    ]);

    await userEvent.keyboard("{ArrowDown}");
    await expect(tree.getByRole("treeitem", { name: /^Title/ })).toHaveFocus();
    await expectOutline(canvasElement, heading);
    await expect(canvasElement.querySelector(".pg-shown")).toHaveTextContent(
      '{ "type": "Title", "value": "Room 7" }',
    );

    await userEvent.keyboard("{End}");
    await expect(tree.getByRole("treeitem", { name: /^Input/ })).toHaveFocus();
    await userEvent.keyboard("b");
    const badge = tree.getByRole("treeitem", { name: /^Badge/ });
    await expect(badge).toHaveFocus();
    await expect(badge).toHaveAttribute("aria-level", "3");

    await userEvent.keyboard("{ArrowLeft}");
    const row = tree.getByRole("treeitem", { name: "Row" });
    await expect(row).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect(row).toHaveAttribute("aria-expanded", "false");
    await expect(tree.queryByRole("treeitem", { name: /^Badge/ })).toBeNull();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{Enter}");
    await expect(
      tree.getByRole("treeitem", { name: /^Badge/ }),
    ).toHaveAttribute("aria-selected", "true");
    await expect(
      canvas.getByRole("region", { name: "Properties of Badge" }),
    ).toBeVisible();
    await userEvent.keyboard("{Home}");
    await expect(tree.getByRole("treeitem", { name: "Card" })).toHaveFocus();
  },
};

/** Insert, duplicate, move, delete, all by keys, and undo what was done. */
export const Edits: Story = {
  play: async ({ canvas }) => {
    const tree = await treeOf(canvas);
    await userEvent.click(tree.getByRole("treeitem", { name: /^Title/ }));

    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const dialog = within(
      canvas.getByRole("dialog", { name: "Insert a node" }),
    );
    const search = dialog.getByRole("combobox", { name: "Find a node" });
    await userEvent.type(search, "field text city");
    await expect(dialog.queryByRole("option")).toBeNull();
    await userEvent.clear(search);
    await userEvent.type(search, "input");
    await userEvent.click(dialog.getByRole("radio", { name: "Before Title" }));
    await userEvent.type(search, "{Enter}");
    await expect(namesIn(tree)[1]).toBe("Inputcity-2");
    await expect(canvas.queryByRole("dialog")).toBeNull();
    await expect(
      tree.getByRole("treeitem", { name: "Input city-2" }),
    ).toHaveFocus();
    // The name was taken.
    await expect(textOf(canvas, "Widget JSON")).toContain('"name": "city-2"');

    await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await expect(namesIn(tree).slice(1, 3)).toEqual([
      "TitleRoom 7",
      "Inputcity-2",
    ]);
    await expect(
      tree.getByRole("treeitem", { name: "Input city-2" }),
    ).toHaveFocus();
    await userEvent.keyboard("{Home}{ArrowDown}{Control>}d{/Control}");
    await expect(namesIn(tree).slice(1, 4)).toEqual([
      "TitleRoom 7",
      "TitleRoom 7",
      "Inputcity-2",
    ]);
    await userEvent.keyboard("{Delete}");
    await expect(namesIn(tree)).toHaveLength(6);

    for (let i = 0; i < 4; i++) {
      await userEvent.keyboard("{Control>}z{/Control}");
    }
    await expect(textOf(canvas, "Widget JSON")).toBe(json);
    await expect(canvas.getByRole("button", { name: "Undo" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await userEvent.click(canvas.getByRole("button", { name: "Redo" }));
    await expect(namesIn(tree)[1]).toBe("Inputcity-2");
  },
};

/** The tools above the tree do the same by mouse. */
export const Tools: Story = {
  play: async ({ canvas }) => {
    const tree = await treeOf(canvas);
    await expect(
      canvas.getByRole("button", { name: "Delete Card" }),
    ).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(tree.getByRole("treeitem", { name: "Row" }));
    await userEvent.click(canvas.getByRole("button", { name: "Move Row up" }));
    await expect(namesIn(tree)).toEqual([
      "Card",
      "Row",
      "BadgeFree",
      "TitleRoom 7",
      "Inputcity",
    ]);
    await userEvent.click(
      canvas.getByRole("button", { name: "Insert a node" }),
    );
    await userEvent.click(canvas.getByRole("option", { name: /^Spacer/ }));
    await expect(textOf(canvas, "Widget JSON")).toContain(
      '[{ "type": "Badge", "label": "Free" }, { "type": "Spacer" }]',
    );
    await userEvent.click(
      canvas.getByRole("button", { name: "Delete Spacer" }),
    );
    await expect(namesIn(tree)).not.toContain("Spacer");
  },
};

/** A node of the preview is pointed at, and not pressed. */
export const Inspect: Story = {
  play: async ({ canvas, canvasElement }) => {
    const tree = await treeOf(canvas);
    const item = (name: RegExp) =>
      tree.getByRole("treeitem", { name, hidden: true });
    const preview = await previewOf(canvas);
    const toggle = canvas.getByRole("button", { name: "Inspect the preview" });
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    const field = preview.getByRole("textbox");
    await userEvent.hover(field);
    await expect(item(/^Input/)).toHaveAttribute("data-shown");
    await expectOutline(canvasElement, field.closest("[data-node-id]")!);
    await userEvent.click(field);
    await expect(field).not.toHaveFocus();
    await expect(item(/^Input/)).toHaveAttribute("aria-selected", "true");
    await userEvent.click(toggle);
    await userEvent.type(field, "Lisbon");
    await expect(field).toHaveValue("Lisbon");
    // An edit of another node keeps what was typed.
    await openPane(canvas, "Nodes");
    await userEvent.click(item(/^Title/));
    await userEvent.keyboard("{Delete}");
    await openPane(canvas, "Preview");
    await expect(preview.getByRole("textbox")).toHaveValue("Lisbon");
  },
};
