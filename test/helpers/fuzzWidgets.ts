import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { applyUpdate, type WidgetUpdate } from "../../src/core/index.js";
import { catalogue } from "../../src/schema/catalogue.js";
import type { JsonSchema } from "../../src/schema/types.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";

export type Node = Record<string, unknown>;

const { nodes, values } = catalogue();
const types = Object.keys(nodes);
const containers = types.filter((type) => nodes[type]!.children);
const leaves = types.filter((type) => !nodes[type]!.children);

/** Few names, so that updates find nodes, and fields meet others of their name. */
const name = fc.constantFrom("a", "b", "c", "a.b", "dotted.name");

const text = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 4 }) },
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "\u202eover\u202d",
    "\ud800",
    "שלום עולם",
    "**bold** [a](https://example.com) `code`",
    "[a](javascript:alert) ![b](data:text/html,b) [c](java\tscript:alert)",
    "<img src=x onerror=alert(1)>",
    "{{ name }}",
    "1\n2\n\n- a\n- b",
    "supercalifragilisticexpialidocious-and-more",
  ),
);

const url = fc.constantFrom(
  "/a.png",
  "https://example.com/a.png",
  "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
);

const SPECIAL: Record<string, fc.Arbitrary<unknown>> = {
  FieldName: fc.oneof(
    { weight: 9, arbitrary: name },
    fc.constantFrom("__proto__.polluted", "constructor.prototype.polluted"),
  ),
  ImageUrl: url,
  Length: fc.constantFrom(0, 12, 320, "50%", "10rem", "auto"),
  Date: fc.constantFrom("2026-11-29", "2026-02-30", "2024-02-29T10:00:00Z"),
  ShownText: fc.oneof(text, fc.integer()),
};

/** A value that a schema of the catalogue allows. */
function valueOf(
  schema: JsonSchema | boolean | undefined,
): fc.Arbitrary<unknown> {
  if (typeof schema !== "object" || Object.keys(schema).length === 0) {
    return fc.jsonValue({ maxDepth: 1 });
  }
  const { $ref, anyOf, type, properties, required, items } = schema;
  if (typeof $ref === "string") {
    const [target = ""] = /\w+$/.exec($ref) ?? [];
    return SPECIAL[target] ?? valueOf(values[target]);
  }
  if (Array.isArray(schema["enum"])) {
    return fc.constantFrom(...(schema["enum"] as unknown[]));
  }
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(valueOf));
  if (Array.isArray(type)) {
    return fc.oneof(...type.map((one) => valueOf({ type: one })));
  }
  if (properties) {
    return fc.record(recordOf(properties), {
      requiredKeys: [...(required ?? [])],
    });
  }
  switch (type) {
    case "string":
      return schema["format"] === "regex"
        ? fc.constantFrom("[a-z]+", "\\d{2,4}", "a|b")
        : text;
    case "number":
      return fc.constantFrom(0, 1, 2, 3.5, 16, 1000);
    case "integer":
      return fc.integer({ min: 1, max: 6 });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valueOf(items as JsonSchema), { maxLength: 3 });
    case "object":
      return fc.dictionary(
        fc.constantFrom("x", "y", "z"),
        valueOf(schema["additionalProperties"] as JsonSchema),
      );
    default:
      return fc.constant(null);
  }
}

function recordOf(properties: Readonly<Record<string, JsonSchema | boolean>>) {
  return Object.fromEntries(
    Object.entries(properties).map(([prop, schema]) => [prop, valueOf(schema)]),
  );
}

/** What no node has: it is ignored. */
const UNKNOWN: Node[] = [
  { onClick: "alert(1)" },
  { "data-unknown": "" },
  { "aria-label": "unknown" },
  { className: "unknown", style: { color: "red" } },
  { dangerouslySetInnerHTML: { __html: "<b>unknown</b>" } },
  { ref: "unknown", node: "unknown" },
];

/** A node of this type; each property that it need not have is in a few of them. */
function nodeOf(type: string, children?: fc.Arbitrary<unknown>) {
  const { properties, required } = nodes[type]!;
  const needed = Object.fromEntries(
    required.map((prop) => [prop, valueOf(properties[prop])]),
  );
  const others = Object.entries(recordOf(properties)).filter(
    ([prop]) => !required.includes(prop),
  );
  const some =
    others.length > 0
      ? fc.array(
          fc.oneof(
            ...others.map(([prop, value]) =>
              value.map((v) => [prop, v] as const),
            ),
          ),
          { maxLength: 3 },
        )
      : fc.constant([]);
  return fc
    .record({
      needed: fc.record(needed),
      some,
      id: fc.option(name, { nil: undefined, freq: 2 }),
      children: children ?? fc.constant(undefined),
      unknown: fc.option(fc.constantFrom(...UNKNOWN), { nil: {}, freq: 2 }),
    })
    .map(({ needed, some, id, children, unknown }): Node => ({
      type,
      ...unknown,
      ...Object.fromEntries(some),
      ...needed,
      ...(id !== undefined && { id }),
      ...(children !== undefined && { children }),
    }));
}

const leaf: fc.Arbitrary<Node> = fc.oneof(
  ...leaves.map((type) => nodeOf(type)),
);

function treeOf(depth: number): fc.Arbitrary<Node> {
  if (depth === 0) return leaf;
  const child = fc.oneof(leaf, treeOf(depth - 1));
  const children = fc.array(child, { maxLength: 3 });
  return fc.oneof(
    ...containers.map((type) =>
      nodeOf(type, type === "Transition" ? child : children),
    ),
  );
}

/** A tree that the schema allows, or that has more than it says. */
export const validWidget = treeOf(2);

/** What JSON and programs may hold. */
const anything = fc.oneof(
  { weight: 6, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 2, arbitrary: text },
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(
    "javascript:alert(1)",
    "url(https://evil.example/x)",
    "__proto__",
    "(a+)+$",
    "x".repeat(600),
    -1,
    1e308,
    Number.NaN,
    Symbol("a"),
    () => "called",
  ),
);

const OWN = { enumerable: true, configurable: true, writable: true };

const thrower = fc
  .constantFrom<keyof ProxyHandler<object>>("get", "ownKeys", "getPrototypeOf")
  .map(
    (trap) =>
      new Proxy(
        { type: "Text", value: "a" },
        {
          [trap]: () => {
            throw new Error("thrown by the widget");
          },
        },
      ),
  );

const anyName = fc.oneof(
  fc.constantFrom(
    ...new Set(types.flatMap((type) => Object.keys(nodes[type]!.properties))),
    ..."id key children type ref style className onClick node __proto__".split(
      " ",
    ),
    ..."toJSON $$typeof dangerouslySetInnerHTML constructor".split(" "),
  ),
  fc.string({ maxLength: 5 }),
);

/** Nodes whose properties are anything. */
export const brokenWidget: fc.Arbitrary<unknown> = fc.letrec<{
  node: unknown;
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: anything },
    { weight: 1, arbitrary: thrower },
    {
      weight: 12,
      arbitrary: fc
        .record({
          type: fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...types) },
            anything,
          ),
          props: fc.array(fc.tuple(anyName, anything), { maxLength: 4 }),
          children: fc.option(fc.array(tie("node"), { maxLength: 3 })),
        })
        .map(({ type, props, children }) => {
          const node = { type, value: "v", label: "l", name: "n", children };
          // As JSON.parse makes it, "__proto__" included.
          for (const [prop, value] of props) {
            Object.defineProperty(node, prop, { ...OWN, value });
          }
          return node;
        }),
    },
  ),
})).node;

const folder = "stories/widgets";

/** The widgets of the stories. */
export const storyWidgets: Node[] = readdirSync(folder)
  .filter((file) => file.endsWith(".widget"))
  .map((file) => {
    const widget = parseWidgetFile(readFileSync(`${folder}/${file}`, "utf8"));
    const data = file.replace(/widget$/, "data.json");
    return {
      ...renderWidgetTemplate(
        widget,
        JSON.parse(readFileSync(`${folder}/${data}`, "utf8")) as object,
      ),
    };
  });

/** Widgets of others, where they are beside the project. */
const others = join(import.meta.dirname, "../../../shared/corpus/widget-files");

const corpus: Node[] = [
  ...storyWidgets,
  ...(existsSync(others) ? readdirSync(others) : [])
    .filter((file) => file.endsWith(".json"))
    .map(
      (file) => JSON.parse(readFileSync(join(others, file), "utf8")) as Node,
    ),
];

/** They, and what is in them: most that goes wrong does so in a small widget as well. */
const parts = corpus.flatMap((widget) => [widget, ...childrenIn(widget)]);

function childrenIn({ children }: Node): Node[] {
  const list = (Array.isArray(children) ? children : []) as Node[];
  return list.flatMap((child) => [child, ...childrenIn(child)]);
}

/** A widget of the stories in which some values have been replaced, removed, doubled or swapped. */
export const mutatedWidget = fc
  .record({
    widget: fc.constantFrom(...parts),
    edits: fc.array(
      fc.record({
        at: fc.nat(),
        other: fc.nat(),
        how: fc.constantFrom("replace", "remove", "double", "swap", "wrap"),
        value: fc.oneof(anything, leaf),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ widget, edits }) => {
    const copy = structuredClone(widget);
    for (const { at, other, how, value } of edits) {
      const places = placesIn(copy);
      const [parent, key] = places[at % places.length]!;
      const [from, there] = places[other % places.length]!;
      if (how === "remove") delete parent[key];
      else if (how === "replace") parent[key] = value;
      else if (how === "double") parent[key] = [parent[key], parent[key]];
      else if (how === "swap") parent[key] = structuredCloneOf(from[there]);
      else parent[key] = { type: "Col", children: parent[key] };
    }
    return copy;
  });

function structuredCloneOf(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return null;
  }
}

/** All places of values in a widget. */
function placesIn(json: Node): [parent: Node, key: string][] {
  const places: [Node, string][] = [];
  const look = (value: Node, depth: number) => {
    for (const key of depth < 12 ? Object.keys(value) : []) {
      places.push([value, key]);
      const inner = value[key];
      if (typeof inner === "object" && inner && !ArrayBuffer.isView(inner)) {
        look(inner as Node, depth + 1);
      }
    }
  };
  look(json, 0);
  return places.length > 0 ? places : [[json, "value"]];
}

export type Step =
  | { kind: "update"; update: WidgetUpdate }
  | { kind: "remove" }
  | { kind: "edit"; how: "reverse" | "drop" | "double" | "clone" }
  | { kind: "press"; at: number }
  | { kind: "settle"; fails: boolean };

/** What may happen to a widget that is on the page. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("update" as const),
      update: fc.oneof(
        fc.record({
          type: fc.constant("widget.root.updated" as const),
          widget: validWidget,
        }),
        fc.record({
          type: fc.constant("widget.component.updated" as const),
          component_id: name,
          component: fc.oneof(leaf, treeOf(1)),
        }),
        fc.record({
          type: fc.constant("widget.streaming_text.value_delta" as const),
          component_id: name,
          delta: text,
        }),
      ),
    }),
    // The item is removed; an update may bring it back.
    fc.record({ kind: fc.constant("remove" as const) }),
    // The same list in another order, with fewer nodes or with one twice.
    fc.record({
      kind: fc.constant("edit" as const),
      how: fc.constantFrom("reverse", "drop", "double", "clone"),
    }),
    fc.record({ kind: fc.constant("press" as const), at: fc.nat({ max: 9 }) }),
    fc.record({ kind: fc.constant("settle" as const), fails: fc.boolean() }),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The widget after a step. */
export function after(widget: unknown, step: Step): unknown {
  if (step.kind === "update") return applyUpdate(widget, step.update);
  if (step.kind === "remove") return null;
  if (step.kind !== "edit") return widget;
  const copy = structuredClone(widget) as Node | null;
  const list = copy?.["children"];
  if (!Array.isArray(list)) return copy;
  if (step.how === "reverse") list.reverse();
  if (step.how === "drop") list.shift();
  if (step.how === "double") list.push(...list.slice(0, 1));
  return copy;
}
