/** What is wrong in a node, and the one issue that says so. */
export interface Wrong {
  /** A child of a Card, or the whole widget where `path` is given from the root. */
  json: unknown;
  /** From the node. */
  path: string;
  code?: string;
  suggestion?: unknown;
  severity?: "hint";
}

const action = { type: "go" };
const button = (props: object) => ({ type: "Button", label: "Go", ...props });
const text = (props: object) => ({ type: "Text", value: "Hello", ...props });
const select = (props: object) => ({
  type: "Select",
  name: "size",
  options: [{ value: "s", label: "Small" }],
  ...props,
});
const chart = (props: object) => ({
  type: "Chart",
  data: [{ month: "Jan", sold: 3 }],
  series: [{ type: "bar", dataKey: "sold" }],
  xAxis: "month",
  ...props,
});

/** A row for each mistake: what it is → the node with it. */
export const wrongNodes: Readonly<Record<string, Wrong>> = {
  // Nodes.
  "a text in place of a node": {
    json: "Hello",
    path: "",
    code: "invalid-widget",
    suggestion: text({}),
  },
  "a number in place of a node": { json: 7, path: "", code: "invalid-widget" },
  "a list in place of a node": {
    json: [text({})],
    path: "",
    code: "invalid-widget",
  },
  "no type": {
    json: { value: "Hello" },
    path: "/type",
    code: "invalid-widget",
  },
  "a type that is no text": {
    json: { type: 3 },
    path: "/type",
    code: "invalid-widget",
  },
  "an unknown type": {
    json: { type: "Hologram" },
    path: "/type",
    code: "unknown-node",
  },
  "a type of a prototype": {
    json: { type: "constructor" },
    path: "/type",
    code: "unknown-node",
  },
  "a misspelt type": {
    json: { type: "Buton", label: "Go" },
    path: "/type",
    code: "unknown-node",
    suggestion: "Button",
  },
  "a type in another case": {
    json: { type: "text", value: "Hello" },
    path: "/type",
    code: "unknown-node",
    suggestion: "Text",
  },
  "the name of a component": {
    json: { type: "TableRow" },
    path: "/type",
    code: "unknown-node",
    suggestion: "Table.Row",
  },
  "children of a node that has none": {
    json: text({ children: [text({})] }),
    path: "/children",
  },
  "children under another name": {
    json: { type: "Col", items: [text({})] },
    path: "/items",
    suggestion: "children",
  },

  // Closed sets.
  "a size that is none": {
    json: text({ size: "huge" }),
    path: "/size",
  },
  "a size in words": {
    json: text({ size: "small" }),
    path: "/size",
    suggestion: "sm",
  },
  "a word in another case": {
    json: { type: "Badge", label: "New", color: "Success" },
    path: "/color",
    suggestion: "success",
  },
  "a word of CSS": {
    json: { type: "Row", justify: "space-between" },
    path: "/justify",
    suggestion: "between",
  },
  "a variant that is none": {
    json: button({ variant: "filled" }),
    path: "/variant",
  },
  "a number where words are": {
    json: text({ weight: 600 }),
    path: "/weight",
  },
  "a radius in px": { json: { type: "Box", radius: "12px" }, path: "/radius" },
  "a theme that is none": {
    json: { type: "Card", theme: "Dark" },
    path: "/theme",
    suggestion: "dark",
  },
  "a limit that is none": {
    json: { type: "ListView", limit: "all" },
    path: "/limit",
  },
  "a curve that is none": {
    json: chart({
      series: [{ type: "line", dataKey: "sold", curveType: "smooth" }],
    }),
    path: "/series/0/curveType",
  },
  "a border style that is none": {
    json: { type: "Box", border: { size: 1, style: "wavy" } },
    path: "/border/style",
  },

  // Kinds.
  "an object as a text": {
    json: button({ label: { text: "Go" } }),
    path: "/label",
    suggestion: "Go",
  },
  "a list as a text": {
    json: text({ value: ["a", "b"] }),
    path: "/value",
    suggestion: "a b",
  },
  "a text as a number": {
    json: { type: "Textarea", name: "note", rows: "three" },
    path: "/rows",
  },
  "a number with a unit": {
    json: text({ maxLines: "3 lines" }),
    path: "/maxLines",
    suggestion: 3,
  },
  "a number in a text": {
    json: text({ maxLines: "3" }),
    path: "/maxLines",
    severity: "hint",
    suggestion: 3,
  },
  "a boolean that is none": { json: button({ pill: "yes" }), path: "/pill" },
  "a boolean in a text": {
    json: button({ pill: "true" }),
    path: "/pill",
    severity: "hint",
    suggestion: true,
  },
  "options that are no list": {
    json: select({ options: { s: "Small" } }),
    path: "/options",
  },
  "an option that is a text": {
    json: select({ options: ["Small"] }),
    path: "/options/0",
    suggestion: { label: "Small" },
  },
  "a status that is a text": {
    json: { type: "Card", status: "Loading" },
    path: "/status",
    suggestion: { text: "Loading" },
  },
  "a date that is none": {
    json: { type: "DatePicker", name: "due", min: "tomorrow" },
    path: "/min",
  },
  "a day that no month has": {
    json: { type: "DatePicker", name: "due", defaultValue: "2026-02-31" },
    path: "/defaultValue",
  },
  "a pattern that is no regular expression": {
    json: { type: "Input", name: "code", pattern: "[a-" },
    path: "/pattern",
  },
  "a series that is no object": {
    json: chart({ series: ["sold"] }),
    path: "/series/0",
  },

  // Lengths and colours.
  "a gap in words": { json: { type: "Row", gap: "md" }, path: "/gap" },
  "a width that is none": {
    json: { type: "Box", width: "wide" },
    path: "/width",
  },
  "a unit of another system": {
    json: { type: "Box", width: "16dp" },
    path: "/width",
    suggestion: "16px",
  },
  "a blank before the unit": {
    json: { type: "Box", width: "16 px" },
    path: "/width",
    suggestion: "16px",
  },
  "a length below 0": { json: { type: "Box", height: -4 }, path: "/height" },
  "a length that is a boolean": {
    json: { type: "Box", minWidth: true },
    path: "/minWidth",
  },
  "a padding in words": {
    json: { type: "Card", padding: "lg" },
    path: "/padding",
  },
  "a side in words": {
    json: { type: "Box", padding: { x: 2, top: "lots" } },
    path: "/padding/top",
  },
  "a padding without sides": {
    json: { type: "Box", padding: { horizontal: 2 } },
    path: "/padding",
  },
  "a ratio with a colon": {
    json: { type: "Image", src: "a.png", aspectRatio: "16:9" },
    path: "/aspectRatio",
    suggestion: "16/9",
  },
  "a border that is CSS": {
    json: { type: "Box", border: "1px solid red" },
    path: "/border",
    suggestion: 1,
  },
  "a colour that is none": { json: text({ color: "bleu" }), path: "/color" },
  "a step that the palette lacks": {
    json: text({ color: "blue-550" }),
    path: "/color",
  },
  "a hex colour with a letter too many": {
    json: { type: "Box", background: "#ff00zz" },
    path: "/background",
  },
  "a colour of texts as a background": {
    json: { type: "Box", background: "secondary" },
    path: "/background",
  },
  "one scheme of two that is none": {
    json: { type: "Box", background: { light: "#fff", dark: "dim" } },
    path: "/background",
  },
  "a background that loads": {
    json: { type: "Box", background: "url(https://example.com/a.png)" },
    path: "/background",
    code: "blocked-style",
  },
  "a picture of another scheme": {
    json: { type: "Image", src: "javascript:alert(1)" },
    path: "/src",
    code: "blocked-url",
  },

  // Properties that lack, or that nobody reads.
  "a text without value": {
    json: { type: "Text" },
    path: "/value",
    code: "missing-prop",
  },
  "a value under another name": {
    json: { type: "Text", text: "Hello" },
    path: "/value",
    code: "missing-prop",
    suggestion: "Hello",
  },
  "a picture without address": {
    json: { type: "Image", alt: "A hill" },
    path: "/src",
    code: "missing-prop",
  },
  "a field without name": {
    json: { type: "Input" },
    path: "/name",
    code: "missing-prop",
  },
  "an option without value": {
    json: select({ options: [{ label: "Small" }] }),
    path: "/options/0/value",
    code: "missing-prop",
  },
  "a series without kind": {
    json: chart({ series: [{ dataKey: "sold" }] }),
    path: "/series/0/type",
    code: "missing-prop",
  },
  "a chart's value that is no number": {
    json: chart({ data: [{ month: "Jan", sold: "about 3" }] }),
    path: "/data/0/sold",
    suggestion: 3,
  },
  "a chart's value that is an object": {
    json: chart({
      data: [
        { month: "Jan", sold: 3 },
        { month: "Feb", sold: {} },
      ],
    }),
    path: "/data/1/sold",
  },
  "a number below its least": {
    json: text({ maxLines: 0 }),
    path: "/maxLines",
    suggestion: 1,
  },
  "a number that is not whole": {
    json: text({ maxLines: 2.5 }),
    path: "/maxLines",
    suggestion: 3,
  },
  "a distance below 0": {
    json: chart({ barGap: -4 }),
    path: "/barGap",
    suggestion: 0,
  },
  "a greatest height below the height": {
    json: { type: "Textarea", name: "note", rows: 5, maxRows: 3 },
    path: "/maxRows",
    suggestion: 5,
  },
  "a last date before the first": {
    json: {
      type: "DatePicker",
      name: "day",
      min: "2026-12-01",
      max: "2026-11-01",
    },
    path: "/min",
    suggestion: "2026-11-01",
  },
  "a pair of colours in a pair": {
    json: text({ color: { light: { light: "red" }, dark: "blue" } }),
    path: "/color",
  },
  "a chart without axis": {
    json: chart({ xAxis: undefined }),
    path: "/xAxis",
    code: "missing-prop",
  },
  "a confirm without action": {
    json: { type: "Card", confirm: { label: "Book" } },
    path: "/confirm/action",
    code: "missing-prop",
  },
  "a misspelt property": {
    json: button({ iconStrat: "check" }),
    path: "/iconStrat",
    code: "unknown-prop",
    severity: "hint",
    suggestion: "iconStart",
  },
  "a handler of React": {
    json: button({ onClick: action }),
    path: "/onClick",
    code: "unknown-prop",
    severity: "hint",
    suggestion: "onClickAction",
  },
  "a property of another node": {
    json: { type: "Row", onClickAction: action },
    path: "/onClickAction",
    code: "unknown-prop",
    severity: "hint",
  },
  "a property in an object that does not have it": {
    json: { type: "Card", status: { text: "Live", colour: "red" } },
    path: "/status/colour",
    code: "unknown-prop",
    severity: "hint",
  },
  "a side that is none": {
    json: { type: "Box", margin: { top: 1, start: 2 } },
    path: "/margin/start",
    code: "unknown-prop",
    severity: "hint",
  },

  // Actions.
  "an action that is a text": {
    json: button({ onClickAction: "order.cancel" }),
    path: "/onClickAction",
    suggestion: { type: "order.cancel" },
  },
  "an action without type": {
    json: button({ onClickAction: { payload: { id: 1 } } }),
    path: "/onClickAction",
  },
  "an action whose type is no text": {
    json: button({ onClickAction: { type: 7 } }),
    path: "/onClickAction",
  },
  "a list of actions": {
    json: button({ onClickAction: [action] }),
    path: "/onClickAction",
  },
  "a handler that is none": {
    json: button({ onClickAction: { ...action, handler: "browser" } }),
    path: "/onClickAction/handler",
  },
  "a loading behaviour that is none": {
    json: button({ onClickAction: { ...action, loadingBehavior: "Self" } }),
    path: "/onClickAction/loadingBehavior",
    suggestion: "self",
  },

  // Icons and what a template left.
  "an icon that is none": {
    json: { type: "Icon", name: "calender" },
    path: "/name",
    code: "unknown-icon",
    severity: "hint",
    suggestion: "calendar",
  },
  "a part of a template": {
    json: text({ value: "Hello {{ name }}" }),
    path: "/value",
    code: "template",
  },
  "a tag of a template": {
    json: text({ value: "{% if paid %}Paid{% endif %}" }),
    path: "/value",
    code: "template",
  },
  "a part of a template in a payload": {
    json: button({ onClickAction: { ...action, payload: { id: "{{id}}" } } }),
    path: "/onClickAction/payload/id",
    code: "template",
  },

  // What is said in two places.
  "a default that no option has": {
    json: select({ defaultValue: "m" }),
    path: "/defaultValue",
  },
  "the label of an option as the default": {
    json: select({ defaultValue: "Small" }),
    path: "/defaultValue",
    suggestion: "s",
  },
  "an axis that no row has": {
    json: chart({ xAxis: "moth" }),
    path: "/xAxis",
    suggestion: "month",
  },
  "a series that no row has": {
    json: chart({ series: [{ type: "bar", dataKey: "sales" }] }),
    path: "/series/0/dataKey",
  },

  // Fields.
  "a field name that reaches a prototype": {
    json: { type: "Input", name: "a.__proto__.b" },
    path: "/name",
    code: "field-name",
  },
  "a default without options": {
    json: { type: "RadioGroup", name: "a", defaultValue: "b", options: null },
    path: "/defaultValue",
  },
  "a number as a background": {
    json: { type: "Box", background: "1.5" },
    path: "/background",
  },
  "a colour that raises its declaration": {
    json: { type: "Box", background: "red !important" },
    path: "/background",
    code: "blocked-style",
  },
};

/** Whole widgets: the path is from the root. */
export const wrongWidgets: Readonly<Record<string, Wrong>> = {
  nothing: { json: null, path: "", code: "invalid-widget" },
  "a text": { json: '{"type":"Card"}', path: "", code: "invalid-widget" },
  "a list of nodes": { json: [text({})], path: "", code: "invalid-widget" },
  "two nodes of one id": {
    json: {
      type: "Card",
      children: [
        text({ id: "a" }),
        { type: "Col", children: [text({ id: "a" })] },
      ],
    },
    path: "/children/1/children/0/id",
    code: "duplicate-id",
  },
  "two fields of one name": {
    json: {
      type: "Form",
      children: [
        { type: "Input", name: "city" },
        { type: "Col", children: [select({ name: "city" })] },
      ],
    },
    path: "/children/1/children/0/name",
    code: "field-name",
  },
  "a field name that begins another": {
    json: {
      type: "Card",
      asForm: true,
      children: [
        { type: "Input", name: "task" },
        { type: "Input", name: "task.title" },
      ],
    },
    path: "/children/1/name",
    code: "field-name",
  },
};

/** A widget for each mistake, with the path of the mistake in it. */
export const mistakes = [
  ...Object.entries(wrongNodes).map(
    ([name, { json, path, ...rest }]) =>
      [
        name,
        {
          json: { type: "Card", children: [json] },
          path: `/children/0${path}`,
          ...rest,
        },
      ] as const,
  ),
  ...Object.entries(wrongWidgets),
];
