// @vitest-environment node
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { validateWidget, widgetPrompt } from "../../src/schema/index.js";
import examples from "../../src/schema/examples.json" with { type: "json" };

const FEW = ["Card", "Row", "Text", "Button"];

test.for(examples)("the example for $for is right", ({ widget }) => {
  expect(validateWidget(widget)).toEqual([]);
});

test("all nodes are in it, with five examples, in less than 2,500 tokens", () => {
  const prompt = widgetPrompt();
  for (const type of ["Badge", "Table.Cell", "ListViewItem", "Chart"]) {
    expect(prompt).toContain(`\n${type} (`);
  }
  for (const { widget } of examples) {
    expect(prompt).toContain(JSON.stringify(widget));
  }
  expect(examples).toHaveLength(5);
  expect(countTokens(prompt)).toBeLessThan(2500);
});

test("it speaks of the nodes that may be used, and of no other", () => {
  const prompt = widgetPrompt({ nodes: FEW });
  expect(prompt).toMatch(/\nButton \(label, onClickAction ActionConfig/);
  expect(prompt).toContain("ActionConfig = {type!");
  for (const other of ["Chart", "DatePicker", "Form", "Badge"]) {
    expect(prompt).not.toMatch(new RegExp(`"${other}"|\\n${other} \\(`));
  }
  expect(countTokens(prompt)).toBeLessThan(800);
});

test("there are as many examples as asked for, of nodes that may be used", () => {
  const count = (options: object) =>
    widgetPrompt(options).match(/^\{"type":/gm)?.length ?? 0;
  expect(count({ examples: 2 })).toBe(2);
  expect(count({ examples: 0 })).toBe(0);
  expect(count({ nodes: [...FEW, "Title", "Badge"] })).toBe(1);
});

test("words that it names are those of the nodes", () => {
  const prompt = widgetPrompt();
  for (const [, name] of prompt.matchAll(/ ([A-Z]\w+s\d?)(?=[,)}])/g)) {
    expect(prompt).toContain(`\n${name} = `);
  }
});

test("the host's nodes are in it", () => {
  const Product = {
    description: "A product with its price.",
    properties: {
      name: { type: "string" },
      price: { type: "number" },
      kind: { enum: ["new", "sale"] },
    },
    required: ["name"],
  };
  expect(widgetPrompt({ nodes: FEW, components: { Product } })).toContain(
    "\nProduct (name!, price number, kind new|sale): A product with its price.",
  );
  expect(() => widgetPrompt({ nodes: ["Product"] })).toThrow(/no node/);
});
