import lines from "./nodes.json" with { type: "json" };
import texts from "./texts.json" with { type: "json" };
import type { JsonSchema } from "./types.js";

/** What is said of values that have a name. */
const VALUES: Readonly<Record<string, string>> = {
  Length: "Px, or CSS.",
  Space: "Spacing units of 4 px, or CSS.",
  Padding: "Spacing units of 4 px, CSS, or one per side.",
  Margin: "Spacing units of 4 px, CSS, or one per side.",
  TextColor: 'A text token, a palette step such as "blue-500", or CSS.',
  SurfaceColor:
    'A surface token, a palette step such as "blue-500", CSS, a gradient.',
  BorderColor: 'A border token, a palette step such as "blue-500", or CSS.',
  ChartColor: 'A chart token, a palette step such as "blue-500", or CSS.',
  IconName: 'The name of an icon, or "lucide:<name>".',
};

let known: Map<string, JsonSchema> | undefined;

/**
 * Description, default and examples of a node or a value, `Badge`, and of a property, `Badge.label`; those
 * of a group, `Size.width`, are for every node that has it. `scripts/schema.mjs` wrote them.
 */
export function annotations(): ReadonlyMap<string, JsonSchema> {
  if (known) return known;
  known = new Map(
    Object.entries(VALUES).map(([name, description]) => [
      name,
      { description },
    ]),
  );
  let owner = "";
  lines.forEach((line, index) => {
    const [head = "", name = ""] = line.split(" ");
    const isOwner = head.startsWith("@");
    if (isOwner) owner = name;
    known!.set(
      isOwner ? owner : `${owner}.${head.replace("!", "")}`,
      annotation(texts[index] ?? ""),
    );
  });
  return known;
}

/** `=md ~16/9 #Height.` as a default, an example, and a description. */
function annotation(text: string): JsonSchema {
  const [, before = "", description] = /^([^#]*)(?:#(.*))?$/.exec(text) ?? [];
  const parts = before.split(" ").filter(Boolean);
  const preset = parts.find((part) => part.startsWith("="))?.slice(1);
  const examples = parts
    .filter((part) => part.startsWith("~"))
    .map((part) => part.slice(1));
  return {
    ...(description !== undefined && { description }),
    ...(preset !== undefined && {
      default: /^(?:-?[\d.]+|true|false)$/.test(preset)
        ? (JSON.parse(preset) as unknown)
        : preset,
    }),
    ...(examples.length > 0 && { examples }),
  };
}

/** Properties with their descriptions, defaults and examples. */
export function annotated(
  owner: string,
  properties: NonNullable<JsonSchema["properties"]>,
): NonNullable<JsonSchema["properties"]> {
  const texts = annotations();
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const group = [owner, "Layout", "Size", ""].find((one) =>
        texts.has(`${one}.${name}`),
      );
      const found = texts.get(`${group}.${name}`);
      return [name, { ...(schema as JsonSchema), ...found }];
    }),
  );
}
