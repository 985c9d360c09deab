import * as fc from "fast-check";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { toText } from "../../src/core/json.js";
import { catalogue } from "../../src/schema/catalogue.js";
import type { JsonSchema } from "../../src/schema/types.js";
import { createPage, htmlOf, tryMany } from "../helpers/fuzzPage.js";
import {
  createVocabulary,
  type Vocabulary,
} from "../helpers/fuzzVocabulary.js";
import {
  after,
  brokenWidget,
  mutatedWidget,
  steps,
  validWidget,
  type Node,
} from "../helpers/fuzzWidgets.js";

const requests = vi.fn();

let vocabulary: Vocabulary;

// On a busy machine it takes minutes.
beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vocabulary = await createVocabulary();
}, 600_000);

test("what a widget may bring to a page runs nothing", () => {
  const names = [...vocabulary.names];
  expect(names.length).toBeGreaterThan(150);
  expect(
    names.filter((name) =>
      /^(?:script|style|link|meta|base|iframe|frame|object|embed|applet|template|slot|portal|audio|video)\b| on|srcdoc|formaction/.test(
        name,
      ),
    ),
  ).toEqual([]);
});

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", requests);
  vi.stubGlobal("XMLHttpRequest", requests);
  vi.stubGlobal("WebSocket", requests);
  vi.stubGlobal("EventSource", requests);
  vi.spyOn(navigator, "sendBeacon").mockImplementation(requests);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(requests).not.toHaveBeenCalled();
});

/** Renders a widget on a page of its host, and looks whether that is still whole. */
async function tryWidget(
  widget: unknown,
  look?: (page: ReturnType<typeof createPage>) => void,
) {
  const page = createPage();
  try {
    page.show(widget);
    page.check(vocabulary);
    await page.load();
    page.check(vocabulary);
    look?.(page);
    for (const at of [0, 1, 2]) page.press(at);
    page.check(vocabulary);
  } finally {
    page.close();
    // What has been pressed fails when its widget is gone.
    await page.settle(true);
    page.check(vocabulary);
  }
}

test("every text of a widget that is right can be read", async () => {
  const warned = vi.spyOn(console, "error");
  await tryMany(validWidget, (widget) =>
    tryWidget(widget, ({ container, errors }) => {
      expect(errors.filter(({ code }) => code === "render")).toEqual([]);
      const shown = readable(container);
      for (const text of textsOf(widget)) expect(shown).toContain(plain(text));
      // The values of properties that no node has.
      expect(container.innerHTML).not.toContain("unknown");
      expect(warned).not.toHaveBeenCalled();
    }),
  );
});

test("a widget that is broken harms nothing", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await tryMany(brokenWidget, (widget) => tryWidget(widget));
});

test("a widget with mistakes in it harms nothing", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await tryMany(mutatedWidget, (widget) => tryWidget(widget));
});

test("after any updates a widget is what it would be at first", async () => {
  const warned = vi.spyOn(console, "error");
  await tryMany(fc.tuple(validWidget, steps), async ([first, then]) => {
    const page = createPage();
    let widget: unknown = first;
    try {
      page.show(widget);
      for (const step of then) {
        if (step.kind === "press") page.press(step.at);
        else if (step.kind === "settle") await page.settle(step.fails);
        else page.show((widget = after(widget, step)));
        page.check(vocabulary);
      }
      await page.settle();
      await page.load();
      const html = htmlOf(page.container);
      await tryWidget(widget, ({ container }) =>
        expect(html).toBe(htmlOf(container)),
      );
    } finally {
      page.close();
      // What is pressed last may settle when its widget is gone.
      await page.settle(true);
      page.check(vocabulary);
      expect(warned).not.toHaveBeenCalled();
    }
  });
});

/** A text as it is read: how it is spaced is up to the page. */
const plain = (text: string) => text.replaceAll(/\s+/g, "");

/** What is read on a page: texts, values of fields, and what assistive technology says. */
function readable(container: Element): string {
  const said = [container.textContent ?? ""];
  for (const element of container.querySelectorAll("*")) {
    for (const name of ["aria-label", "alt", "placeholder"]) {
      said.push(element.getAttribute(name) ?? "");
    }
    if ("value" in element) said.push(String(element.value));
  }
  return plain(said.join("\n"));
}

/** The properties in which the schema of a type has texts for the user, and what they are in. */
const { nodes, values } = catalogue();

/** The texts of a widget that are there before the user acts. */
function textsOf(node: Node): string[] {
  const { type, children, collapsed, limit, streaming } = node;
  if (type === "Card" && collapsed) return [];
  const list = [children ?? []].flat() as Node[];
  // The other rows are behind "Show more".
  const hidden =
    type === "ListView" &&
    list.length > (limit === "auto" || !limit ? 6 : Number(limit));
  return [
    ...(streaming ? [] : textsIn(node, nodes[String(type)]?.properties ?? {})),
    ...(hidden ? [] : list.flatMap(textsOf)),
  ];
}

/** What is shown elsewhere or later: in a list that opens, below a plot, or as the name of a group alone. */
const LATER = new Set([
  "Select options",
  "Select defaultValue",
  "RadioGroup defaultValue",
  "RadioOption value",
  "SelectOption value",
]);

function textsIn(
  json: Node,
  properties: Readonly<Record<string, JsonSchema>>,
  of = String(json["type"]),
): string[] {
  return Object.entries(properties).flatMap(([prop, schema]) => {
    const value = json[prop];
    if (value == null || LATER.has(`${of} ${prop}`)) return [];
    // A field of numbers shows no other text.
    if (prop === "defaultValue" && json["inputType"] === "number") return [];
    return refsOf(schema).flatMap((target) => {
      if (target === "ShownText")
        return of === "Markdown" ? wordsIn(value) : [toText(value)];
      const inner = values[target]?.["properties"];
      if (!inner || typeof value !== "object") return [];
      return [value]
        .flat()
        .flatMap((one) =>
          textsIn(one as Node, inner as Record<string, JsonSchema>, target),
        );
    });
  });
}

/** What a schema refers to: itself, one of several, or the items of a list. */
function refsOf(schema: JsonSchema | boolean | undefined): string[] {
  if (typeof schema !== "object") return [];
  const { $ref, anyOf, items } = schema;
  return [
    ...(typeof $ref === "string" ? (/\w+$/.exec($ref) ?? []) : []),
    ...(Array.isArray(anyOf) ? anyOf.flatMap(refsOf) : []),
    ...refsOf(items),
  ];
}

/** The words of a Markdown text, without where its links lead. */
function wordsIn(value: unknown): string[] {
  return (
    toText(value)
      .replaceAll(/\]\([^)]*\)/g, "]")
      .match(/\p{L}+/gu) ?? []
  );
}
