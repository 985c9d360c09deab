// The command line as users run it: `npx` in a folder that has three `.widget` files, one of them broken, and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sh } from "../App.mjs";
import { openPage } from "../look.mjs";

/** @typedef {import("../App.mjs").App} App */

/** However slow the machine is. */
const patience = 120_000;

const greeting = `{
  "version": "1.0",
  "name": "greeting",
  "template": "{\\"type\\":\\"Card\\",\\"children\\":[{\\"type\\":\\"Title\\",\\"value\\":{{ ('Hello, ' ~ name) | tojson }}},{\\"type\\":\\"Button\\",\\"label\\":\\"Wave\\",\\"onClickAction\\":{\\"type\\":\\"wave\\",\\"payload\\":{\\"to\\":{{ name | tojson }}}}}]}",
  "jsonSchema": { "properties": { "name": { "type": "string" } } },
  "note": "kept"
}
`.replaceAll("\n", "\r\n");

const files = {
  "greeting.widget": greeting,
  "greeting.data.json": `{ "name": "Ada" }\n`,
  "greeting.long.data.json": `{ "name": "Grace Brewster Hopper" }\n`,
  "orders/order.widget": `{ "version": "1.0", "template": "{\\"type\\":\\"Text\\",\\"value\\":\\"Order\\"}" }`,
  "broken.widget": `{\n  "version": "1.0",\n  "template": \n}\n`,
};

/** @param {App} app */
export async function cli(app) {
  app.write(files);
  const npx = `npx --yes --prefer-offline --package "${app.run.tarball}"`;
  const start = Date.now();
  runCommands(app, npx);
  app.times.push({ step: "commands", seconds: (Date.now() - start) / 1000 });
  const opened = Date.now();
  await app.withServer(
    `${npx} -- widget-renderer preview --port $PORT`,
    (url) => drive(app, url),
  );
  app.times.push({ step: "preview", seconds: (Date.now() - opened) / 1000 });
}

/** @param {App} app @param {string} npx */
function runCommands(app, npx) {
  const script = [
    "render greeting.widget",
    "render broken.widget",
    "check .",
    "screenshot greeting.widget orders --out pictures --theme dark --width 300",
  ]
    .map((command) => `widget-renderer ${command} 2>&1; echo "exit code $?"`)
    .join("; ");
  // Starting npx takes longer than a command.
  const [rendered = "", broken = "", checked = "", taken = ""] = sh(
    `${npx} -c '${script}'`,
    app.folder,
  ).split(/(?<=exit code \d)\n/);
  app.expect(
    "render prints the widget",
    rendered.startsWith("{") &&
      rendered.includes("Hello, Ada") &&
      rendered.endsWith("}\nexit code 0"),
  );
  app.expect(
    "render says where a file is broken",
    broken.includes("4:1 ") && broken.endsWith("exit code 1"),
  );
  app.expect(
    "check finds what is broken, and nothing else",
    checked.includes("3 files, 1 error") && checked.endsWith("exit code 1"),
  );
  app.expect("screenshot takes pictures", taken.endsWith("exit code 0"));
  for (const name of ["greeting", "order"]) {
    const file = join(app.folder, `pictures/${name}.png`);
    // PNG has its width there, in pixels.
    const width = existsSync(file) ? readFileSync(file).readUInt32BE(16) : 0;
    app.expect(`${name}.png is 600 pixels wide, not ${width}`, width === 600);
  }
}

/** @param {App} app @param {string} url */
async function drive(app, url) {
  const { page, faults } = await openPage();
  await page.goto(url);
  const list = page.getByRole("navigation", { name: "Files" });
  await list.getByRole("link", { name: "greeting.widget" }).click();
  const links = await list.getByRole("link").count();
  app.expect("the list has three files", links === 3);
  const preview = page.getByRole("region", { name: "Preview" });
  const heading = preview.getByRole("heading");
  await heading.filter({ hasText: "Hello, Ada" }).waitFor();

  // The actions log.
  await preview.getByRole("button", { name: "Wave" }).click();
  const log = page.getByRole("log", { name: "Actions" });
  await log.filter({ hasText: "wave" }).filter({ hasText: "Ada" }).waitFor();

  // What is typed is in the file.
  await write(page, "Template", `{"type":"Title","value":{{ name | tojson }}}`);
  await heading.filter({ hasText: /^Ada$/ }).waitFor();
  const template = JSON.stringify(
    `{"type":"Title","value":{{ name | tojson }}}`,
  );
  await written(app, "greeting.widget", (text) => text.includes(template));
  app.expect(
    "all else in the file is as it was",
    app.read("greeting.widget").replace(template, "…") ===
      greeting.replace(/(?<="template": )".*"/, "…"),
  );

  // Data files are tabs.
  await page.getByRole("tab", { name: "long" }).click();
  await heading.filter({ hasText: "Grace Brewster Hopper" }).waitFor();
  await write(page, "Data", `{ "name": "Grace" }`);
  await written(app, "greeting.long.data.json", (text) =>
    text.startsWith(`{ "name": "Grace" }`),
  );

  // What another program saves shows.
  app.write({ "greeting.long.data.json": `{ "name": "Linus" }\n` });
  await heading.filter({ hasText: "Linus" }).waitFor();

  // Nothing typed is lost.
  await write(page, "Data", `{ "name": `);
  app.write({ "greeting.long.data.json": `{ "name": "Someone" }\n` });
  const conflict = page.getByRole("alert");
  await conflict.filter({ hasText: "greeting.long.data.json" }).waitFor();
  app.expect(
    "what was typed is still there",
    (await editorOf(page, "Data").textContent()) === `{ "name": `,
  );
  await conflict.getByRole("button", { name: "Take the one on disk" }).click();
  await heading.filter({ hasText: "Someone" }).waitFor();

  // A broken file opens, and says where; another program mends it.
  await list.getByRole("link", { name: "broken.widget" }).click();
  await page.getByRole("button", { name: "line 4, column 1" }).click();
  app.write({ "broken.widget": files["orders/order.widget"] });
  await preview.getByText("Order", { exact: true }).waitFor();

  // A new file is listed.
  app.write({ "new.widget.json": `{ "type": "Text", "value": "New" }` });
  await list.getByRole("link", { name: "new.widget.json" }).click();
  await preview.getByText("New", { exact: true }).waitFor();

  // Theme and width.
  await page.getByRole("radio", { name: "dark" }).check({ force: true });
  await page.getByRole("radio", { name: "320" }).check({ force: true });
  const scheme = await preview.evaluate(
    (element) => getComputedStyle(element).colorScheme,
  );
  app.expect("the preview is dark", scheme === "dark");

  // A page of another site reaches nothing.
  const { status } = await fetch(`${url}/api/files`, {
    headers: { Origin: "https://example.com" },
  });
  app.expect("another site is refused", status === 403);
  app.faults.push(...faults);
  await page.context().close();
}

/** @typedef {import("playwright").Page} Page */

/** @param {Page} page @param {string} name */
function editorOf(page, name) {
  return page.getByRole("textbox", { name, exact: true });
}

/**
 * Replaces the text of an editor.
 * @param {Page} page @param {string} name @param {string} text
 */
async function write(page, name, text) {
  await editorOf(page, name).fill(text);
}

/**
 * Resolves when a file is as it should be.
 * @param {App} app @param {string} path @param {(text: string) => boolean} isRight
 */
async function written(app, path, isRight) {
  const end = Date.now() + patience;
  while (!isRight(app.read(path))) {
    if (Date.now() > end) throw new Error(`${path} is still ${app.read(path)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
