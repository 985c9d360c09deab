import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { memoryAddress } from "../../playground/address.js";
import { createFolder } from "../../playground/folder.js";
import { Playground } from "../../playground/Playground.js";
import type { FileContent, PlaygroundFiles } from "../../playground/files.js";
import "../../src/styles/index.css";

const item = (name: RegExp | string) => page.getByRole("treeitem", { name });
const tab = (name: RegExp | string) => page.getByRole("tab", { name });

beforeEach(() => page.viewport(1280, 800));
afterEach(() => page.viewport(800, 600));

describe("the panes", () => {
  test.each([
    [390, ["Nodes", "Source", "Preview"]],
    [800, ["Nodes", "Source"]],
    [1280, []],
  ])("at %i px have the tabs %j, and nothing is wider", async (width, tabs) => {
    await page.viewport(width, 800);
    await render(<Playground address={memoryAddress()} />);
    const list = page.getByRole("tablist", { name: "Panes" });
    await expect
      .poll(() =>
        list
          .getByRole("tab")
          .elements()
          .map((one) => one.textContent),
      )
      .toEqual(tabs);
    for (const name of tabs) {
      await tab(name).click();
      await expect
        .element(page.getByRole("tabpanel", { name, exact: true }))
        .toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  test("keep what can be undone while another one is shown", async () => {
    await page.viewport(390, 800);
    await render(<Playground address={memoryAddress()} />);
    await tab("Nodes").click();
    await item("Title Brasa & Sal").click();
    await page.getByRole("button", { name: "Delete Title" }).click();
    await expect.element(item(/Brasa/)).not.toBeInTheDocument();
    await tab("Preview").click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect
      .element(page.getByRole("heading", { name: "Brasa & Sal" }))
      .toBeVisible();
  });
});

/** Files in memory, which another program changes with `change`. */
function memoryFiles(texts: Record<string, string>) {
  const contents = new Map(
    Object.entries(texts).map(([path, text]): [string, FileContent] => [
      path,
      { text, version: "1" },
    ]),
  );
  const listeners = new Set<() => void>();
  const listed = (path: string) => ({
    path,
    version: contents.get(path)!.version,
  });
  const paths = [...contents.keys()];
  const list = () =>
    paths
      .filter((path) => !path.endsWith(".data.json"))
      .map((path) => ({
        ...listed(path),
        kind: path.endsWith(".widget")
          ? ("template" as const)
          : ("widget" as const),
        data: paths.filter((one) => one.endsWith(".data.json")).map(listed),
      }));
  const put = (path: string, text: string) => {
    const version = `${contents.get(path)?.version ?? ""}1`;
    contents.set(path, { text, version });
  };
  const files: PlaygroundFiles = {
    list: () => Promise.resolve(list()),
    read: (path) => Promise.resolve(contents.get(path)!),
    write(path, text, version) {
      const isWritten = contents.get(path)?.version === version;
      if (isWritten) put(path, text);
      return Promise.resolve({ isWritten, content: contents.get(path) });
    },
    subscribe(onList) {
      const listener = () => onList(list());
      listeners.add(listener);
      listener();
      return () => void listeners.delete(listener);
    },
  };
  return {
    files,
    textOf: (path: string) => contents.get(path)?.text,
    change(path: string, text: string) {
      put(path, text);
      for (const listener of listeners) listener();
    },
  };
}

describe("with files", () => {
  const json =
    '{\r\n  "type": "Card",\r\n  "children": [{"type": "Title", "value": "Room 7"}]\r\n}\r\n';

  test("what the tree, the properties and undo change is written, and no other part of the file", async () => {
    const { files, textOf } = memoryFiles({ "a.widget.json": json });
    const folder = createFolder(files);
    await render(<Playground folder={folder} />);
    const stop = folder.start();
    await item("Title Room 7").click();
    const size = page.getByRole("combobox", { name: "size" });
    await size.selectOptions("xl");
    await expect
      .poll(() => textOf("a.widget.json"))
      .toBe(json.replace('"Room 7"', '"Room 7", "size": "xl"'));
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => textOf("a.widget.json")).toBe(json);
    stop();
  });

  test("a change on disk is shown, and can be undone", async () => {
    const { files, change } = memoryFiles({ "a.widget.json": json });
    const folder = createFolder(files);
    await render(<Playground folder={folder} />);
    const stop = folder.start();
    await item("Title Room 7").click();
    change("a.widget.json", json.replace("Room 7", "Room 8"));
    await expect.element(item("Title Room 8")).toBeVisible();
    await expect
      .element(item("Title Room 8"))
      .toHaveAttribute("aria-selected", "true");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.element(item("Title Room 7")).toBeVisible();
    stop();
  });

  test("a template has a tab for each data file, and what is typed is written into the one that is open", async () => {
    const { files, textOf } = memoryFiles({
      "greeting.widget": JSON.stringify({
        version: "1.0",
        name: "Greeting",
        template: '{"type": "Title", "value": {{ name | tojson }}}',
      }),
      "greeting.a b.data.json": '{"name": "Ada"}',
      "greeting.long.data.json": '{"name": "Grace"}',
    });
    const folder = createFolder(files);
    await render(<Playground folder={folder} />);
    const stop = folder.start();
    await tab("long").click();
    await expect
      .element(page.getByRole("heading", { name: "Grace" }))
      .toBeVisible();
    await tab("a b").click();
    await expect
      .element(page.getByRole("heading", { name: "Ada" }))
      .toBeVisible();
    await page.getByRole("textbox", { name: "Data" }).click();
    await userEvent.keyboard("{Control>}{End}{/Control}{ArrowLeft} ");
    await expect
      .poll(() => textOf("greeting.a b.data.json"))
      .toBe('{"name": "Ada" }');
    expect(textOf("greeting.long.data.json")).toBe('{"name": "Grace"}');
    stop();
  });
});
