import { spawnSync } from "node:child_process";

/** What the program below prints where all is right. */
const RIGHT = "schema in Node";

/** Run where no text may become code, as under a strict content security policy. */
const program = `
import {
  defineComponents, formatIssues, repairWidget, validateWidget, widgetPrompt, widgetSchema,
} from "widget-renderer/schema";
const wrong = { type: "Text", value: "Hello", size: "huge", width: "3 apples" };
const paths = validateWidget(wrong).map(({ path }) => path);
if (paths.join() !== "/size,/width") throw new Error(paths.join());
if (!formatIssues(validateWidget(wrong)).includes("/size")) throw new Error("formatIssues");
if (repairWidget({ type: "text", value: "a" }).widget.type !== "Text") throw new Error("repairWidget");
const { schemas } = defineComponents({ Cup: { schema: {}, component: () => null } });
widgetSchema({ components: schemas });
widgetSchema({ dialect: "structured-output" });
widgetPrompt();
console.log("${RIGHT}");
`;

/**
 * A folder without React's tools: the schema, and the command line.
 * @param {import("../App.mjs").App} app
 */
export async function node(app) {
  app.write({
    "package.json": `{ "private": true, "type": "module" }`,
    "program.mjs": program,
    "right.widget.json": `{ "type": "Text", "value": "Hello" }`,
    "wrong/order.widget.json": `{ "type": "Text", "value": "Hello",\n  "size": "huge" }`,
  });
  app.install();
  /** @type {(command: string, ...args: string[]) => { status: number | null, output: string }} */
  const run = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: app.folder,
      encoding: "utf8",
      // npx is a .cmd file on Windows.
      shell: process.platform === "win32",
    });
    return { status, output: stdout + stderr };
  };
  const noEval = "--disallow-code-generation-from-strings";
  const { output } = run("node", noEval, "program.mjs");
  app.expect(`the schema in Node: ${output}`, output.trim() === RIGHT);
  const check = (/** @type {string[]} */ ...args) =>
    run("npx", "--no-install", "widget-renderer", "check", ...args);
  const right = check("right.widget.json");
  app.expect(`check of what is right: ${right.output}`, right.status === 0);
  const wrong = check("wrong");
  app.expect(
    `check of what is wrong: ${wrong.output}`,
    wrong.status === 1 && wrong.output.includes("2:11 /size"),
  );
  const missing = check("nowhere.json");
  app.expect(`check of nothing: ${missing.output}`, missing.status === 2);
}
