// Prints the instructions of widgetPrompt and how many tokens they are.
//   node scripts/prompt.mjs Card Row Text Button   with these nodes alone
//   node scripts/prompt.mjs --text                 the instructions as well
import { parseArgs } from "node:util";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { createServer } from "vite";

const { values: options, positionals: nodes } = parseArgs({
  options: { text: { type: "boolean", default: false } },
  allowPositionals: true,
});

const vite = await createServer({
  logLevel: "error",
  server: { middlewareMode: true },
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
});
try {
  const { widgetPrompt } =
    /** @type {typeof import("../src/schema/index.js")} */ (
      await vite.ssrLoadModule("/src/schema/index.ts")
    );
  /** @type {[string, import("../src/schema/index.js").WidgetPromptOptions][]} */
  const prompts =
    nodes.length > 0
      ? [[nodes.join(" "), { nodes }]]
      : [
          ["all nodes, five examples", {}],
          ["all nodes, no example", { examples: 0 }],
          [
            "Card Row Text Button",
            { nodes: ["Card", "Row", "Text", "Button"] },
          ],
        ];
  for (const [what, given] of prompts) {
    const prompt = widgetPrompt(given);
    if (options.text) console.log(`${prompt}\n`);
    console.log(
      `${String(countTokens(prompt)).padStart(5)} tokens of o200k_base, ${prompt.length} characters  ${what}`,
    );
  }
} finally {
  await vite.close();
}
