import type { Meta } from "@storybook/react-vite";
import { expect, userEvent } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { picture } from "../picture.js";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

export default {
  title: "Nodes/ListView",
  ...nodeMeta("ListView"),
} satisfies Meta<Args<"ListView">>;

const albums: readonly (readonly [string, string, string])[] = [
  ["Northern Lines", "Ada Fjord", "41 min"],
  ["Paper Boats", "The Quiet Hours", "36 min"],
  ["Kilometre Zero", "Marta Reyes", "52 min"],
  ["Salt & Cedar", "Low Harbour", "44 min"],
  ["Nine Small Rooms", "Ines Okafor", "29 min"],
  ["Afterglow", "Sunday Static", "48 min"],
  ["The Long Field", "Ada Fjord", "57 min"],
  ["Tin Roof", "Low Harbour", "33 min"],
  ["Orbit Songs", "Marta Reyes", "40 min"],
];

function album(
  [title, artist, time]: readonly [string, string, string],
  i: number,
): WidgetNode<"ListViewItem"> {
  return {
    type: "ListViewItem",
    key: title,
    onClickAction: { type: "album.open", payload: { title } },
    children: [
      { type: "Image", src: picture(i * 40, 80, 80) },
      {
        type: "Col",
        flex: 1,
        children: [
          { type: "Text", value: title, size: "sm", weight: "medium" },
          { type: "Caption", value: artist },
        ],
      },
      { type: "Caption", value: time },
    ],
  };
}

/** Six rows, and the rest behind a button. */
export const Default: Story<"ListView"> = {
  args: {
    status: { text: "Albums for a long drive", icon: "play" },
    children: albums.map(album),
  },
};

/** "Show more" without a pointer: the focus goes on to the first new row. */
export const ByKeyboard: Story<"ListView"> = {
  args: { limit: 3, children: albums.map(album) },
  play: async ({ canvas }) => {
    const more = canvas.getByRole("button", { name: "Show more" });
    for (let i = 0; i < 4; i++) await userEvent.tab();
    await expect(more).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(more).not.toBeInTheDocument();
    await expect(canvas.getAllByRole("listitem")).toHaveLength(albums.length);
    const next = canvas.getByRole("button", { name: /Salt & Cedar/ });
    await expect(next).toHaveFocus();
    await userEvent.keyboard(" ");
    await expect(sendAction).toHaveBeenCalledWith(
      { type: "album.open", payload: { title: "Salt & Cedar" } },
      { node: "/children/3" },
    );
  },
};

/** Rows that do nothing, a heading among them, and a node that is no row. */
export const Plain: Story<"ListView"> = {
  args: {
    children: [
      {
        type: "ListViewItem",
        children: [{ type: "Text", value: "Today", weight: "semibold" }],
      },
      ...albums.slice(0, 2).map((one, i) => ({
        ...album(one, i),
        onClickAction: null,
      })),
      { type: "Text", value: "Updated a minute ago", size: "sm" },
    ],
  },
};

/** One row alone is never hidden: seven are shown in full. */
export const Seven: Story<"ListView"> = {
  args: { children: albums.slice(0, 7).map(album) },
};

export const Empty: Story<"ListView"> = {
  args: { status: { text: "No albums yet", icon: "info" }, children: [] },
};

export const Themes: Story<"ListView"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      align: "start",
      wrap: "wrap",
      children: (["light", "dark"] as const).map((theme) => ({
        type: "Box" as const,
        flex: "1 1 280px",
        children: {
          type: "ListView" as const,
          theme,
          limit: 2,
          children: albums.slice(0, 4).map(album),
        },
      })),
    }),
};

export const InCard: Story<"ListView"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        { type: "Title", value: "Recently played" },
        { type: "ListView", limit: 2, children: albums.slice(0, 5).map(album) },
      ],
    }),
};

/** Read-only history: rows are no buttons, the list opens all the same. */
export const ReadOnly: Story<"ListView"> = {
  render: () =>
    renderWidget(
      { type: "ListView", limit: 2, children: albums.slice(0, 4).map(album) },
      { interactive: false },
    ),
};

export const Narrow: Story<"ListView"> = {
  args: {
    children: [
      album(
        [
          "A title that is far too long for one line of a phone",
          "An orchestra with a long name, live at the harbour",
          "1 h 24 min",
        ],
        0,
      ),
      ...albums.slice(0, 2).map(album),
    ],
  },
  decorators: [
    (List) => (
      <div style={{ maxWidth: 320 }}>
        <List />
      </div>
    ),
  ],
};

/** Many rows: the browser lays out those in sight. */
export const Long: Story<"ListView"> = {
  args: {
    limit: 200,
    children: Array.from({ length: 150 }, (_, i) => ({
      type: "ListViewItem" as const,
      key: String(i),
      onClickAction: { type: "open", payload: { i } },
      children: [{ type: "Text" as const, value: `Row ${i + 1}` }],
    })),
  },
};
