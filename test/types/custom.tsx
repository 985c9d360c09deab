/** Checked by the compiler alone: the nodes of a host, and JSON of any origin. */
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { isWidget as isTyped } from "../../src/core/index.js";
import {
  WidgetRenderer,
  isWidget,
  type NodeType,
  type WidgetNode,
  type WidgetRoot,
} from "../../src/index.js";
import imported from "./custom.json" with { type: "json" };

declare function Rating(props: {
  stars: number;
  label?: string;
  children?: ReactNode;
}): ReactElement;

declare module "../../src/index.js" {
  interface CustomNodes {
    Product: { name: string; price: number; note?: string };
    Rating: ComponentProps<typeof Rating>;
  }
}

/** They may appear anywhere, have children, and have a key, an id and `null`. */
export const own: WidgetNode = {
  type: "Card",
  children: [
    {
      type: "Product",
      key: "tea",
      id: "tea",
      name: "Tea",
      price: 4,
      note: null,
      children: [
        { type: "Text", value: "Green" },
        { type: "Rating", stars: 3, children: { type: "Badge", label: "New" } },
      ],
    },
  ],
};
export const alone: WidgetNode<"Product"> = {
  type: "Product",
  name: "Tea",
  price: 4,
};
export const types: NodeType[] = ["Product", "Rating", "Card"];

/** Their JSON is checked as that of the other nodes. */
export const wrong: WidgetNode[] = [
  // @ts-expect-error -- a required property is missing
  { type: "Product", name: "Tea" },
  // @ts-expect-error -- a property of the wrong type
  { type: "Product", name: "Tea", price: "4" },
  // @ts-expect-error -- no such property
  { type: "Product", name: "Tea", price: 4, stars: 3 },
  // @ts-expect-error -- children are nodes
  { type: "Rating", stars: 3, children: "three" },
  // @ts-expect-error -- still no such node
  { type: "Carousel" },
];

declare const json: unknown;
declare const text: string | { type: string };

/** What the guard lets through may be rendered, whatever its type was before. */
export const narrowed: (ReactElement | false)[] = [
  isWidget(json) && <WidgetRenderer key="json" widget={json} />,
  isWidget(imported) && <WidgetRenderer key="imported" widget={imported} />,
  isWidget(text) && <WidgetRenderer key="text" widget={text} />,
  isTyped<WidgetRoot>(json) && <WidgetRenderer key="core" widget={json} />,
  // @ts-expect-error -- `core` knows the type of no node by itself
  isTyped(json) && <WidgetRenderer key="typed" widget={json} />,
  // @ts-expect-error -- its texts are too wide
  <WidgetRenderer key="wide" widget={imported} />,
];
