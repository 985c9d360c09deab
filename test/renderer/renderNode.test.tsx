// A plain node is called by the renderer and mounted where it is written in JSX.
import { render, screen } from "@testing-library/react";
import { useContext } from "react";
import { expect, test } from "vitest";
import {
  WidgetContext,
  withWidgetContext,
  type WidgetContextValue,
} from "../../src/context/WidgetContext.js";
import { type NodeComponent } from "../../src/context/settings.js";
import {
  Badge,
  Card,
  Text,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import { renderNode } from "../../src/renderer/renderNode.js";
import { plain } from "../../src/nodes/index.js";

const props = {
  id: "n",
  value: "words",
  label: "words",
  name: "star",
  title: "words",
};

const types = Object.entries<NodeComponent>(plain);

function hostOf(): WidgetContextValue {
  let host: WidgetContextValue | undefined;
  function Probe() {
    host = useContext(WidgetContext);
    return null;
  }
  render(<Probe />);
  return host!;
}

test.each(types)(
  "%s needs no more than the host to be called",
  (type, Node) => {
    const call = Node as (given: object) => React.ReactElement | null;
    const host = hostOf();
    const element = withWidgetContext(host, () =>
      call({ ...props, node: { type } }),
    );
    expect(element?.props).toMatchObject({ "data-node": type });
  },
);

test.each(types)("%s is the same in JSX as from JSON", (type, Node) => {
  const json = { type, ...props } as unknown as WidgetNode;
  const drawn = render(<WidgetRenderer widget={json} />);
  const root = drawn.container.querySelector(".wr-root")!;
  const mounted = render(<Node {...props} />);
  expect(mounted.container.innerHTML).toBe(root.innerHTML);
});

test("a node among others is called, not mounted", () => {
  const host = hostOf();
  const drawing = { context: host, mounts: false, isolated: false };
  const children = types.map(([type]) => ({ type, ...props }));
  const { element: column } = withWidgetContext(host, () =>
    renderNode({ type: "Col", children }, drawing),
  );
  const drawn = (column!.props as { children: React.ReactElement[] }).children;
  expect(drawn).toHaveLength(types.length);
  for (const { type } of drawn) expect(type).toBeTypeOf("string");
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
  const draw = (headingLevel: 2 | 4, brand: string) => (
    <WidgetRenderer
      widget={widget}
      headingLevel={headingLevel}
      tokens={{ brand }}
      icons={{ mine: () => <i>{brand}</i> }}
    />
  );
  const view = render(draw(2, "#ff0000"));
  view.rerender(draw(4, "#0000ff"));
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
