import { render, screen } from "@testing-library/react";
import { createElement, isValidElement, useContext } from "react";
import { describe, expect, test } from "vitest";
import {
  WidgetContext,
  type WidgetContextValue,
} from "../../src/context/WidgetContext.js";
import type { NodeComponent } from "../../src/context/settings.js";
import {
  Badge,
  Card,
  Text,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import { renderNode } from "../../src/renderer/renderNode.js";
import { PropReader } from "../../src/context/propReader.js";
import { nodes } from "../../src/nodes/index.js";
import type { ViewComponent } from "../../src/ui/defineView.js";

const props = {
  id: "n",
  value: "words",
  label: "words",
  name: "star",
  title: "words",
};

/** The nodes that the renderer calls. */
const views = Object.entries(
  nodes as Record<string, Partial<ViewComponent<object>>>,
).flatMap(([type, Node]) => (Node.view ? [[type, Node] as const] : []));

function contextOf(): WidgetContextValue {
  let context: WidgetContextValue | undefined;
  function Probe() {
    context = useContext(WidgetContext);
    return null;
  }
  render(<Probe />);
  return context!;
}

describe("renderNode", () => {
  test.each(views)("%s is called outside of a component", (type, Node) => {
    const given = { ...props, node: { type } };
    const element = Node.view!(
      given,
      new PropReader(contextOf(), given, given.node),
      undefined,
    );
    expect(isValidElement(element)).toBe(true);
  });

  test.each(views)("%s is the same in JSX as from JSON", (type, Node) => {
    const json = { type, ...props } as unknown as WidgetNode;
    const rendered = render(<WidgetRenderer widget={json} />);
    const root = rendered.container.querySelector(".wr-root")!;
    const mounted = render(createElement(Node as NodeComponent, props));
    expect(mounted.container.innerHTML).toBe(root.innerHTML);
  });

  test("a node among others is called, not mounted", () => {
    const context = contextOf();
    const options = { context, mounts: false, isolated: false };
    const children = views.map(([type]) => ({ type, ...props }));
    const { element: column } = renderNode({ type: "Col", children }, options);
    const rendered = (column!.props as { children: React.ReactElement[] })
      .children;
    expect(rendered).toHaveLength(views.length);
    for (const { type } of rendered) expect(type).not.toHaveProperty("view");
  });

  test("settings reach what was called", () => {
    const widget: WidgetNode = {
      type: "Card",
      children: [
        { type: "Title", value: "Title" },
        { type: "Icon", name: "mine" },
        { type: "Text", value: "words", color: "brand" },
      ],
    };
    const elementOf = (headingLevel: 2 | 4, brand: string) => (
      <WidgetRenderer
        widget={widget}
        headingLevel={headingLevel}
        tokens={{ brand }}
        icons={{ mine: () => <i>{brand}</i> }}
      />
    );
    const view = render(elementOf(2, "#ff0000"));
    view.rerender(elementOf(4, "#0000ff"));
    expect(view.getByRole("heading", { level: 4 })).toHaveTextContent("Title");
    expect(view.container.querySelector("i")).toHaveTextContent("#0000ff");
    expect(view.getByText("words")).toHaveStyle({ color: "#0000ff" });
  });

  test("nodes are components: they work in JSX without a renderer", () => {
    render(
      <Card>
        <Text value="written" />
        <Badge label="in JSX" />
      </Card>,
    );
    expect(screen.getByText("written")).toBeVisible();
    expect(screen.getByText("in JSX")).toBeVisible();
  });
});
