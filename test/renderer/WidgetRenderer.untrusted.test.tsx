import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  WidgetRenderer,
  type NodeType,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { nodes } from "../../src/nodes/index.js";
import { freeze } from "../helpers/freeze.js";

/** Values that no property expects. Every one of them may come from a model. */
const HOSTILE: unknown[] = [
  null,
  undefined,
  "",
  "constructor",
  "__proto__",
  "javascript:alert(1)",
  "url(https://evil.example/x)",
  "<img src=x onerror=alert(1)>",
  "x".repeat(300),
  "[",
  0,
  -1,
  1e9,
  Number.NaN,
  Infinity,
  true,
  false,
  [],
  [null, 1, "a", {}, []],
  {},
  { type: "Text", value: "x" },
  { size: {}, color: [], style: 1 },
  { light: {}, dark: [] },
  { toString: 1, valueOf: 2, length: -1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
];

/** Every property name that any node reads, and some that none should. */
const PROPERTIES = [
  ..."value label src alt name color background border padding margin gap align justify wrap flex width height size minSize maxSize minWidth maxHeight aspectRatio radius direction theme status confirm cancel collapsed asForm limit weight textAlign truncate maxLines minLines editable streaming italic lineThrough fieldName variant pill block uniform disabled submit style iconStart iconEnd iconSize onClickAction onSubmitAction onChangeAction options placeholder defaultValue defaultChecked required pattern inputType autoFocus rows maxRows autoResize searchable clearable min max side spacing flush fit position frame header colSpan rowSpan vAlign colSize data series xAxis showYAxis showLegend showTooltip barGap barCategoryGap ariaLabel id key children".split(
    " ",
  ),
  "dangerouslySetInnerHTML",
  "innerHTML",
  "onClick",
  "ref",
  "srcDoc",
  "href",
  "node",
  "hold",
];

/** What is needed for a node to have something to render. */
const BASE: Record<string, unknown> = {
  value: "v",
  label: "l",
  name: "n",
  fieldName: "n",
  src: "/a.png",
  options: [{ value: "a", label: "A" }],
  data: [{ x: "a", y: 1 }],
  series: [{ type: "bar", dataKey: "y" }],
  xAxis: "x",
};

function renderHtml(widget: unknown) {
  const errors: WidgetError[] = [];
  const html = renderToString(
    <WidgetRenderer
      widget={freeze(widget) as WidgetNode}
      locale="en-US"
      onError={(error) => errors.push(error)}
    />,
  );
  return { html, errors };
}

/** What of a page may do harm, as a browser would read it. */
function harmIn(html: string): string[] {
  const harm: string[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node) => {
    if ("attrs" in node) {
      if (/^(?:script|iframe|object|embed|style|link)$/.test(node.tagName)) {
        harm.push(node.tagName);
      }
      for (const { name, value } of node.attrs) {
        const isHarmful =
          /^on|^srcdoc$/.test(name) ||
          (/^(?:href|src|action|formaction|srcset)$/.test(name) &&
            /^\s*(?:javascript|vbscript|data:text)/i.test(value)) ||
          (name === "style" && /url|javascript|position/.test(value));
        if (isHarmful) harm.push(`${name}="${value}"`);
      }
    }
    if ("childNodes" in node) node.childNodes.forEach(look);
  };
  look(parseFragment(html));
  return harm;
}

describe("untrusted JSON", () => {
  test.each(Object.keys(nodes) as NodeType[])(
    "%s renders whatever its properties are",
    (type) => {
      for (const property of PROPERTIES) {
        const { html, errors } = renderHtml({
          type: "Card",
          children: [
            ...HOSTILE.map((value) => ({ type, ...BASE, [property]: value })),
            { type: "Text", value: "unharmed" },
          ],
        });
        expect(html, property).toContain("unharmed");
        expect(errors.filter(({ code }) => code === "render")).toEqual([]);
        expect(harmIn(html), property).toEqual([]);
      }
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );

  test.each(Object.keys(nodes) as NodeType[])(
    "%s renders in any other node",
    (type) => {
      for (const parent of Object.keys(nodes) as NodeType[]) {
        const { html } = renderHtml({
          type: parent,
          ...BASE,
          children: [
            { type, ...BASE, children: { type: "Text", value: "leaf" } },
          ],
        });
        // A lazy part may be left to the browser; a failed one may not.
        expect(html, parent).not.toContain("errored");
      }
    },
  );

  test.each(
    HOSTILE.map((type) => [JSON.stringify(type) ?? String(type), type]),
  )("a type may be anything: %s", (_, type) => {
    const renderHtml = (root: unknown) =>
      renderToString(
        <WidgetRenderer widget={root as WidgetNode} onError={() => {}} />,
      );
    const child = { type, value: "in it" };
    expect(renderHtml({ type: "Card", children: [child, child] })).toContain(
      "Card",
    );
    expect(() => renderHtml(child)).not.toThrow();
  });
});
