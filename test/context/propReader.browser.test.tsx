import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import "../../src/styles/index.css";

async function show(widget: object) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const { container } = await render(
    <WidgetRenderer widget={widget as WidgetNode} onError={onError} />,
  );
  return {
    container,
    reports: () => onError.mock.calls.map(([error]) => error),
  };
}

const texts = [
  { type: "Text", value: "a" },
  { type: "Text", value: "b" },
];

/** Where everything is, in px, and what it looks like. */
const boxes = (root: Element) =>
  [...root.querySelectorAll("[class^=wr-]")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, borderTopWidth } =
      getComputedStyle(element);
    const top = y - root.getBoundingClientRect().y;
    return {
      box: [x, top, width, height].map(
        // Hundredths; `+ 0` makes 0 of -0.
        (px) => Math.round(px * 100) + 0,
      ),
      color,
      backgroundColor,
      borderTopWidth,
    };
  });

/** Of each node that takes a length or a colour: what is wrong, by property. */
const LENGTHS =
  "width height size minWidth minHeight minSize maxWidth maxHeight maxSize aspectRatio radius margin flex align justify wrap gap padding border background".split(
    " ",
  );

const NODES: Record<string, string[]> = {
  Card: ["padding", "background", "border", "size"],
  Basic: ["gap", "padding", "align", "justify", "direction"],
  Box: LENGTHS,
  Row: LENGTHS,
  Col: LENGTHS,
  Form: LENGTHS,
  ListViewItem: LENGTHS,
  Spacer: ["minSize"],
  Divider: ["color", "size", "spacing"],
  "Table.Cell": ["width", "padding", "align", "colSize"],
  Text: [
    "color",
    "size",
    "weight",
    "textAlign",
    "width",
    "maxLines",
    "minLines",
  ],
  Title: ["color", "size", "weight", "maxLines"],
  Caption: ["color", "size", "weight"],
  Badge: ["color", "variant", "size", "pill"],
  Icon: ["color", "size"],
  Button: [
    "color",
    "variant",
    "size",
    "pill",
    "uniform",
    "block",
    "iconSize",
    "style",
  ],
  Input: ["variant", "size", "gutterSize", "pill"],
  Textarea: ["variant", "size", "gutterSize", "rows"],
  Select: ["variant", "size", "pill", "block"],
};

const CONTAINERS = /^(?:Card|Basic|Box|Row|Col|Form|ListViewItem|Table.Cell)$/;

const SHARED = {
  value: "v",
  label: "l",
  name: "check",
  options: [{ value: "a", label: "A" }],
};

describe("a value that a property cannot have", () => {
  test.each(Object.entries(NODES))(
    "%s keeps its defaults where a value is wrong",
    async (type, properties) => {
      for (const property of properties) {
        for (const wrong of ["lgg", "16:9", {}, [1]]) {
          const widget = (props: object) => ({
            type: "Card",
            children: [
              {
                type,
                ...SHARED,
                ...props,
                // In other nodes they would be reported as well.
                ...(CONTAINERS.test(type) && { children: texts }),
              },
            ],
          });
          const { container, reports } = await show(
            widget({ [property]: wrong }),
          );
          const given = boxes(container);
          const { container: plain } = await show(widget({}));
          expect(given, `${property}: ${JSON.stringify(wrong)}`).toEqual(
            boxes(plain),
          );
          expect(
            reports().map(({ code, path }) => [code, path]),
            `${property}: ${JSON.stringify(wrong)}`,
          ).toEqual([["invalid-prop", `/children/0/${property}`]]);
        }
      }
    },
  );

  test.each(["blurple", "#ggg", "rgb(1 2)", "calc(100%-1px)"])(
    "%s is neither a colour nor a length",
    async (value) => {
      const { reports } = await show({
        type: "Box",
        background: value,
        padding: value,
        children: [{ type: "Text", value: "x", color: value }],
      });
      expect(new Set(reports().map(({ path }) => path))).toEqual(
        new Set(["/background", "/children/0/color", "/padding"]),
      );
    },
  );
});
