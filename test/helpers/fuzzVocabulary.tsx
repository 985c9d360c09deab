import { act } from "react";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import { catalogue } from "../../src/schema/catalogue.js";
import type { JsonSchema } from "../../src/schema/types.js";
import { createPage } from "./fuzzPage.js";
import { storyWidgets, validWidget, type Node } from "./fuzzWidgets.js";

const { every, nodes, values } = catalogue();

/** Everything that Markdown can say. */
const MARKDOWN = `# a\n## b\n### c\n#### d\n##### e\n###### f

**b** *i* ~~s~~ \`c\` [l](/l "t") ![i](/i.png "t") https://a.example [^1] <b>x</b>  \nbreak

> quote

- a\n- [ ] b\n- [x] c

3. a\n4. b

| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |

\`\`\`js\ncode\n\`\`\`

---

[^1]: note
`;

const EXAMPLES: Record<string, unknown[]> = {
  FieldName: ["a", "a.b"],
  ImageUrl: ["/a.png"],
  Length: [12, "50%"],
  Date: ["2026-11-29"],
  ShownText: [
    "text",
    5,
    "אבג",
    "漢字",
    "verylongwordthatmustbreaksomewhere",
    "a\nb",
  ],
};

/** Values that a schema allows: each word of a list, and one of each other kind. */
function examplesOf(schema: JsonSchema | boolean | undefined): unknown[] {
  if (typeof schema !== "object") return ["x"];
  const { $ref, anyOf, type, properties, items } = schema;
  if (typeof $ref === "string") {
    const [target = ""] = /\w+$/.exec($ref) ?? [];
    return EXAMPLES[target] ?? examplesOf(values[target]);
  }
  if (Array.isArray(schema["enum"])) return schema["enum"];
  if (Array.isArray(anyOf)) return anyOf.flatMap(examplesOf);
  if (Array.isArray(type)) {
    return type.flatMap((one) => examplesOf({ type: one }));
  }
  if (properties) {
    const all = Object.entries(properties).map(
      ([prop, one]) => [prop, examplesOf(one)] as const,
    );
    const first = Object.fromEntries(all.map(([prop, [one]]) => [prop, one]));
    return [
      first,
      ...all.flatMap(([prop, list]) =>
        list.slice(1).map((one) => ({ ...first, [prop]: one })),
      ),
    ];
  }
  if (type === "boolean") return [true, false];
  if (type === "number" || type === "integer") return [2, 0];
  if (type === "array") return [examplesOf(items), []];
  if (type === "object") return [{ x: 1 }];
  if (type === "null") return [null];
  return schema["format"] === "regex" ? ["[a-z]+", "[a-z-.]+"] : ["text"];
}

/** Each type with each of its properties, alone and where it is what its container expects. */
function everyProperty(): Node[] {
  return Object.entries(nodes).flatMap(([type, { properties, required }]) => {
    const needed: Node = { type };
    for (const prop of [...required, "label"]) {
      if (properties[prop]) [needed[prop]] = examplesOf(properties[prop]);
    }
    if (type === "Chart") {
      needed["data"] = [
        { x: "a", y: 1 },
        { x: "b", y: null },
        { x: "c", y: 2 },
        { x: "d", y: -1 },
      ];
      needed["series"] = ["bar", "area", "line"].map((kind) => ({
        type: kind,
        dataKey: "y",
      }));
      needed["xAxis"] = "x";
    }
    if (nodes[type]!.children) {
      needed["children"] = [{ type: "Text", value: "text" }];
    }
    const all = Object.entries({ ...every, ...properties });
    const together = (at: 0 | -1): Node => ({
      ...Object.fromEntries(
        all.map(([prop, schema]) => [prop, examplesOf(schema).at(at)]),
      ),
      ...needed,
    });
    return [
      needed,
      together(0),
      together(-1),
      ...all.flatMap(([prop, schema]) =>
        examplesOf(schema).flatMap((value) => {
          const node = { ...needed, [prop]: value };
          // A picture that cannot be shown is another element.
          return type === "Image" ? [node, { ...node, src: "" }] : [node];
        }),
      ),
    ];
  });
}

const samples = JSON.parse(
  readFileSync("scripts/reference/samples.json", "utf8"),
) as Record<string, Node>;

/** Widgets that have all that a widget can bring to a page. */
function referenceWidgets(): Node[] {
  const parts = everyProperty();
  const inCard = (children: Node[], more: object = {}): Node => ({
    type: "Card",
    children,
    ...more,
  });
  return [
    ...Object.values(samples),
    ...storyWidgets,
    { type: "Basic", children: parts },
    inCard([{ type: "Markdown", value: MARKDOWN }]),
    inCard([{ type: "Markdown", value: MARKDOWN, streaming: true }]),
    // In a row, in a form, in a table and in a list some are other elements.
    ...[
      "Row",
      "Form",
      "ListView",
      "Table",
      "Table.Row",
      "ListViewItem",
      "Transition",
      "Basic",
    ].map((type): Node => ({
      type,
      limit: 1,
      children: type === "Transition" ? parts[0] : parts,
    })),
    { type: "Form", onSubmitAction: { type: "a" }, children: parts },
    inCard(parts, {
      asForm: true,
      confirm: { label: "a", action: { type: "a" } },
    }),
    {
      type: "Table",
      children: [true, false].map((header) => ({
        type: "Table.Row",
        header,
        children: parts.filter(({ type }) => type === "Table.Cell"),
      })),
    },
    // Properties that matter together: the seed makes it the same list each time.
    ...fc.sample(validWidget, { seed: 1, numRuns: 1_000 }),
  ];
}

export interface Vocabulary {
  /** `"input"` is an element, `"input type"` an attribute of it, `" dir"` one that any element may have. */
  names: Set<string>;
  classes: Set<string>;
}

/** What any element may have. */
const GLOBAL =
  /^(?:data-|aria-|(?:class|dir|hidden|id|inert|role|style|tabindex|title)$)/;

/** What is on a page. */
export function wordsOf(container: ParentNode): [name: string, of: Element][] {
  const found: [string, Element][] = [];
  for (const element of container.querySelectorAll("*")) {
    found.push([element.localName, element]);
    for (const { name } of element.attributes) {
      found.push([
        `${GLOBAL.test(name) ? "" : element.localName} ${name}`,
        element,
      ]);
    }
  }
  return found;
}

/** The elements and attributes of the nodes as the schema names them: a widget brings no other. */
export async function createVocabulary(): Promise<Vocabulary> {
  // What gets the focus of an element that is gone, and a Transition while it moves.
  const names = new Set(
    ["tabindex", "data-moving", "data-leaving", "data-pair"].map(
      (name) => ` ${name}`,
    ),
  );
  const classes = new Set<string>();
  for (const widget of referenceWidgets()) {
    const page = createPage();
    page.show(widget);
    for (let presses = 0; presses < 2; presses++) {
      await act(() => vi.dynamicImportSettled());
      for (const [name, element] of wordsOf(page.container)) {
        names.add(name);
        for (const one of element.classList) classes.add(one);
      }
      // What is pending is marked.
      page.press(presses);
    }
    page.close();
    await page.settle();
  }
  return { names, classes };
}
