import { cleanup, render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { nodes as types } from "../../src/nodes/index.js";
import reference from "../../docs/nodes.md?raw";

type Json = Record<string, unknown>;

/** The properties without which a node shows nothing, or is reported. */
const required: Record<string, Json> = {
  Badge: { label: "New" },
  Button: { label: "Go" },
  Caption: { value: "Note" },
  Chart: {
    data: [{ x: 1, y: 2 }],
    series: [{ type: "bar", dataKey: "y" }],
    xAxis: "x",
  },
  Checkbox: { name: "field" },
  DatePicker: { name: "field" },
  Icon: { name: "check" },
  Image: { src: "/a.png" },
  Input: { name: "field" },
  Label: { value: "Name", fieldName: "field" },
  Markdown: { value: "*text*" },
  RadioGroup: { name: "field", options: [{ value: "a", label: "A" }] },
  Select: { name: "field", options: [{ value: "a", label: "A" }] },
  Text: { value: "Text" },
  Textarea: { name: "field" },
  Title: { value: "Title" },
  Transition: { children: { type: "Badge", label: "New" } },
};

/** What the values of a node need, beside its name in the form. */
const needed: Record<string, Json> = {
  // There is no value.
  DatePicker: { "data-field": "field", "data-empty": "" },
  Select: { "data-field": "field", "data-empty": "" },
  Checkbox: { "data-field": "field" },
  Input: { "data-field": "field" },
  RadioGroup: { "data-field": "field" },
  Textarea: { "data-field": "field" },
  // There is no size.
  Image: { "data-unsized": "" },
};

/** Those that keep password managers away are for them. */
const IGNORED = /^data-(?:1p-|bw|lp)ignore$/;

/** The data attributes of an element. */
function dataOf(element: Element) {
  return Object.fromEntries(
    Array.from(element.attributes)
      .filter(({ name }) => name.startsWith("data-") && !IGNORED.test(name))
      .map(({ name, value }) => [name, value]),
  );
}

/** The outermost element of the node. */
function renderNode(json: Json): Element {
  cleanup();
  const { container } = render(
    <WidgetRenderer
      widget={json as unknown as WidgetNode}
      onError={(error) => {
        throw new Error(error.message);
      }}
    />,
  );
  return container.querySelector(`.${classOf(json["type"] as string)}`)!;
}

const classOf = (type: string) => `wr-${type.replace(".", "")}`;

const minimal = (type: string): Json => ({ type, ...required[type] });

/** Each property with a closed set of values: `["Badge", "size", ["sm", "md", "lg"], "sm"]`. */
const closed = reference
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const [type] = /^[\w.]+/.exec(section)!;
    const rows = section.matchAll(
      /^\| `(\w+)` \| ((?:`"[^`]+"`(?: \\\| )?)+) \| (?:`"([^"]+)"`|[^|]*) \|/gm,
    );
    return Array.from(rows, ([, prop, words, otherwise]) => ({
      type,
      prop: prop!,
      values: Array.from(words!.matchAll(/"([^"]+)"/g), ([, word]) => word!),
      otherwise,
    }));
  })
  .filter(({ type }) => Object.hasOwn(types, type));

/** These are not a look: they are in the style, in another attribute, or in a popover. */
const ELSEWHERE = new Set(
  ["align justify wrap", "inputType side align", "style"].flatMap((words) =>
    words.split(" "),
  ),
);

/** The attributes that have another name than their property, or one in parts. */
const NAMES: Record<string, string> = {
  textAlign: "data-align",
  vAlign: "data-v-align",
  colSize: "data-col-size",
  iconSize: "data-icon-size",
  gutterSize: "data-gutter-size",
};

describe("the class alone is the look of a node by default", () => {
  test.each(Object.keys(types))("%s", (type) => {
    const element = renderNode(minimal(type));
    expect(element).toHaveClass(classOf(type));
    expect(dataOf(element)).toEqual(needed[type] ?? {});
    for (const part of element.querySelectorAll('[class^="wr-"]')) {
      expect([part.className, dataOf(part)]).toEqual([part.className, {}]);
    }
  });
});

describe("a closed value is an attribute where it is not the default", () => {
  const looks = closed.filter(
    ({ type, prop }) =>
      !ELSEWHERE.has(prop) || (type === "Table.Cell" && prop === "align"),
  );

  test("the reference has them", () => {
    expect(looks.length).toBeGreaterThan(35);
  });

  test.each(looks)("$type $prop", ({ type, prop, values, otherwise }) => {
    const before = dataOf(renderNode(minimal(type)));
    const name = NAMES[prop] ?? `data-${prop}`;
    for (const value of values) {
      const after = dataOf(renderNode({ ...minimal(type), [prop]: value }));
      // In a heading of a table the class alone is not "normal".
      const kept = prop === "weight" && value === "normal";
      const given =
        (value === otherwise && !kept) || value === "column"
          ? {}
          : { [name]: value };
      expect([value, after]).toEqual([value, { ...before, ...given }]);
    }
  });

  test.each([
    ["Button", "pill"],
    ["Badge", "pill"],
  ])("%s is a pill unless it says no", (type, prop) => {
    const pill = (value: boolean) =>
      dataOf(renderNode({ ...minimal(type), [prop]: value }));
    expect(pill(true)).toEqual({});
    expect(pill(false)).toEqual({ "data-pill": "false" });
  });
});

describe("the gap of a container", () => {
  test.each([
    [undefined, undefined],
    [3, "3"],
    ["1.5", "1.5"],
    [7, "css"],
    ["10px", "css"],
  ])("%s is %s", (gap, said) => {
    for (const type of ["Row", "Col", "Box", "Form", "Basic"]) {
      const { "data-spacing": spacing } = dataOf(
        renderNode({ ...minimal(type), gap }),
      );
      expect([type, spacing]).toEqual([type, said]);
    }
  });
});

test("an address is on the outermost element", () => {
  for (const type of Object.keys(types)) {
    expect(dataOf(renderNode({ ...minimal(type), id: "a" }))).toHaveProperty(
      "data-node-id",
      "a",
    );
  }
});

test("a text without an icon is directly in its button or badge", () => {
  for (const type of ["Button", "Badge"]) {
    expect(renderNode(minimal(type)).childElementCount).toBe(0);
  }
  const button = renderNode({ ...minimal("Button"), iconStart: "check" });
  expect(button.querySelector(".wr-Button-label")).toHaveTextContent("Go");
});
