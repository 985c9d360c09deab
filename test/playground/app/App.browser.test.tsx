import { EditorView } from "@codemirror/view";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { App, fileInAddress } from "../../../playground/app/App.js";
import { createFolder } from "../../../playground/folder.js";
import type { ListedFile, PlaygroundFiles } from "../../../playground/files.js";
import "../../../src/styles/index.css";

const template = JSON.stringify({
  version: "1.0",
  template:
    '{"type":"Card","children":[{"type":"Title","value":{{ name | tojson }}},{"type":"Button","label":"Wave","onClickAction":{"type":"wave"}}]}',
});

let disk: Record<string, string>;

beforeEach(async () => {
  // Beside the list, the editor and the preview have room together.
  await page.viewport(1280, 800);
  disk = {
    "greeting.widget": template,
    "greeting.data.json": '{"name": "Ada"}',
    "greeting.long.data.json": '{"name": "Grace"}',
    "cards/note.widget.json": '{"type": "Title", "value": "Note"}',
    "broken.widget": '{\n  "version": "1.0",\n  "template":\n}',
  };
});

afterEach(async () => {
  history.replaceState(null, "", location.pathname);
  await page.viewport(800, 600);
});

/** The app with a disk in memory: the version of a text is the text. */
async function open() {
  let push: () => void = () => {};
  const listed = (): ListedFile[] =>
    Object.keys(disk)
      .filter((path) => !path.endsWith(".data.json"))
      .sort()
      .map((path) => ({
        path,
        version: disk[path]!,
        data: Object.keys(disk)
          .filter(
            (name) => path === "greeting.widget" && name.endsWith(".data.json"),
          )
          .map((name) => ({ path: name, version: disk[name]! })),
      }));
  const content = (path: string) => {
    const text = disk[path];
    return text === undefined ? undefined : { text, version: text };
  };
  const files: PlaygroundFiles = {
    list: async () => listed(),
    read: async (path) => content(path)!,
    write: async (path, text, version) => {
      const isWritten = disk[path] === version;
      if (isWritten) disk[path] = text;
      return { isWritten, content: content(path) };
    },
    subscribe: (onList) => {
      push = () => onList(listed());
      push();
      return () => {};
    },
  };
  await render(<App folder={createFolder(files, fileInAddress())} />);
  const list = page.getByRole("navigation", { name: "Files" });
  const preview = page.getByRole("region", { name: "Preview" });
  return {
    list,
    preview,
    async heading(name: string) {
      const heading = preview.getByRole("heading", { name, exact: true });
      await expect.element(heading).toBeVisible();
    },
    follow: (path: string) => list.getByRole("link", { name: path }).click(),
    change(path: string, text: string) {
      disk[path] = text;
      push();
    },
  };
}

/** Replaces the text of an editor. */
async function write(name: string, text: string) {
  const editor = page.getByRole("textbox", { name, exact: true });
  await expect.element(editor).toBeInTheDocument();
  const view = EditorView.findFromDOM(editor.element() as HTMLElement)!;
  view.focus();
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    userEvent: "input.paste",
  });
}

describe("a file", () => {
  test("opens from the list, and the address names it", async () => {
    const { list, heading, follow } = await open();
    await expect.poll(() => list.getByRole("link").length).toBe(3);
    await follow("note.widget.json");
    await heading("Note");
    expect(fileInAddress()).toBe("cards/note.widget.json");
    await expect
      .element(list.getByRole("link", { name: "note.widget.json" }))
      .toHaveAttribute("aria-current", "page");
  });

  test("that the address names opens first", async () => {
    history.replaceState(null, "", "#file=cards%2Fnote.widget.json");
    const { heading } = await open();
    await heading("Note");
  });

  test("that is edited is written as soon as it works", async () => {
    const { follow, heading } = await open();
    await follow("note.widget.json");
    await heading("Note");
    await write("Widget JSON", '{"type": "Title", "value": "New"}');
    await heading("New");
    await expect
      .poll(() => disk["cards/note.widget.json"])
      .toBe('{"type": "Title", "value": "New"}');
    await expect
      .element(page.getByText("Saved", { exact: true }))
      .toBeVisible();
  });

  test("that does not work is written when it is saved, by button or key", async () => {
    const { follow, heading, list } = await open();
    await follow("note.widget.json");
    await heading("Note");
    await write("Widget JSON", '{"type":');
    await expect.element(page.getByText(/^Not saved/)).toBeVisible();
    await expect
      .element(list.getByRole("link", { name: /note.*not saved/ }))
      .toBeVisible();
    expect(disk["cards/note.widget.json"]).toContain("Note");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => disk["cards/note.widget.json"]).toBe('{"type":');
    await write("Widget JSON", "{");
    await expect.element(page.getByText(/^Not saved/)).toBeVisible();
    await userEvent.keyboard("{Control>}s{/Control}");
    await expect.poll(() => disk["cards/note.widget.json"]).toBe("{");
  });

  test("that is broken says where, and is a template once it is mended", async () => {
    const { follow, preview, heading } = await open();
    await follow("greeting.widget");
    await heading("Ada");
    await follow("broken.widget");
    await page.getByRole("button", { name: "line 4, column 1" }).click();
    await expect
      .element(page.getByRole("textbox", { name: ".widget file" }))
      .toHaveFocus();
    // Not the widget of the file before.
    await expect.element(preview.getByRole("heading")).not.toBeInTheDocument();
    await write(".widget file", disk["greeting.widget"]!);
    await page.getByRole("button", { name: "Open as template" }).click();
    await expect
      .element(page.getByRole("textbox", { name: "Template" }))
      .toBeVisible();
  });
});

test("each data file is a tab, and editing writes it", async () => {
  const { follow, heading } = await open();
  await follow("greeting.widget");
  await heading("Ada");
  await page.getByRole("tab", { name: "long" }).click();
  await heading("Grace");
  await write("Data", '{"name": "Linus"}');
  await heading("Linus");
  await expect
    .poll(() => disk["greeting.long.data.json"])
    .toBe('{"name": "Linus"}');
  expect(disk["greeting.widget"]).toBe(template);
});

test("undo does not reach the text of another file", async () => {
  const { follow, heading } = await open();
  await follow("note.widget.json");
  await heading("Note");
  await follow("broken.widget");
  const editor = page.getByRole("textbox", { name: ".widget file" });
  await expect.element(editor).toHaveTextContent("version");
  (editor.element() as HTMLElement).focus();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(editor).toHaveTextContent("version");
  expect(disk["broken.widget"]).toContain("version");
});

describe("what another program writes", () => {
  test("shows, and what was typed in the widget stays", async () => {
    disk["cards/note.widget.json"] = JSON.stringify({
      type: "Card",
      children: [{ type: "Input", name: "a", placeholder: "Name" }],
    });
    const { follow, preview, heading, change } = await open();
    await follow("note.widget.json");
    const field = preview.getByRole("textbox");
    await field.fill("typed");
    change(
      "cards/note.widget.json",
      JSON.stringify({
        type: "Card",
        children: [
          { type: "Title", value: "New" },
          { type: "Input", name: "a", placeholder: "Name" },
        ],
      }),
    );
    await heading("New");
    await expect.element(field).toHaveValue("typed");
  });

  test.for([
    ["Keep mine", "{"],
    ["Take the one on disk", '{"type": "Title", "value": "Theirs"}'],
  ])(
    "does not replace what was typed until the user says: %s",
    async ([choice = "", result]) => {
      const { follow, heading, change } = await open();
      await follow("note.widget.json");
      await heading("Note");
      await write("Widget JSON", "{");
      await expect.element(page.getByText(/^Not saved/)).toBeVisible();
      change("cards/note.widget.json", '{"type": "Title", "value": "Theirs"}');
      await expect
        .element(page.getByRole("alert"))
        .toHaveTextContent("cards/note.widget.json was changed on disk");
      await expect
        .element(page.getByRole("textbox", { name: "Widget JSON" }))
        .toHaveTextContent("{");
      await page.getByRole("button", { name: choice }).click();
      await expect.poll(() => disk["cards/note.widget.json"]).toBe(result);
      await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    },
  );
});

test("actions of the widget are logged", async () => {
  const { follow, preview } = await open();
  await follow("greeting.widget");
  await preview.getByRole("button", { name: "Wave" }).click();
  await expect
    .element(page.getByRole("log", { name: "Actions" }))
    .toHaveTextContent("wave");
});

test("a folder without widgets says what to do", async () => {
  disk = {};
  await open();
  await expect
    .element(page.getByText(/No widget is in this folder/))
    .toBeVisible();
});

test("the page has no fault that axe finds, in any state", async () => {
  const { follow, heading, change } = await open();
  await follow("greeting.widget");
  await heading("Ada");
  expect(await violations()).toEqual([]);
  await follow("note.widget.json");
  await heading("Note");
  await write("Widget JSON", "{");
  change("cards/note.widget.json", "[]");
  await expect.element(page.getByRole("alert")).toBeVisible();
  expect(await violations()).toEqual([]);
});

async function violations() {
  const { violations } = await axe.run(document.body, {
    // Of a page, which the test has around the app.
    rules: {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
