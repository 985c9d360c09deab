// @vitest-environment node
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCommandLine, folderOf, run } from "../../helpers/commandLine.js";

let program: string;

beforeAll(async () => {
  program = await buildCommandLine();
});

afterAll(() => rmSync(dirname(dirname(dirname(program))), { recursive: true }));

const widget = { type: "Text", value: "Hello" };

const screenshot = (
  cwd: string,
  args: string[],
  env: Readonly<Record<string, string>> = {},
) => run(program, ["screenshot", ...args], { cwd, env });

test.for<[args: string[], message: string]>([
  [[], "screenshot takes files"],
  [["a.json", "--width", "wide"], "--width is a number from 1 to 4000"],
  [["a.json", "--width", "0"], "--width is a number from 1 to 4000"],
  [["a.json", "--theme", "blue"], "--theme is light or dark"],
  [
    ["a.json", "b.json", "--out", "x.png"],
    "--out with a .png is for one widget",
  ],
  [["a.json", "b.json", "--data", "d.json"], "--data is for one widget"],
  [["a.json", "--data", "d.json"], "--data: d.json"],
  [["none.json"], "none.json: There is no such file"],
  [["empty"], "No widget is in empty"],
])("wrong use: %j says so", async ([args, message]) => {
  const cwd = folderOf({
    "a.json": widget,
    "b.json": widget,
    "empty/x.txt": "",
  });
  const { code, stdout, stderr } = await screenshot(cwd, args);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test.skipIf(process.platform !== "linux" || existsSync("/snap/bin/chromium"))(
  "without a browser it says how to get one",
  async () => {
    const cwd = folderOf({ "a.json": widget });
    const { code, stderr } = await screenshot(cwd, ["a.json"], {
      PATH: join(cwd, "nothing"),
      CHROME_PATH: "",
    });
    expect(stderr).toContain("sudo apt install chromium");
    expect(code).toBe(2);
  },
);

test("a widget that cannot be rendered is an issue, and starts no browser", async () => {
  const cwd = folderOf({ "a.widget": '{"template": "{{"}' });
  const env = { CHROME_PATH: join(cwd, "no-browser") };
  const { code, stdout, stderr } = await screenshot(cwd, ["a.widget"], env);
  expect(stderr).toContain("a.widget");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const json = await screenshot(cwd, ["a.widget", "--json"], env);
  expect(JSON.parse(json.stdout)).toMatchObject({
    pictures: [{ file: "a.widget", issues: [{ code: "template-syntax" }] }],
  });
});
