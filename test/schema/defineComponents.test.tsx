import { screen } from "@testing-library/react";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import {
  defineComponents,
  repairWidget,
  validateWidget,
  widgetPrompt,
  widgetSchema,
} from "../../src/schema/index.js";
import { renderWidget } from "../helpers/unit.js";

const { components, schemas } = defineComponents({
  Product: {
    schema: z.object({
      name: z.string().min(1),
      price: z.number().min(0),
      tags: z.array(z.enum(["new", "sale"])).optional(),
    }),
    description: "A product with its price.",
    component: ({ name, price, children }) => {
      expectTypeOf(name).toEqualTypeOf<string>();
      expectTypeOf(price).toEqualTypeOf<number>();
      return (
        <article>
          {name}: {price}
          {children}
        </article>
      );
    },
  },
  Score: {
    schema: { properties: { points: { type: "number" } } },
    component: ({ points }) => <meter value={Number(points)} />,
  },
});

const product = (props: object) => ({
  type: "Card",
  children: [{ type: "Product", id: "p", ...props }],
});

const issuesOf = (props: object, given: object = schemas) =>
  validateWidget(product(props), {
    components: given as Record<string, unknown>,
  });

test("what is defined renders", () => {
  const children = [{ type: "Text", value: "In stock" }];
  const widget = product({ name: "Cup", price: 4, children });
  const { onError } = renderWidget(widget, { components });
  expect(screen.getByRole("article")).toHaveTextContent("Cup: 4In stock");
  expect(onError).not.toHaveBeenCalled();
  expect(issuesOf({ name: "Cup", price: 4, children })).toEqual([]);
});

const wrong: [props: object, path: string, code: string][] = [
  [{ name: "Cup" }, "/price", "missing-prop"],
  [{ name: "Cup", price: "4" }, "/price", "invalid-prop"],
  [{ name: "Cup", price: -1 }, "/price", "invalid-prop"],
  [{ name: "", price: 4 }, "/name", "invalid-prop"],
  [{ name: "Cup", price: 4, tags: ["old"] }, "/tags/0", "invalid-prop"],
];

describe.for<[string, object]>([
  ["in a definition", schemas],
  ["alone", { Product: schemas.Product.schema }],
])("a schema of zod %s", ([, given]) => {
  test.for(wrong)("finds %j wrong at %s", ([props, path, code]) => {
    expect(issuesOf(props, given)).toEqual([
      expect.objectContaining({ code, path: `/children/0${path}` }),
    ]);
  });
});

test("a check that JSON Schema has no words for counts", () => {
  const even = z
    .object({ n: z.number() })
    .refine(({ n }) => n % 2 === 0, { path: ["n"], message: "not even" });
  expect(issuesOf({ n: 3 }, { Product: even })[0]).toMatchObject({
    path: "/children/0/n",
    message: '"n" is wrong: not even',
  });
  expect(issuesOf({ n: 2 }, { Product: even })).toEqual([]);
});

describe("another Standard Schema", () => {
  const standard = (validate: unknown, more = {}) => ({
    Product: Object.assign(() => null, {
      "~standard": { version: 1, vendor: "test", validate, ...more },
    }),
  });

  test("may be a function, and name parts of a path by objects", () => {
    const issues = [{ message: "no", path: [{ key: "a" }, "b/c"] }];
    const given = standard(() => ({ issues }));
    expect(issuesOf({ a: { "b/c": 1 } }, given)[0]).toMatchObject({
      path: "/children/0/a/b~1c",
    });
  });

  test("that fails is one issue, and one that answers later checks nothing", () => {
    const fails = standard(() => {
      throw new Error("broken");
    });
    expect(issuesOf({}, fails)).toEqual([
      expect.objectContaining({ message: expect.stringMatching("broken") }),
    ]);
    const later = standard(() => Promise.resolve({ issues: [] }));
    expect(issuesOf({}, later)).toEqual([]);
  });

  test("that only has a JSON Schema is checked by it", () => {
    const properties = { price: { type: "number" } };
    const input = () => ({ type: "object", properties });
    const given = standard(undefined, { jsonSchema: { input } });
    expect(issuesOf({ price: "x" }, given)[0]?.path).toBe("/children/0/price");
  });
});

test("the schema, the structured output, the prompt and the repair know what is defined", () => {
  const schema = widgetSchema({ components: schemas });
  expect(schema.$defs?.["Product"]).toMatchObject({
    description: "A product with its price.",
    properties: { name: { minLength: 1 } },
    required: ["type", "name", "price"],
  });
  const few = { nodes: ["Card"], components: schemas };
  const output = widgetSchema({ dialect: "structured-output", ...few });
  expect(output.$defs?.["Product"]).toMatchObject({
    required: expect.arrayContaining(["name", "price", "tags"]) as unknown,
    additionalProperties: false,
  });
  expect(widgetPrompt(few)).toContain("Product (name!, price! number, tags");
  const typo = { type: "product", name: "Cup", price: 4 };
  expect(repairWidget(typo, { components: schemas }).widget).toEqual({
    ...typo,
    type: "Product",
  });
});
