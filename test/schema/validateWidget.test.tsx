import { describe, expect, test } from "vitest";
import {
  formatIssues,
  validateWidget,
  type WidgetIssue,
} from "../../src/schema/index.js";
import { renderWidget } from "../helpers/unit.js";
import { mistakes } from "./wrongWidgets.js";

test.for(mistakes)("%s is one issue", ([, { json, ...expected }]) => {
  expect(validateWidget(json)).toEqual([
    expect.objectContaining({
      code: "invalid-prop",
      severity: "error",
      expected: expect.stringMatching(/./),
      received: expect.stringMatching(/./),
      ...expected,
    }),
  ]);
});

test("there are more than 60 mistakes", () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(60);
});

/** Where the renderer says less, since it knows neither the other names nor all properties. */
const SAYS_LESS = ["a value under another name", "a limit that is none"];

test.for(mistakes)(
  "the renderer's report of %s is the same issue",
  ([name, { json }]) => {
    const { onError } = renderWidget(json);
    const issues = validateWidget(json);
    for (const [{ code, path, message }] of onError.mock.calls) {
      if (SAYS_LESS.includes(name)) continue;
      expect(issues.map((issue) => issue.message)).toContain(message);
      if (code === "invalid-prop") {
        expect(issues.map((issue) => issue.path)).toContain(path);
      }
    }
  },
);

test("a row that is none is counted in the path of what comes after it", () => {
  const json = {
    type: "Chart",
    data: [7, { month: "Jan", sold: true }],
    series: [{ type: "bar", dataKey: "sold" }],
    xAxis: "month",
  };
  expect(validateWidget(json).map(({ path }) => path)).toContain(
    "/data/1/sold",
  );
});

describe("the host's own nodes", () => {
  const Product = {
    type: "object",
    properties: {
      name: { type: "string", minLength: 1 },
      price: { type: "number", minimum: 0 },
      tags: { type: "array", items: { $ref: "#/$defs/Tag" } },
    },
    required: ["name", "price"],
    additionalProperties: false,
    $defs: { Tag: { enum: ["new", "sale"] } },
  };
  const issuesOf = (props: object, components: object = { Product }) =>
    validateWidget(
      {
        type: "Card",
        children: [{ type: "Product", key: "p", id: "p", ...props }],
      },
      { components: components as Record<string, unknown> },
    );

  test("are known, with children", () => {
    const children = [{ type: "Text", value: "Hello" }];
    const props = { name: "Cup", price: 4, tags: ["new"], children };
    expect(issuesOf(props)).toEqual([]);
    expect(issuesOf({ anything: 1 }, { Product: () => null })).toEqual([]);
    expect(issuesOf({ anything: 1 }, { Product: true })).toEqual([]);
  });

  test.for([
    [{ name: "Cup" }, "/price"],
    [{ name: "Cup", price: "4" }, "/price"],
    [{ name: "Cup", price: -1 }, "/price"],
    [{ name: "", price: 4 }, "/name"],
    [{ name: "Cup", price: 4, tags: ["old"] }, "/tags/0"],
    [{ name: "Cup", price: 4, color: "red" }, "/color"],
    [{ name: "Cup", price: 4, children: ["x"] }, "/children/0"],
  ] as const)("%j is wrong at %s", ([props, path]) => {
    expect(issuesOf(props).map((issue) => issue.path)).toEqual([
      `/children/0${path}`,
    ]);
  });

  test("replace those of the library", () => {
    const json = { type: "Badge", count: 3 };
    const components = {
      Badge: { type: "object", properties: { count: { type: "number" } } },
    };
    expect(validateWidget(json, { components })).toEqual([]);
  });
});

test("colours and icons of the host are known", () => {
  const json = {
    type: "Box",
    background: "brand-teal",
    children: [{ type: "Icon", name: "logo" }],
  };
  const options = { tokens: { "brand-teal": "#0f766e" }, icons: ["logo"] };
  expect(validateWidget(json).map(({ path }) => path)).toEqual([
    "/background",
    "/children/0/name",
  ]);
  expect(validateWidget(json, options)).toEqual([]);
});

test.for<[what: string, props: object]>([
  ["null is absent", { color: null, onClickAction: null, children: null }],
  ["an action with other keys", { onClickAction: { type: "a", ask: true } }],
  ["a name of lucide", { iconStart: "lucide:rocket" }],
  ["an empty text", { iconStart: "" }],
])("%s is right", ([, props]) => {
  const json = { type: "Button", label: 3, ...props };
  expect(validateWidget(json)).toEqual([]);
});

test("a widget may name its schema, and Markdown may show a template as code", () => {
  const value = "Write `{{ name }}`:\n\n```jinja\n{% if a %}\n```";
  const json = { $schema: "x", type: "Markdown", value };
  expect(validateWidget(json)).toEqual([]);
});

test("fields of two forms may have one name, and a disabled one too", () => {
  const form = { type: "Form", children: [{ type: "Input", name: "a" }] };
  const disabled = { type: "Input", name: "b", disabled: true };
  const children = [form, form, disabled, { type: "Input", name: "b" }];
  expect(validateWidget({ type: "Card", children })).toEqual([]);
});

test("what a type does not have is not compared with what it has", () => {
  const others = { options: [], min: "2026-02-01", max: "2026-01-01" };
  const more = { ...others, rows: 3, maxRows: 1, series: [{ dataKey: "b" }] };
  const json = { type: "Input", name: "a", defaultValue: "b", ...more };
  expect(validateWidget(json).map(({ severity }) => severity)).toEqual(
    Object.keys(more).map(() => "hint"),
  );
});

test("an editable text is a field named by its node", () => {
  const editable = { type: "Text", value: "a", id: "b", editable: true };
  const children = [editable, { type: "Input", name: "b" }];
  expect(validateWidget(editable)).toEqual([]);
  expect(validateWidget({ ...editable, id: "" })).toMatchObject([
    { code: "field-name", path: "/editable" },
  ]);
  expect(validateWidget({ type: "Form", children })).toMatchObject([
    { code: "field-name", path: "/children/1/name" },
  ]);
});

test.for<[node: object, message: string]>([
  [
    { type: "Checkbox", name: "a", label: "b", defaultChecked: "c" },
    '"defaultChecked" is "c", so the default applies. Allowed: true, false.',
  ],
  [
    { type: "Card", status: [] },
    '"status" is a list, so the default applies. Allowed: an object with "text".',
  ],
  [{ type: "Card", status: {} }, '"text" is missing. There is nothing.'],
  [
    { type: "Box", background: "16:9" },
    '"background" is "16:9", so the default applies. Allowed: surface, surface-secondary, surface-elevated, blue-500, CSS.',
  ],
  [
    { type: "Select", name: "a", defaultValue: "b", options: [{ label: "" }] },
    '"defaultValue" is "b", so the default applies. Allowed: the value of an option.',
  ],
])("of %j it says no more than what helps", ([node, message]) => {
  expect(validateWidget(node).map((issue) => issue.message)).toContain(message);
});

describe("formatIssues", () => {
  const json = {
    type: "Card",
    children: [
      { type: "Text", value: "a", size: "small" },
      { type: "Button", label: "Go", onClick: { type: "go" } },
      { type: "Box", width: "wide" },
    ],
  };

  test("says where, what, and what to write instead", () => {
    expect(formatIssues(validateWidget(json))).toMatchInlineSnapshot(`
      "- /children/0/size: "size" is "small", so the default applies. Allowed: xs, sm, md, lg, xl. Write "sm".
      - /children/1/onClick (hint): "onClick" is no property here, so it is ignored. Write "onClickAction".
      - /children/2/width: "width" is "wide", so the default applies. Allowed: px from 0 up, CSS."
    `);
  });

  test("writes as many as asked for", () => {
    const lines = formatIssues(validateWidget(json), { max: 1 }).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe("… and 2 more.");
    expect(formatIssues([])).toBe("");
  });

  test("is one line for each, whatever the widget has in it", () => {
    const name = "a\u001b[2J\r\n::error::\u009b\u202e\u2028b\u007f";
    const issues = validateWidget({
      type: "Card",
      [name]: { a: "{{" },
      children: [
        { type: name },
        { type: "Icon", name },
        { type: "Input", [name]: "a" },
      ],
    });
    expect(issues.length).toBeGreaterThanOrEqual(5);
    const lines = formatIssues(issues).split("\n");
    expect(lines).toHaveLength(issues.length);
    for (const line of lines) expect(line).toMatch(/^[ -~…\ufffd]+$/);
    expect(lines.join()).toContain("\ufffd[2J\ufffd\ufffd::error");
  });

  test("takes issues of any length", () => {
    const issue: WidgetIssue = {
      ...validateWidget(null)[0]!,
      suggestion: "x".repeat(10_000),
    };
    expect(formatIssues([issue]).length).toBeLessThan(1000);
  });
});
