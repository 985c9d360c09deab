// @vitest-environment node
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommandLine, folderOf, run } from "../helpers/commandLine.js";

let program: string;

beforeAll(async () => {
  program = await buildCommandLine();
});

afterAll(() => rmSync(dirname(dirname(dirname(program))), { recursive: true }));

const widget = (value: string) => ({ type: "Text", value });

const template = (more = {}) => ({
  version: "1.0",
  name: "greeting",
  template: '{"type":"Text","value":{{ name | tojson }}}',
  ...more,
});

const saved = (name: string) => ({
  encodedWidget: Buffer.from(
    JSON.stringify({ defaultState: { name } }),
  ).toString("base64url"),
});

const render = (cwd: string, ...args: string[]) =>
  run(program, ["render", ...args], { cwd });

describe("the widget that is printed", () => {
  test.for<[name: string, files: object, args: string[], expected: object]>([
    [
      "of a widget is itself",
      { "a.json": widget("Ada") },
      ["a.json"],
      widget("Ada"),
    ],
    [
      "has the data of the template",
      { "a.widget": template(saved("Ada")), "a.x.data.json": { name: "Bo" } },
      ["a.widget"],
      widget("Ada"),
    ],
    [
      "has the data beside a template that has none",
      {
        "a.widget": template(),
        "a.data.json": { name: "Ada" },
        "a.x.data.json": { name: "Bo" },
      },
      ["a.widget"],
      widget("Ada"),
    ],
    [
      "has data that the schema allows where there is no other",
      {
        "a.widget": template({
          jsonSchema: { properties: { name: { default: "Cy" } } },
        }),
      },
      ["a.widget"],
      widget("Cy"),
    ],
    [
      "has the data that is named in place of its template",
      {
        "a.widget": template(saved("Ada")),
        "a.data.json": { name: "Bo" },
        "a.heavy rain.data.json": { name: "Cy" },
      },
      ["a.heavy rain.data.json"],
      widget("Cy"),
    ],
    [
      "has the data beside a template in upper case",
      { "A.WIDGET": template(), "A.data.json": { name: "Ada" } },
      ["A.WIDGET"],
      widget("Ada"),
    ],
    [
      "has the data that is named",
      {
        "a.widget": template(saved("Ada")),
        "other.json": `\ufeff{"name": "Di"}`,
      },
      ["--data", "other.json", "a.widget"],
      widget("Di"),
    ],
  ])("%s", async ([, files, args, expected]) => {
    const cwd = folderOf(files as Record<string, unknown>);
    const { code, stdout, stderr } = await render(cwd, ...args);
    expect(JSON.parse(stdout)).toEqual(expected);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("is made of what is piped in, the file or the data", async () => {
    const cwd = folderOf({ "a.widget": template() });
    const input = JSON.stringify({ name: "Ed" });
    const data = await run(program, ["render", "a.widget", "--data", "-"], {
      cwd,
      input,
    });
    expect(JSON.parse(data.stdout)).toEqual(widget("Ed"));
    const file = await run(program, ["render", "-"], {
      input: JSON.stringify(template(saved("Flo"))),
    });
    expect(JSON.parse(file.stdout)).toEqual(widget("Flo"));
  });
});

describe("what is wrong", () => {
  test("is printed as check does, beside the widget", async () => {
    const cwd = folderOf({
      "a.json": { type: "Text", value: "a", size: "huge" },
    });
    const { code, stdout, stderr } = await render(cwd, "a.json");
    expect(JSON.parse(stdout)).toMatchObject({ size: "huge" });
    expect(stderr).toMatchInlineSnapshot(`
      "a.json
        4:11 /size: "size" is "huge", so the default applies. Allowed: xs, sm, md, lg, xl.
      "
    `);
    expect(code).toBe(1);
  });

  test.for<[name: string, files: object, args: string[], message: string]>([
    [
      "a broken template",
      { "a.widget": template({ template: "{{" }) },
      ["a.widget"],
      "template",
    ],
    [
      "a broken file",
      { "a.widget": '{"template":' },
      ["a.widget"],
      "1:13 the root: This is not JSON",
    ],
    [
      "a name without a value",
      { "a.widget": template() },
      ["a.widget"],
      "name",
    ],
    [
      "broken data",
      { "a.widget": template(), "b.json": "{" },
      ["a.widget", "--data", "b.json"],
      "b.json",
    ],
    [
      "data that is a list",
      { "a.widget": template(), "b.json": "[]" },
      ["a.widget", "--data", "b.json"],
      "must be a JSON object",
    ],
    ["a file that is no widget", { "a.json": "7" }, ["a.json"], "the root"],
  ])("%s prints no widget", async ([, files, args, message]) => {
    const cwd = folderOf(files as Record<string, unknown>);
    const { code, stdout, stderr } = await render(cwd, ...args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("is JSON for other programs, with the widget", async () => {
    const cwd = folderOf({ "a.widget": template() });
    const { code, stdout, stderr } = await render(cwd, "--json", "a.widget");
    expect(JSON.parse(stdout)).toMatchObject({
      widget: null,
      issues: [{ file: "a.widget", code: "undefined-variable" }],
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });
});

describe("wrong use", () => {
  test.for<[args: string[], message: string]>([
    [[], "render takes a file"],
    [["a.json", "b.json"], "render takes one file, and not 2"],
    [["."], "has 2 widgets"],
    [["none.json"], "none.json: There is no such file or folder."],
    [["a.json", "--data", "b.json"], "--data: a.json is no template"],
    [["a.json", "--data", "none.json"], "--data: none.json"],
    [["-", "--data", "-"], "Only one"],
    [["--wrong"], "--wrong"],
  ])("%j says so", async ([args, message]) => {
    const cwd = folderOf({ "a.json": widget("a"), "b.json": widget("b") });
    const { code, stdout, stderr } = await render(cwd, ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
