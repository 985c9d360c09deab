// @vitest-environment node
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, posix, resolve, win32 } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createFolder,
  isInside,
  pagePath,
} from "../../../src/cli/preview/folder.js";
import { folderOf } from "../../helpers/commandLine.js";

const widget = { type: "Text", value: "a" };
const text = JSON.stringify(widget);

async function open(path: string | string[]) {
  const folder = await createFolder([path].flat());
  const { files } = await folder.scan();
  return { folder, files };
}

test("the list has widgets with their data, and no other file", async () => {
  const root = folderOf({
    "a.widget": "broken",
    "a.data.json": "{}",
    "a.long.data.json": "broken",
    "deep/b.widget.json": widget,
    "deep/c.json": widget,
    "package.json": { type: "module" },
    "notes.txt": "a",
    ".hidden/d.widget": "",
    "node_modules/e.widget": "",
  });
  const { files } = await open(root);
  expect(
    files.map(({ path, data }) => [path, data.map((it) => it.path)]),
  ).toEqual([
    ["a.widget", ["a.data.json", "a.long.data.json"]],
    ["deep/b.widget.json", []],
    ["deep/c.json", []],
  ]);
});

test("files that are named are the list, by where the command runs", async () => {
  const root = folderOf({
    "a.widget": "",
    "b.widget": "",
    "a.data.json": "{}",
  });
  const { files } = await open([join(root, "a.widget")]);
  expect(files).toMatchObject([
    {
      path: resolve(root, "a.widget").replaceAll("\\", "/"),
      data: [{ path: expect.stringMatching(/\/a\.data\.json$/) as string }],
    },
  ]);
});

describe("a file that is not listed is neither read nor written", () => {
  test.for([
    ["beside the folder", "../secret.widget"],
    ["by its whole path", "<root>/secret.widget"],
    ["by a Windows path", String.raw`..\secret.widget`],
    ["by a way round", "deep/../a.widget"],
    ["another kind of file", "package.json"],
    ["hidden", ".env"],
    ["a folder", "deep"],
    ["nothing", ""],
    ["with a NUL", "a.widget\0"],
    ["a name that objects have", "__proto__"],
  ] as const)("%s", async ([, path]) => {
    const root = folderOf({
      "secret.widget": "secret",
      "in/a.widget": "a",
      "in/deep/b.widget": "b",
      "in/.env": "secret",
      "in/package.json": {},
    });
    const { folder } = await open(join(root, "in"));
    const wanted = path.replace("<root>", root);
    await expect(folder.read(wanted)).rejects.toMatchObject({ status: 404 });
    await expect(folder.write(wanted, "x", undefined)).rejects.toMatchObject({
      status: 404,
    });
    expect(readFileSync(join(root, "secret.widget"), "utf8")).toBe("secret");
  });

  test("by a link that leads out", async () => {
    const root = folderOf({ "secret.widget": text, "in/a.widget": "a" });
    symlinkSync(join(root, "secret.widget"), join(root, "in/b.widget"));
    const { folder, files } = await open(join(root, "in"));
    expect(files.map(({ path }) => path)).toEqual(["a.widget"]);
    await expect(folder.read("b.widget")).rejects.toThrow("no such file");
  });

  test("by a link that is put in its place later", async () => {
    const root = folderOf({ "secret.widget": text, "in/a.widget": text });
    const { folder, files } = await open(join(root, "in"));
    rmSync(join(root, "in/a.widget"));
    symlinkSync(join(root, "secret.widget"), join(root, "in/a.widget"));
    await expect(folder.read("a.widget")).rejects.toThrow("leads out");
    await expect(
      folder.write("a.widget", "x", files[0]?.version),
    ).rejects.toThrow("leads out");
    expect(readFileSync(join(root, "secret.widget"), "utf8")).toBe(text);
  });

  test("by a folder that is replaced by a link later", async () => {
    const root = folderOf({ "out/a.widget": text, "in/deep/a.widget": text });
    const { folder, files } = await open(join(root, "in"));
    rmSync(join(root, "in/deep"), { recursive: true });
    symlinkSync(join(root, "out"), join(root, "in/deep"));
    await expect(
      folder.write("deep/a.widget", "x", files[0]?.version),
    ).rejects.toThrow("leads out");
    expect(readFileSync(join(root, "out/a.widget"), "utf8")).toBe(text);
  });
});

test("a link within the folder stays one when its file is written", async () => {
  const root = folderOf({ "real/a.widget": text });
  symlinkSync(join(root, "real/a.widget"), join(root, "b.widget"));
  const { folder } = await open(root);
  const { version } = await folder.read("b.widget");
  await folder.write("b.widget", "new", version);
  expect(readFileSync(join(root, "real/a.widget"), "utf8")).toBe("new");
});

describe("a write", () => {
  test.for([
    ["a byte order mark", "\ufeff{}"],
    ["CRLF", "{\r\n}\r\n"],
    ["other letters", "é😀"],
    ["nothing", ""],
  ])("has each byte: %s", async ([, content = ""]) => {
    const root = folderOf({ "a.widget": content });
    const { folder } = await open(root);
    const read = await folder.read("a.widget");
    expect(read.text).toBe(content);
    const result = await folder.write("a.widget", `${content} `, read.version);
    expect(result).toMatchObject({
      isWritten: true,
      content: { text: `${content} ` },
    });
    expect(readFileSync(join(root, "a.widget"), "utf8")).toBe(`${content} `);
    // Nothing else is left behind.
    expect(readdirSync(root)).toEqual(["a.widget"]);
  });

  test("over what another program wrote is none, and gives that", async () => {
    const root = folderOf({ "a.widget": "a" });
    const { folder } = await open(root);
    const { version } = await folder.read("a.widget");
    writeFileSync(join(root, "a.widget"), "theirs");
    const result = await folder.write("a.widget", "mine", version);
    expect(result).toMatchObject({
      isWritten: false,
      content: { text: "theirs" },
    });
    expect(readFileSync(join(root, "a.widget"), "utf8")).toBe("theirs");
  });

  test("of a file that was deleted is none, unless it is meant", async () => {
    const root = folderOf({ "a.widget": "a" });
    const { folder } = await open(root);
    const { version } = await folder.read("a.widget");
    rmSync(join(root, "a.widget"));
    expect(await folder.write("a.widget", "b", version)).toEqual({
      isWritten: false,
      content: undefined,
    });
    const result = await folder.write("a.widget", "b", undefined);
    expect(result).toMatchObject({ isWritten: true, content: { text: "b" } });
  });

  test("of two at once with the same version is one", async () => {
    const root = folderOf({ "a.widget": "a" });
    const { folder } = await open(root);
    const { version } = await folder.read("a.widget");
    const results = await Promise.all(
      ["b", "c", "d"].map((it) => folder.write("a.widget", it, version)),
    );
    expect(results.filter(({ isWritten }) => isWritten)).toHaveLength(1);
    expect(readFileSync(join(root, "a.widget"), "utf8")).toBe("b");
  });

  test.skipIf(process.platform === "win32")(
    "leaves the mode of the file",
    async () => {
      const root = folderOf({ "a.widget": "a" });
      chmodSync(join(root, "a.widget"), 0o640);
      const { folder } = await open(root);
      const { version } = await folder.read("a.widget");
      await folder.write("a.widget", "b", version);
      expect(statSync(join(root, "a.widget")).mode & 0o777).toBe(0o640);
    },
  );
});

test("a file that is not UTF-8 is listed, and says so when it is opened", async () => {
  const root = folderOf({});
  mkdirSync(root, { recursive: true });
  writeFileSync(
    join(root, "a.widget"),
    Buffer.from("{\u0000}\u00ff", "latin1"),
  );
  const { folder, files } = await open(root);
  expect(files.map(({ path }) => path)).toEqual(["a.widget"]);
  await expect(folder.read("a.widget")).rejects.toMatchObject({ status: 415 });
});

test.for([
  [posix, "/a", "/a/b", true],
  [posix, "/a", "/a/b/c", true],
  [posix, "/a", "/a", false],
  [posix, "/a", "/ab", false],
  [posix, "/a", "/", false],
  [posix, "/a", "/b/a", false],
  [posix, "/a", "/a/..b", true],
  [posix, "/", "/a", true],
  [win32, String.raw`C:\a`, String.raw`C:\a\b`, true],
  [win32, String.raw`C:\a`, String.raw`c:\A\b`, true],
  [win32, String.raw`C:\a`, String.raw`C:\ab`, false],
  [win32, String.raw`C:\a`, String.raw`D:\a\b`, false],
  [win32, String.raw`C:\a`, String.raw`\\server\a\b`, false],
  [win32, String.raw`\\server\share\a`, String.raw`\\server\share\a\b`, true],
  [win32, "C:\\", String.raw`C:\a`, true],
] as const)("%# a folder %s has %s: %s", ([paths, folder, path, expected]) => {
  expect(isInside(folder, path, paths as never)).toBe(expected);
});

test.for([
  [posix, "/a", "/a/b/c.widget", "b/c.widget"],
  [posix, "/a", "/b/c.widget", "/b/c.widget"],
  [posix, "/a", String.raw`/a/b\c.widget`, String.raw`b\c.widget`],
  [win32, String.raw`C:\a`, String.raw`C:\a\b\c.widget`, "b/c.widget"],
  [win32, String.raw`C:\a`, String.raw`D:\b\c.widget`, "D:/b/c.widget"],
] as const)(
  "%# in %s the page calls %s so",
  ([paths, base, path, expected]) => {
    expect(pagePath(base, path, paths as never)).toBe(expected);
  },
);
