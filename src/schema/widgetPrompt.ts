import { childrenOf } from "../core/nodeTree.js";
import { isRecord } from "../core/json.js";
import { MEANINGS } from "../core/style/color.js";
import { annotations } from "./annotations.js";
import { catalogue, componentSchema, ROOTS } from "./catalogue.js";
import { typesOf } from "./checkValue.js";
import examples from "./examples.json" with { type: "json" };
import lines from "./nodes.json" with { type: "json" };
import type { ComponentSchemas, JsonSchema } from "./types.js";
import { descriptionOf } from "./widgetSchema.js";

export interface WidgetPromptOptions {
  /** The node types of the library that may be used. @default all */
  nodes?: readonly string[] | undefined;
  /** The most examples; each uses only nodes that may be used. @default 5 */
  examples?: number | undefined;
  /** The host's own node types, and the schema of the props of each. */
  components?: ComponentSchemas | undefined;
}

/** What a good widget seldom needs; a model that does not know it does not misuse it. */
const RARE =
  /^(?:auto(?:Focus|Select|Complete|Resize)|allowAutofillExtensions|gutterSize|uniform|curveType|favicon|frame|flush|bar(?:Category)?Gap|showTooltip|showYAxis|stack|streaming|collapsed|theme|minLines|maxRows|side|clearable|pill|iconSize|lineThrough|italic|textAlign|position|pattern|loadingBehavior|ariaLabel|searchable|wrap|minWidth|minHeight|minSize|maxWidth|maxHeight|maxSize|vAlign|labels|hide)$/;

/** Values that a line says in a word, and what the word means. */
const WORDS: Readonly<Record<string, string>> = {
  Str: "text",
  ShownText: "text",
  FieldName: "text",
  Regex: "text",
  Bool: "boolean",
  Num: "px",
  Float: "number",
  Count: "count",
  Whole: "count",
  Null: "null",
  Any: "any JSON",
  Length: "px",
  Space: "spacing",
  Padding: "spacing",
  Margin: "spacing",
  Flex: "number",
  AspectRatio: "ratio",
  AnyBorder: "px",
  Date: "date",
  ImageUrl: "URL",
  IconName: "icon",
};

/** The groups of properties that many nodes have. */
const GROUPS = ["Layout", "Size"];

/**
 * Instructions for a model that writes widgets: the nodes and what each is for, sizes, colours, actions,
 * and examples. With `nodes` it is shorter. Give the model `widgetSchema` as well where its API takes one.
 *
 * @example
 * const system = `${instructions}\n\n${widgetPrompt({ nodes: ["Card", "Row", "Text", "Button"] })}`;
 * @throws {TypeError} if `nodes` has a type that the library does not have
 */
export function widgetPrompt({
  nodes = Object.keys(catalogue().nodes),
  examples: max = 5,
  components = {},
}: WidgetPromptOptions = {}): string {
  const known = catalogue().nodes;
  for (const type of nodes) {
    if (!Object.hasOwn(known, type)) {
      throw new TypeError(
        `"nodes" has "${type}", which is no node of the library. Give its schema in "components".`,
      );
    }
  }
  const types = new Set([...nodes, ...Object.keys(components)]);
  const roots = ROOTS.filter((type) => types.has(type));
  const library = nodes.filter((type) => !Object.hasOwn(components, type));
  const parts = library.map((type) => linesOf(`node ${type}`));
  const groups = GROUPS.filter((group) =>
    parts.some(([head]) => head.some((part) => part.startsWith(group))),
  );
  const body = [
    ...parts.map(([head, props], i) => nodeLine(library[i]!, head, props)),
    ...Object.keys(components).map((type) => hostLine(components, type)),
    ...groups.map(
      (group) => `${group}: ${propsText(linesOf(`group ${group}`)[1])}`,
    ),
  ];
  const values = namedValues(body.join("\n"));
  const text = nameRepeated([...body, ...values].join("\n"));
  const shown = examples
    .filter(({ widget }) => uses(widget, types))
    .slice(0, Math.max(0, max));
  return [
    `Answer with a widget: one JSON object, a tree of nodes. Each node has a "type" of this list, and no other properties than these. "!" is required; leave out what you do not need.${roots.length > 0 ? ` The root is a ${roots.join(", a ")}.` : ""}`,
    text,
    rulesOf(text, types),
    ...shown.map(
      ({ for: what, widget }) => `${what}:\n${JSON.stringify(widget)}`,
    ),
  ].join("\n\n");
}

/** The lines of a node, a group or a value: what is beside its name, and its properties. */
function linesOf(name: string): [head: string[], props: string[]] {
  const start = lines.findIndex((line) => `${line} `.startsWith(`@${name} `));
  if (start < 0) return [[], []];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("@"));
  const head = lines[start]!.slice(name.length + 2).split(" ");
  return [head, rest.slice(0, end)];
}

function nodeLine(type: string, head: string[], props: string[]): string {
  const shared = head
    .map((part) => part.split("-")[0]!)
    .filter((part) => part === "children" || GROUPS.includes(part));
  const all = [propsText(props), ...shared].filter(Boolean).join(", ");
  const { description = "" } = annotations().get(type) ?? {};
  return `${type} (${all}): ${description}`;
}

/** `label!, color secondary|success, pill boolean` */
function propsText(props: readonly string[]): string {
  return props
    .flatMap((line) => {
      const [name = "", notation = ""] = line.split(" ");
      if (RARE.test(name)) return [];
      const type = typeText(notation);
      return type === "text" ? name : `${name} ${type}`;
    })
    .join(", ");
}

function typeText(notation: string): string {
  const parts = notation
    .replaceAll("_", " ")
    .replace(/\b[A-Z]\w*/g, (word) =>
      Object.hasOwn(WORDS, word) ? WORDS[word]! : word,
    )
    .split("|");
  // In a list `|` separates as well, but no part is twice there.
  return [...new Set(parts)]
    .filter((part) => part !== "true" && part !== "false")
    .join("|");
}

/** Lists of words that are there three times or more, written once: `Weights = normal|medium|…`. */
function nameRepeated(text: string): string {
  const counts = new Map<string, [prop: string, count: number]>();
  for (const [, prop = "", list = ""] of text.matchAll(
    /(\w+)!? ((?:[\w-]+\|){2,}[\w-]+)(?=[,)}\n])/g,
  )) {
    counts.set(list, [prop, (counts.get(list)?.[1] ?? 0) + 1]);
  }
  const names = new Map<string, string>();
  for (const [list, [prop, count]] of counts) {
    if (count < 3) continue;
    const plural = `${prop.charAt(0).toUpperCase()}${prop.slice(1)}s`;
    let name = plural;
    for (let i = 2; names.has(name); i++) name = `${plural}${i}`;
    names.set(name, list);
  }
  let short = text;
  for (const [name, list] of names) {
    short = short.replaceAll(
      new RegExp(` ${list.replaceAll("|", "\\|")}(?=[,)}\n])`, "g"),
      ` ${name}`,
    );
  }
  return [
    short,
    ...Array.from(names, ([name, list]) => `${name} = ${list}`),
  ].join("\n");
}

/** The objects that lines name, and what these name. */
function namedValues(text: string): string[] {
  const found = new Map<string, string>();
  for (let rest = text; rest !== "";) {
    const added: string[] = [];
    for (const [name] of rest.matchAll(/\b[A-Z][A-Za-z]+\b/g)) {
      const [, props] = linesOf(`value ${name}`);
      if (props.length === 0 || found.has(name)) continue;
      const line = `${name} = {${propsText(props)}}`;
      found.set(name, line);
      added.push(line);
    }
    rest = added.join("\n");
  }
  return [...found.values()];
}

/** A node of the host, as far as its schema says what it takes. */
function hostLine(components: ComponentSchemas, type: string): string {
  const schema = componentSchema(components, type) ?? {};
  const { properties = {}, required = [] } = schema;
  const props = Object.entries(properties).map(([name, one]) => {
    const target: JsonSchema = typeof one === "object" ? one : {};
    const words = target.enum ?? typesOf(target);
    const kind = words.join("|").replaceAll("string", "text");
    const must = required.includes(name) ? "!" : "";
    return `${name}${must}${kind === "" || kind === "text" ? "" : ` ${kind}`}`;
  });
  const said = descriptionOf(components[type]) ?? schema.description ?? "";
  return `${type} (${props.join(", ")}): ${said}`;
}

/** Only the rules for what may be used. */
function rulesOf(text: string, types: ReadonlySet<string>): string {
  const has = (...names: string[]) => names.some((name) => types.has(name));
  const names = (words: ReadonlySet<string>) => [...words].join(", ");
  const rules: (readonly [boolean, string])[] = [
    [true, "Few nodes, short texts. One idea for each widget."],
    [
      has("Row", "Col", "Box"),
      "A Row puts things beside each other, a Col below each other; spacing is in units of 4 px, 1 to 4 is usual.",
    ],
    [
      / size /.test(text),
      "Leave out sizes, colours and variants unless they mean something.",
    ],
    [
      text.includes("TextColor"),
      `Text colours: ${names(MEANINGS.text)}. Other colours: blue-500 and such.`,
    ],
    [text.includes("SurfaceColor"), `Backgrounds: ${names(MEANINGS.surface)}.`],
    [
      text.includes("ActionConfig"),
      'An action is {"type": "order.cancel", "payload": {"id": 7}}: a type that the app knows, and what it needs to know.',
    ],
    [
      has("Button"),
      'One primary button for each widget, the others with "variant": "outline".',
    ],
    [
      has(
        "Input",
        "Select",
        "Textarea",
        "Checkbox",
        "DatePicker",
        "RadioGroup",
      ),
      "Fields are in a Form, or a Card with asForm; their values come with its action by name. Each has another name.",
    ],
    [has("Chart"), "The values of a chart are numbers without units."],
    [text.includes("URL"), "Use only URLs that you were given."],
    [
      / icon\b/.test(text),
      `Icons: ${catalogue().icons.join(", ")}, or "lucide:" and a name of Lucide.`,
    ],
  ];
  return rules.flatMap(([is, rule]) => (is ? `- ${rule}` : [])).join("\n");
}

/** Whether all nodes of a widget may be used. */
function uses(json: unknown, types: ReadonlySet<string>): boolean {
  return (
    isRecord(json) &&
    types.has(String(json["type"])) &&
    childrenOf(json).every((child) => uses(child, types))
  );
}
