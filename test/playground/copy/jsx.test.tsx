import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { printJsx } from "../../../playground/copy/jsx.js";
import { widgetFiles } from "../../../stories/widgets/files.js";
import { textsOf } from "../../../playground/examples.js";

type Json = Record<string, unknown>;

/** The JSON that the JSX says: its elements are made into nodes again. */
function jsonOf(jsx: string): unknown {
  const { code } = transformSync(
    jsx
      .replace(/^import (\{[^}]*\}).*$/m, "const $1 = components;")
      .replace("export const widget =", "return"),
    { loader: "jsx", jsxFactory: "create", jsxFragment: "'Fragment'" },
  );
  const components = new Proxy(
    {},
    {
      get: (_, name: string) =>
        name.replace("Table", "Table.").replace(/\.$/, ""),
    },
  );
  const create = (
    type: string,
    props: Json | null,
    ...children: unknown[]
  ) => ({
    type,
    ...props,
    ...(children.length > 0 && { children }),
  });
  // oxlint-disable-next-line typescript/no-implied-eval -- it is what was printed
  return new Function("create", "components", "Titel", code)(
    create,
    components,
    "Titel",
  ) as unknown;
}

/** JSON without what JSX does not have: `null`, and children that are no list. */
function plain(json: unknown): unknown {
  if (Array.isArray(json)) return json.filter((one) => one !== null).map(plain);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(
        ([name, value]) =>
          value !== null &&
          !(name === "children" && [value].flat().length === 0),
      )
      .map(([name, value]) => [
        name,
        name === "children" ? [value].flat().map(plain) : value,
      ]),
  );
}

describe("printJsx", () => {
  it.each(Object.keys(widgetFiles))(
    "says the same as the JSON of %s",
    (name) => {
      const widget: unknown = JSON.parse(textsOf(`widgets/${name}`).json);
      expect(plain(jsonOf(printJsx(widget)))).toEqual(plain(widget));
    },
  );

  it.each([
    ['"quotes"'],
    ["a \\ backslash \\n"],
    ["lines\nand\r\ttabs"],
    ["</script><!-- -->"],
    ["{braces} {{ x }}"],
    ["&amp; &lt;"],
    ["\u2028\u2029\u0000"],
    ["Grüße 👋 \ud800"],
    ["`${1}`"],
    ["*/ }}"],
  ])("keeps the text %j", (value) => {
    const widget = {
      type: "Text",
      value,
      [value]: 1,
      payload: { [value]: [value], nested: { value } },
    };
    const jsx = printJsx(widget);
    expect(jsonOf(jsx)).toEqual(widget);
    expect(jsx).not.toMatch(/<\/script|<!--/i);
  });

  it("makes no prototype of a name", () => {
    const json = JSON.parse(
      '{"type": "Text", "__proto__": {"a": 1}, "payload": {"__proto__": {"b": 1}}}',
    ) as Json;
    const node = jsonOf(printJsx(json)) as Json;
    expect(Object.getPrototypeOf(node)).toBe(Object.prototype);
    expect(Object.keys(node["payload"] as object)).toEqual(["__proto__"]);
  });

  it("names components of a host, and renders the children of what none can be", () => {
    const jsx = printJsx({
      type: "Titel",
      children: [
        { type: "<script>", x: 1, children: { type: "Text", value: "a" } },
        { type: "Table.Row" },
        null,
        "text",
      ],
    });
    expect(jsx).toBe(`import { TableRow, Text } from "widget-renderer";
// Components of yours: Titel

export const widget = (
  <Titel>
    <>
      <Text value="a" />
    </>
    <TableRow />
  </Titel>
);
`);
  });
});
