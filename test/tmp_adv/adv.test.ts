// @vitest-environment node
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { parseTemplate, renderTemplate } from "../../src/template/jinja/index.js";
test("adv", () => {
  const data = JSON.parse(readFileSync(`test/template/jinja2/data.json`, "utf8"));
  const n: Record<string, number> = { same: 0, okError: 0, OTHERTEXT: 0, error: 0, MISSEDERROR: 0 };
  const lines: string[] = [];
  for (const c of JSON.parse(readFileSync(process.env["ADV"]!, "utf8"))) {
    let out: string | undefined; let err = "";
    try { out = renderTemplate(parseTemplate(c.template), JSON.parse(JSON.stringify(data))); } catch (e) { err = `${(e as Error).name} ${(e as Error).message} @${(e as {offset?: number}).offset}`; }
    const kind = c.output !== undefined ? (out === c.output ? "same" : out === undefined ? "error" : "OTHERTEXT") : out === undefined ? "okError" : "MISSEDERROR";
    n[kind]!++;
    if (kind === "okError" && (!/@\d/.test(err))) lines.push("NOPLACE " + c.template + " :: " + err);
    if (kind !== "same" && kind !== "okError") lines.push(`${kind}  ${c.template}\n     want ${c.output ?? c.error}\n     got  ${out ?? err}`);
  }
  console.log(JSON.stringify(n) + "\n" + lines.join("\n"));
});
