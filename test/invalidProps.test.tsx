import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { StrictMode } from "react";
import { render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../src/index.js";

const text = { type: "Text", value: "beside" };

function show(node: object) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const widget = { type: "Card", children: [node, text] };
  const at = (json: object) => (
    <StrictMode>
      <WidgetRenderer widget={json as WidgetNode} onError={onError} />
    </StrictMode>
  );
  const view = render(at(widget));
  return {
    ...view,
    again: () =>
      view.rerender(at(JSON.parse(JSON.stringify(widget)) as object)),
    reports: () => onError.mock.calls.map(([error]) => error),
  };
}

/** A node, the path of what is wrong in it, and what the report says. */
const WRONG: [node: object, path: string, says: RegExp][] = [
  [{ type: "Text", value: ["a", "b"] }, "/value", /list.*text.*"a b"/],
  [{ type: "Text", text: "x" }, "/value", /missing.*text/],
  [{ type: "Title", valeu: "x" }, "/value", /"valeu" should be "value"/],
  [
    { type: "Caption", value: "x", size: "medium" },
    "/size",
    /"medium".*sm, md, lg.*"md"/,
  ],
  [{ type: "Text", value: "x", weight: 700 }, "/weight", /700.*bold/],
  [{ type: "Text", value: "x", maxLines: "two" }, "/maxLines", /number/],
  [{ type: "Text", value: "x", truncate: "yes" }, "/truncate", /true, false/],
  [{ type: "Badge", label: { text: "new" } }, "/label", /"new"/],
  [{ type: "Badge", label: "x", color: "sucess" }, "/color", /"success"/],
  [{ type: "Button", label: { text: "Go" } }, "/label", /text.*"Go"/],
  [{ type: "Button", labl: "Go" }, "/label", /"labl" should be "label"/],
  [{ type: "Button", label: null }, "/label", /missing/],
  [
    { type: "Button", label: "Go", onClickAction: "go" },
    "/onClickAction",
    /"go".*"type"/,
  ],
  [
    { type: "Form", onSubmitAction: "go", children: [] },
    "/onSubmitAction",
    /"go"/,
  ],
  [{ type: "Row", gap: "md", children: [] }, "/gap", /"md".*units/],
  [{ type: "Col", padding: "lg", children: [] }, "/padding", /"lg"/],
  [{ type: "Col", padding: { x: "lg" }, children: [] }, "/padding/x", /"lg"/],
  [{ type: "Col", padding: -1, children: [] }, "/padding", /-1/],
  [{ type: "Box", aspectRatio: "16:9" }, "/aspectRatio", /"16\/9"/],
  [{ type: "Box", width: "wide" }, "/width", /"wide"/],
  [{ type: "Box", width: "10 px" }, "/width", /"10px"/],
  [{ type: "Box", flex: "grow" }, "/flex", /"grow"/],
  [{ type: "Box", radius: 12 }, "/radius", /12.*2xl/],
  [{ type: "Box", border: "1px solid" }, "/border", /nearest is 1\b/],
  [
    { type: "Box", border: { size: 1, style: "dash" } },
    "/border/style",
    /"dashed"/,
  ],
  [
    { type: "Box", background: "secondary" },
    "/background",
    /surface-secondary/,
  ],
  [{ type: "Box", align: "between" }, "/align", /stretch/],
  [{ type: "Box", direction: "horizontal" }, "/direction", /row/],
  [{ type: "Icon", nam: "check" }, "/name", /"nam" should be "name"/],
  [{ type: "Image", source: "/a.png" }, "/src", /missing/],
  [{ type: "Image", src: "/a.png", fit: "covr" }, "/fit", /"cover"/],
  [{ type: "Divider", spacing: "lg" }, "/spacing", /"lg"/],
  [{ type: "Spacer", minSize: "big" }, "/minSize", /"big"/],
  [{ type: "Input", nme: "x" }, "/name", /"nme" should be "name"/],
  [{ type: "Input", name: "n", inputType: "mail" }, "/inputType", /"email"/],
  [
    { type: "Input", name: "n", pattern: "(" },
    "/pattern",
    /regular expression/,
  ],
  [
    { type: "Textarea", name: "n", pattern: "(" },
    "/pattern",
    /regular expression/,
  ],
  [
    { type: "Text", value: "", editable: { name: "n", pattern: "(" } },
    "/editable/pattern",
    /regular expression/,
  ],
  [{ type: "Textarea", name: "n", rows: "many" }, "/rows", /number/],
  [{ type: "Select", name: "n" }, "/options", /missing/],
  [{ type: "Select", name: "n", options: ["A"] }, "/options/0", /"A"/],
  [
    { type: "RadioGroup", name: "n", options: [{ value: "a", labl: "A" }] },
    "/options/0/label",
    /"labl"/,
  ],
  [{ type: "DatePicker", name: "n", min: "tomorrow" }, "/min", /date/],
  [{ type: "Checkbox", name: "n", label: [] }, "/label", /text/],
  [
    { type: "Checkbox", name: "n", onChangeAction: "go" },
    "/onChangeAction",
    /"go"/,
  ],
  [{ type: "Label", value: "x", name: "n" }, "/fieldName", /missing/],
  [{ type: "Card", status: "Live", children: [] }, "/status", /"text":"Live"/],
  [
    {
      type: "Card",
      confirm: { labl: "OK", action: { type: "a" } },
      children: [],
    },
    "/confirm/label",
    /"labl"/,
  ],
  [{ type: "Card", size: "large", children: [] }, "/size", /"lg"/],
  [{ type: "ListView", limit: "all", children: [] }, "/limit", /number/],
  [
    { type: "ListViewItem", onClickAction: "go", children: [] },
    "/onClickAction",
    /"go"/,
  ],
  [
    {
      type: "Table",
      children: [
        {
          type: "Table.Row",
          children: [{ type: "Table.Cell", colSpan: "two", children: [] }],
        },
      ],
    },
    "/children/0/children/0/colSpan",
    /number/,
  ],
  [{ type: "Markdown", value: {} }, "/value", /text/],
];

describe("a value that a property cannot have", () => {
  test.each(WRONG)("%j is reported once, at %s", (node, path, says) => {
    const { again, reports } = show(node);
    again();
    expect(screen.getByText("beside")).toBeVisible();
    expect(reports()).toEqual([
      expect.objectContaining({
        code: "invalid-prop",
        path: `/children/0${path}`,
        message: expect.stringMatching(says) as string,
      }),
    ]);
  });

  test("is reported again where it is in another place, and not as its node changes", () => {
    const onError = vi.fn<(error: WidgetError) => void>();
    const at = (...values: string[]) => (
      <WidgetRenderer
        widget={{
          type: "Col",
          children: values.map((value) => ({
            type: "Text",
            value,
            size: "medium" as "md",
          })),
        }}
        onError={onError}
      />
    );
    const { rerender } = render(at("a"));
    rerender(at("a b"));
    rerender(at("a b c", "d"));
    expect(onError.mock.calls.map(([{ path }]) => path)).toEqual([
      "/children/0/size",
      "/children/1/size",
    ]);
  });
});

test.each([
  { type: "Text", value: null },
  { type: "Text", value: "x", size: null, color: null, unknown: "x" },
  { type: "Text", value: 1 },
  { type: "Button", label: "Go", onClickAction: null, pill: "true" },
  { type: "Box", width: "50%", height: "calc(100% - 4px)", padding: "0 8px" },
  { type: "Box", aspectRatio: "16 / 9", flex: "1 1 0", margin: "auto -4px" },
  { type: "Box", gap: "normal", size: "fit-content", border: { x: 1 } },
  { type: "Box", background: "rgb(1 2 3 / 50%)", radius: "100%" },
  { type: "Card", status: null, confirm: null, children: null },
  { type: "Input", name: "n", pattern: "[a-z0-9_-]+", defaultValue: 1 },
])("%j is not reported", (node) => {
  expect(show(node).reports()).toEqual([]);
});

test("a Button without anything to show is left out", () => {
  show({ type: "Button", label: { text: "Go" } });
  expect(screen.queryByRole("button")).toBeNull();
});

test("every control has a name", () => {
  const options = [{ value: "a", label: "A" }];
  for (const type of "Input Textarea Checkbox RadioGroup Select DatePicker".split(
    " ",
  )) {
    const { container, unmount } = show({ type, options });
    const control = container.querySelector(
      "input:not([type=radio]), textarea, [role=radiogroup], [role=combobox], button",
    );
    expect(control, type).toHaveAccessibleName();
    unmount();
  }
});

test("a default holds where a boolean is wrong", () => {
  show({ type: "Button", label: "Go", pill: "round" });
  expect(screen.getByRole("button")).toHaveAttribute("data-pill");
});

const chart = {
  type: "Chart",
  data: [
    { month: "May", sales: 1 },
    { month: "June", sales: 2 },
  ],
  series: [{ type: "bar", dataKey: "sales" }],
  xAxis: "month",
};

test.each<[object, string, RegExp]>([
  [
    { series: [{ type: "pie", dataKey: "sales" }] },
    "/series/0/type",
    /bar, area, line/,
  ],
  [
    { series: [{ type: "bar", dataKey: "sale" }] },
    "/series/0/dataKey",
    /"sales"/,
  ],
  [{ series: [{ type: "bar" }] }, "/series/0/dataKey", /missing/],
  [{ series: "sales" }, "/series", /list/],
  [{ xAxis: "mont" }, "/xAxis", /"month"/],
  [{ xAxis: { dataKey: "mont" } }, "/xAxis/dataKey", /"month"/],
  [
    {
      data: [
        { month: "May", sales: 1 },
        { month: "June", sales: "€1,200" },
        { month: "July", sales: "€9" },
      ],
    },
    "/data/1/sales",
    /number.*1200/,
  ],
])("a Chart with %j reports %s", async (props, path, says) => {
  const { reports } = show({ ...chart, ...props });
  await vi.waitFor(() =>
    expect(reports()).toEqual([
      expect.objectContaining({
        code: "invalid-prop",
        path: `/children/0${path}`,
        message: expect.stringMatching(says) as string,
      }),
    ]),
  );
});

const corpus = join(import.meta.dirname, "../../shared/corpus/widget-files");

describe.runIf(existsSync(corpus))("widgets of others", () => {
  const files = existsSync(corpus)
    ? readdirSync(corpus).filter((name) => name.endsWith(".json"))
    : [];
  test.each(files)("%s is right", (name) => {
    const json = JSON.parse(readFileSync(join(corpus, name), "utf8")) as object;
    expect(show(json).reports()).toEqual([]);
  });
});
