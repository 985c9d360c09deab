// @vitest-environment node
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommandLine, folderOf, run } from "../helpers/commandLine.js";

let program: string;

beforeAll(async () => {
  program = await buildCommandLine();
});

afterAll(() => rmSync(dirname(dirname(dirname(program))), { recursive: true }));

const right = { type: "Card", children: [{ type: "Text", value: "Hello" }] };

const wrong = {
  type: "Card",
  children: [{ type: "Text", value: "a", size: "huge" }],
};

const hint = { type: "Text", value: "Hello", onClick: {} };

const template = (value: string, more = {}) => ({
  version: "1.0",
  name: "greeting",
  template: `{"type":"Text","value":{{ ${value} | tojson }}}`,
  ...more,
});

const check = (cwd: string, ...args: string[]) =>
  run(program, ["check", ...args], { cwd });

describe("what is wrong in a file", () => {
  test("is printed with its place, and fails", async () => {
    const cwd = folderOf({ "order.widget.json": wrong });
    const { code, stdout, stderr } = await check(cwd, "order.widget.json");
    expect(stdout).toMatchInlineSnapshot(`
      "order.widget.json
        7:15 /children/0/size: "size" is "huge", so the default applies. Allowed: xs, sm, md, lg, xl.
      ✗ 1 file, 1 error
      "
    `);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  test("is nothing in a right one", async () => {
    const cwd = folderOf({ "order.json": right });
    const { code, stdout } = await check(cwd, "order.json");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "✓ 1 file, 0 errors\n",
    });
  });

  test("is JSON for other programs", async () => {
    const cwd = folderOf({ "order.json": wrong });
    const { code, stdout } = await check(cwd, "--json", "order.json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 1,
      errors: 1,
      hints: 0,
      issues: [
        {
          file: "order.json",
          line: 7,
          column: 15,
          code: "invalid-prop",
          path: "/children/0/size",
        },
      ],
    });
  });

  test("may be a hint, which fails if strict", async () => {
    const cwd = folderOf({ "order.json": hint });
    expect((await check(cwd, "order.json")).code).toBe(0);
    expect((await check(cwd, "--strict", "order.json")).code).toBe(1);
  });

  test("is where the text stops being JSON", async () => {
    const cwd = folderOf({ "order.json": '{\n  "type": "Card",\n}' });
    const { code, stdout } = await check(cwd, "order.json");
    expect(code).toBe(1);
    expect(stdout).toContain(
      "3:1 the root: This is not JSON: it breaks at line 3",
    );
    expect(stdout).toContain("Expected: JSON.");
  });

  test("is counted beyond --max", async () => {
    const children = Array.from({ length: 30 }, () => wrong.children[0]);
    const cwd = folderOf({ "a.json": { type: "Card", children } });
    const { stdout } = await check(cwd, "--max", "2", "a.json");
    expect(stdout).toContain("… and 28 more.");
    expect(stdout).toContain("30 errors");
  });
});

describe("a template", () => {
  test("is checked with its default data and each data file", async () => {
    const state = Buffer.from(
      JSON.stringify({ defaultState: { name: "Ada" } }),
    ).toString("base64url");
    const cwd = folderOf({
      "hello.widget": template("name", { encodedWidget: state }),
      "hello.data.json": { name: "Ada" },
      "hello.braces.data.json": { name: "{{ name }}" },
      "hello.nameless.data.json": {},
      "hello.broken.data.json": "{",
      "hello.data.json.bak": "no data",
    });
    const { code, stdout } = await check(cwd, "--json", ".");
    expect(code).toBe(1);
    const { files, issues } = JSON.parse(stdout) as {
      files: number;
      issues: { file: string; data?: string; code: string }[];
    };
    expect(files).toBe(1);
    expect(issues.map(({ file, data, code }) => [file, data, code])).toEqual([
      ["hello.broken.data.json", undefined, "not-json"],
      ["hello.widget", "hello.braces.data.json", "template"],
      ["hello.widget", "hello.nameless.data.json", "undefined-variable"],
    ]);
  });

  test("that cannot be parsed is an issue", async () => {
    const cwd = folderOf({ "a.widget": template("name |") });
    const { code, stdout } = await check(cwd, "a.widget");
    expect(code).toBe(1);
    expect(stdout).toContain("template");
  });

  test("has data that breaks its schema", async () => {
    const jsonSchema = { properties: { name: { type: "string" } } };
    const cwd = folderOf({
      "a.widget": template("name", { jsonSchema }),
      "a.data.json": { name: 7 },
    });
    const { code, stdout } = await check(cwd, "a.widget");
    expect(code).toBe(1);
    expect(stdout).toContain("jsonSchema");
  });

  test("has a preview, which is a widget", async () => {
    const cwd = folderOf({
      "a.widget": template("'x'", { outputJsonPreview: { type: "Crad" } }),
    });
    const { stdout } = await check(cwd, "a.widget");
    expect(stdout).toContain("/outputJsonPreview/type");
  });

  test("is found by the name of its data", async () => {
    const cwd = folderOf({
      "a.widget": template("name"),
      "a.long.data.json": {},
    });
    const { stdout } = await check(cwd, "a.long.data.json");
    expect(stdout).toContain("a.widget with a.long.data.json");
  });
});

describe("a folder", () => {
  test("gives its widgets and templates, and nothing else", async () => {
    const cwd = folderOf({
      "a.widget.json": wrong,
      "deep/b.json": wrong,
      "deep/c.widget": template("1"),
      "package.json": { type: "module" },
      "notes.json": "no JSON",
      "node_modules/x/d.widget.json": wrong,
      ".hidden/e.widget.json": wrong,
    });
    const { code, stdout } = await check(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain("3 files, 2 errors");
    expect(stdout).toContain(join("deep", "b.json"));
  });

  test("without a widget is wrong use", async () => {
    const cwd = folderOf({ "package.json": { type: "module" } });
    const { code, stderr } = await check(cwd, ".");
    expect(code).toBe(2);
    expect(stderr).toContain("No widget is in .");
  });
});

test("what is piped in is checked, a widget or a template", async () => {
  const input = `\ufeff${JSON.stringify(wrong)}`;
  const { code, stdout } = await run(program, ["check", "-"], { input });
  expect(code).toBe(1);
  expect(stdout).toContain("/children/0/size");
  const file = JSON.stringify(template("1 +"));
  expect((await run(program, ["check", "-"], { input: file })).code).toBe(1);
});

test("a widget may have a property called template", async () => {
  const cwd = folderOf({ "a.json": { ...wrong, template: "b" } });
  const { stdout } = await check(cwd, "a.json");
  expect(stdout).toContain("/children/0/size");
});

test("output that is piped has no colours", async () => {
  const cwd = folderOf({ "a.json": wrong });
  expect((await check(cwd, "a.json")).stdout).not.toContain("\u001b");
});

test("the host's own nodes, icons and colours come from a file", async () => {
  const cwd = folderOf({
    "a.json": {
      type: "Card",
      background: "brand",
      children: [
        { type: "Product", price: "4" },
        { type: "Icon", name: "logo" },
      ],
    },
    "options.json": {
      components: { Product: { properties: { price: { type: "number" } } } },
      icons: ["logo"],
      tokens: { brand: "#0f766e" },
    },
  });
  const { stdout } = await check(cwd, "--options", "options.json", "a.json");
  expect(stdout).toContain("1 file, 1 error");
  expect(stdout).toContain("/children/0/price");
});

describe("wrong use", () => {
  test.for<[args: string[], message: string]>([
    [[], "check"],
    [["chekc"], 'There is no command "chekc"'],
    [["check", "--wrong"], "--wrong"],
    [["check", "--max", "few"], "--max"],
    [["check", "--options", "none.json", "a.json"], "--options: none.json"],
    [["check", "--options", "list.json", "a.json"], "is no JSON object"],
    [
      ["check", "--options", "icons.json", "a.json"],
      '"icons" in icons.json is not a list of names',
    ],
    [
      ["check", "--options", "nodes.json", "a.json"],
      '"components" in nodes.json is not an object of JSON Schemas',
    ],
    [["check", "none.json"], "none.json: There is no such file or folder."],
  ])("%j says so", async ([args, message]) => {
    const cwd = folderOf({
      "a.json": right,
      "list.json": [],
      "icons.json": { icons: ["logo", 1] },
      "nodes.json": { components: { Product: null } },
    });
    const { code, stdout, stderr } = await run(program, args, { cwd });
    expect(code).toBe(2);
    expect(stdout).not.toContain("✓");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("a file that is missing does not keep others from being checked", async () => {
    const cwd = folderOf({ "a.json": wrong });
    const { code, stdout } = await check(cwd, "none.json", "a.json");
    expect(code).toBe(2);
    expect(stdout).toContain("/children/0/size");
  });
});

test.for([
  ["--help"],
  ["-h"],
  ["check", "--help"],
  ["preview", "-h"],
  ["render", "--help"],
  ["screenshot", "-h"],
  ["--version"],
])("%j prints, and is right", async (args) => {
  const { code, stdout } = await run(program, args);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    args[0] === "--version" ? /^1\.2\.3\n$/ : /Exit code: 0/,
  );
});
