import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { widgetSchema } from "../src/schema/index.js";

/**
 * `widget.schema.json`: the schema as a file, for editors. It is strict, since an editor only underlines what a
 * node does not have, and each node has its sample.
 */
export function schemaFile(): Plugin {
  return {
    name: "widget-renderer:schema-file",
    apply: (config) => Boolean(config.build?.lib),
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "widget.schema.json",
        source: `${JSON.stringify(schemaWithSamples(), undefined, 2)}\n`,
      });
    },
  };
}

function schemaWithSamples() {
  const schema = widgetSchema({ strict: true });
  const samples = JSON.parse(
    readFileSync("scripts/reference/samples.json", "utf8"),
  ) as Record<string, unknown>;
  for (const [type, sample] of Object.entries(samples)) {
    const definition = schema.$defs?.[type];
    const node = find(sample, type);
    if (typeof definition === "object" && node) definition.examples = [node];
  }
  return schema;
}

/** The first node of a type in a sample. */
function find(json: unknown, type: string): unknown {
  if (typeof json !== "object" || json === null) return undefined;
  if ("type" in json && json.type === type) return json;
  const children: unknown[] = "children" in json ? [json.children].flat() : [];
  for (const child of children) {
    const found = find(child, type);
    if (found) return found;
  }
  return undefined;
}
