// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  createFolder,
  isUnsaved,
  type OpenedSource,
} from "../../playground/folder.js";
import type { ListedFile, PlaygroundFiles } from "../../playground/files.js";

const template = (value: string) =>
  JSON.stringify({ template: `{"type":"Text","value":"${value}"}` });

let disk: Record<string, string>;
let opened: OpenedSource[];
let failure: Error | undefined;

/** A disk in memory: the version of a text is the text. */
function start(first?: string) {
  let push: () => void = () => {};
  const list = (): ListedFile[] =>
    Object.keys(disk)
      .filter((path) => !path.endsWith(".data.json"))
      .map((path) => ({
        path,
        version: disk[path]!,
        data: Object.keys(disk)
          .filter((name) => name.startsWith(path.replace("widget", "")))
          .filter((name) => name.endsWith(".data.json"))
          .map((name) => ({ path: name, version: disk[name]! })),
      }));
  const content = (path: string) =>
    disk[path] === undefined
      ? undefined
      : { text: disk[path], version: disk[path] };
  const files: PlaygroundFiles = {
    list: async () => list(),
    read: async (path) => {
      const found = content(path);
      if (!found) throw new Error("It is not there.");
      return found;
    },
    write: async (path, text, version) => {
      if (failure) throw failure;
      if (disk[path] !== version) {
        return { isWritten: false, content: content(path) };
      }
      disk[path] = text;
      return { isWritten: true, content: content(path) };
    },
    subscribe: (onList) => {
      push = () => onList(list());
      push();
      return () => {};
    },
  };
  const folder = createFolder(files, first);
  folder.onOpen(
    (one) => opened.push(one),
    (change) => change(),
  );
  folder.start();
  return {
    folder,
    last: () => opened.at(-1)!,
    /** Another program writes a file, or deletes it. */
    async change(path: string, text: string | undefined) {
      if (text === undefined) delete disk[path];
      else disk[path] = text;
      push();
      await settle();
    },
    /** The user types. */
    async type(change: Partial<OpenedSource["source"]>, isWorking = true) {
      folder.edit({ ...opened.at(-1)!.source, ...change }, isWorking);
      await settle();
    },
  };
}

/** Reads and writes end, and so does a pause in typing. */
async function settle() {
  await vi.runAllTimersAsync();
}

beforeEach(() => {
  vi.useFakeTimers();
  disk = {
    "a.widget": template("A"),
    "a.long.data.json": '{"n":1}',
    "b.widget.json": '{"type":"Divider"}',
    "c.widget": '{"template": "',
  };
  opened = [];
  failure = undefined;
  return () => vi.useRealTimers();
});

describe("what is typed", () => {
  test("is written where it works", async () => {
    const { type } = start("b.widget.json");
    await settle();
    await type({ json: '{"type":"Spacer"}' });
    expect(disk["b.widget.json"]).toBe('{"type":"Spacer"}');
  });

  test("is not written where it does not, unless it is saved", async () => {
    const { folder, type } = start("b.widget.json");
    await settle();
    await type({ json: '{"type":' }, false);
    expect(disk["b.widget.json"]).toBe('{"type":"Divider"}');
    expect(isUnsaved(folder.getState().drafts["b.widget.json"])).toBe(true);
    folder.save();
    await settle();
    expect(disk["b.widget.json"]).toBe('{"type":');
  });

  test("is kept while another file is open", async () => {
    const { folder, type, last } = start("b.widget.json");
    await settle();
    await type({ json: "{" }, false);
    await folder.open("c.widget");
    await folder.open("b.widget.json");
    expect(last().source.json).toBe("{");
    expect(disk["b.widget.json"]).toBe('{"type":"Divider"}');
  });

  test("goes to the data file that is open", async () => {
    const { type } = start("a.widget");
    await settle();
    await type({ data: '{"n":2}' });
    expect(disk["a.long.data.json"]).toBe('{"n":2}');
    expect(disk["a.widget"]).toBe(template("A"));
  });

  test("as default data is tried, and goes to no file", async () => {
    const { folder, type, last } = start("a.widget");
    await settle();
    folder.openData(null);
    await settle();
    const before = { ...disk };
    await type({ data: '{"n":3}' });
    expect(disk).toEqual(before);
    await folder.open("b.widget.json");
    await folder.open("a.widget", null);
    expect(last().source.data).toBe('{"n":3}');
  });

  test("as a schema that is no JSON is kept, and is not saved", async () => {
    const { folder, type, last } = start("a.widget");
    await settle();
    await type({ schema: '{"typ' }, false);
    expect(isUnsaved(folder.getState().drafts["a.widget"])).toBe(true);
    await folder.open("b.widget.json");
    await folder.open("a.widget");
    expect(last().source.schema).toBe('{"typ');
  });

  test("that cannot be written says why, and is written at the next try", async () => {
    const { folder, type } = start("b.widget.json");
    await settle();
    failure = new Error("The disk is full.");
    await type({ json: '{"type":"Spacer"}' });
    expect(folder.getState().drafts["b.widget.json"]?.failure).toBe(
      "The disk is full.",
    );
    failure = undefined;
    folder.save();
    await settle();
    expect(disk["b.widget.json"]).toBe('{"type":"Spacer"}');
  });
});

describe("a file that changes on disk", () => {
  test("shows at once where nothing was typed", async () => {
    const { change, last } = start("b.widget.json");
    await settle();
    await change("b.widget.json", '{"type":"Title"}');
    expect(last()).toMatchObject({
      isReload: true,
      source: { json: '{"type":"Title"}' },
    });
  });

  test("shows at once where it is the data", async () => {
    const { change, last } = start("a.widget");
    await settle();
    await change("a.long.data.json", '{"n":9}');
    expect(last()).toMatchObject({
      isReload: true,
      source: { data: '{"n":9}' },
    });
  });

  test("is the template again once it is mended", async () => {
    const { change, last } = start("c.widget");
    await settle();
    expect(last().source.mode).toBe("json");
    await change("c.widget", template("C"));
    expect(last().source.mode).toBe("template");
  });

  const typed = '{"type":"Spa';
  const theirs = '{"type":"Title"}';

  async function conflict(content: string | undefined = theirs) {
    const it = start("b.widget.json");
    await settle();
    await it.type({ json: typed }, false);
    await it.change("b.widget.json", content);
    return it;
  }

  test("does not replace what was typed", async () => {
    const { folder } = await conflict();
    const draft = folder.getState().drafts["b.widget.json"];
    expect(draft).toMatchObject({
      text: typed,
      other: { content: { text: theirs } },
    });
    // Nor does what is typed replace it.
    folder.save();
    await settle();
    expect(disk["b.widget.json"]).toBe(theirs);
  });

  test("is replaced where the user keeps what was typed", async () => {
    const { folder } = await conflict();
    folder.keepMine("b.widget.json");
    await settle();
    expect(disk["b.widget.json"]).toBe(typed);
    expect(isUnsaved(folder.getState().drafts["b.widget.json"])).toBe(false);
  });

  test("is taken where the user takes it", async () => {
    const { folder, last } = await conflict();
    folder.takeOther("b.widget.json");
    await settle();
    expect(last().source.json).toBe(theirs);
    expect(disk["b.widget.json"]).toBe(theirs);
    expect(folder.getState().drafts["b.widget.json"]?.other).toBeUndefined();
  });

  test("may be one that was deleted, and is written again", async () => {
    const { folder, change } = start("b.widget.json");
    await settle();
    await change("b.widget.json", undefined);
    expect(folder.getState().drafts["b.widget.json"]?.other).toEqual({
      content: undefined,
    });
    folder.keepMine("b.widget.json");
    await settle();
    expect(disk["b.widget.json"]).toBe('{"type":"Divider"}');
  });

  test("may be one that was deleted, and is closed", async () => {
    const { folder, change } = start("b.widget.json");
    await settle();
    await change("b.widget.json", undefined);
    folder.takeOther("b.widget.json");
    await settle();
    expect(folder.getState().path).toBe("a.widget");
  });

  test("with what was typed is no conflict", async () => {
    const { folder, type, change } = start("b.widget.json");
    await settle();
    await type({ json: theirs }, false);
    await change("b.widget.json", theirs);
    const draft = folder.getState().drafts["b.widget.json"];
    expect(draft?.other).toBeUndefined();
    expect(isUnsaved(draft)).toBe(false);
  });

  test("between the last look and a write is not overwritten", async () => {
    const { folder, type } = start("b.widget.json");
    await settle();
    disk["b.widget.json"] = theirs;
    await type({ json: '{"type":"Spacer"}' });
    expect(disk["b.widget.json"]).toBe(theirs);
    expect(folder.getState().drafts["b.widget.json"]?.other).toBeDefined();
  });
});

test("the file that the address names opens first, else the first one", async () => {
  const one = start("c.widget").folder;
  const other = start("none.widget").folder;
  await settle();
  expect([one.getState().path, other.getState().path]).toEqual([
    "c.widget",
    "a.widget",
  ]);
});
