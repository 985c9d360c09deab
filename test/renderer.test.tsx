import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { StrictMode, useEffect, useState, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import {
  Badge,
  Card,
  Text,
  WidgetProvider,
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../src/index.js";
import { iconPaths } from "../src/ui/iconPaths.js";
import { freeze } from "./helpers/freeze.js";

const parse = (value: unknown) =>
  JSON.parse(JSON.stringify(value)) as WidgetNode;

function draw(widget: unknown, props = {}) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const view = render(
    <WidgetRenderer
      widget={freeze(widget) as WidgetNode}
      onError={onError}
      {...props}
    />,
  );
  return { ...view, onError };
}

test.each([null, undefined])("%s draws nothing and is no error", (widget) => {
  const { container, onError } = draw(widget);
  expect(container.textContent).toBe("");
  expect(onError).not.toHaveBeenCalled();
});

test.each([
  ["a text", "hello"],
  ["a number", 1],
  ["a list", [{ type: "Text", value: "x" }]],
])("%s is no widget", (_, widget) => {
  const { container, onError } = draw(widget);
  expect(container.textContent).toBe("");
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "invalid-widget" }),
  );
});

const file = {
  version: "1.0",
  name: "Greeting",
  template: '{"type": "Text", "value": {{ who | tojson }}}',
};

test.each<[string, unknown, string]>([
  ["JSON as a text", '{"type": "Card", "children": []}', "JSON.parse"],
  ["a list as a text", ' [{"type": "Text"}]', "JSON.parse"],
  [
    "JSON that was made a text twice",
    '"{\\"type\\": \\"Card\\"}"',
    "JSON.parse",
  ],
  ["a .widget file", file, "renderWidgetTemplate"],
  ["a .widget file as a text", JSON.stringify(file), "renderWidgetTemplate"],
])("%s is no widget, and the error says what to call", (_, widget, name) => {
  const { container, onError } = draw(widget);
  expect(container.textContent).toBe("");
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      code: "invalid-widget",
      message: expect.stringContaining(name) as string,
    }),
  );
});

test("an unknown node draws its children and is told once, with its path", () => {
  const widget = {
    type: "Card",
    children: [
      { type: "Carousel", children: [{ type: "Text", value: "slide" }] },
    ],
  };
  const { onError, rerender } = draw(widget);
  rerender(<WidgetRenderer widget={parse(widget)} onError={onError} />);
  expect(screen.getByText("slide")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      code: "unknown-node",
      path: "/children/0",
      node: widget.children[0],
    }),
  );
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "%s is no node type",
  (type) => {
    const { onError } = draw({ type: "Card", children: [{ type }] });
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "unknown-node" }),
    );
  },
);

test("a node without a type draws its children and is told", () => {
  const { onError } = draw({
    children: [{ type: "Text", value: "still here" }],
  });
  expect(screen.getByText("still here")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "invalid-widget", path: "" }),
  );
});

test("null is absent, one child stands for a list, unknown props are ignored", () => {
  const { container, onError } = draw({
    type: "Card",
    size: null,
    children: {
      type: "Row",
      of: [],
      onClick: "alert(1)",
      dangerouslySetInnerHTML: { __html: "<b>x</b>" },
      ref: "me",
      children: [
        null,
        { type: "Badge", label: 3, color: null, children: null },
      ],
    },
  });
  expect(screen.getByText("3")).toBeVisible();
  expect(container.querySelector("[data-node=Card]")).toHaveAttribute(
    "data-size",
    "md",
  );
  expect(container.querySelector("[data-node=Badge]")).toHaveAttribute(
    "data-color",
    "secondary",
  );
  expect(onError).not.toHaveBeenCalled();
});

test("siblings of the same key are all drawn", () => {
  draw({
    type: "Col",
    children: [
      { type: "Text", key: "a", value: "first" },
      { type: "Text", key: "a", value: "second" },
      { type: "Text", id: "a", value: "third" },
    ],
  });
  expect(screen.getByText("first")).toBeVisible();
  expect(screen.getByText("second")).toBeVisible();
  expect(screen.getByText("third")).toBeVisible();
});

test("React says nothing about keys", () => {
  const error = vi.spyOn(console, "error");
  draw({
    type: "Col",
    children: [
      { type: "Text", value: "a" },
      {
        type: "Nope",
        children: [
          { type: "Text", value: "b" },
          { type: "Text", value: "c" },
        ],
      },
    ],
  });
  expect(error).not.toHaveBeenCalled();
});

test("the root and the nodes carry the names that users may rely on", () => {
  const { container } = draw(
    {
      type: "Basic",
      id: "root",
      children: [{ type: "Text", id: "t", value: "x" }],
    },
    { className: "mine", style: { maxWidth: 10 }, "aria-label": "Order" },
  );
  const root = screen.getByRole("group", { name: "Order" });
  expect(root).toHaveClass("wr-root", "mine");
  expect(root).toHaveStyle({ maxWidth: "10px" });
  expect(container.querySelector("[data-node-id=root]")).toHaveClass(
    "wr-Basic",
  );
  expect(
    container.querySelector("[data-node=Text][data-node-id=t]"),
  ).toHaveTextContent("x");
});

test("a component of the host stands for a new type and for a known one", () => {
  const Product = ({
    name,
    children,
  }: {
    name: string;
    children?: ReactNode;
  }) => <article aria-label={name}>{children}</article>;
  draw(
    {
      type: "Card",
      children: [
        {
          type: "Product",
          name: "Tea",
          children: [{ type: "Text", value: "green" }],
        },
        { type: "Badge", label: "new" },
      ],
    },
    {
      components: {
        Product,
        Badge: ({ label }: { label: string }) => <mark>{label}</mark>,
      },
    },
  );
  expect(
    within(screen.getByRole("article", { name: "Tea" })).getByText("green"),
  ).toBeVisible();
  expect(screen.getByText("new").tagName).toBe("MARK");
});

test("a provider hands down, the nearest value wins, tables merge", () => {
  const A = () => <i>from above</i>;
  const B = () => <i>from here</i>;
  render(
    <WidgetProvider components={{ A, B: A }} headingLevel={2}>
      <WidgetProvider headingLevel={4}>
        <WidgetRenderer
          components={{ B }}
          widget={{
            type: "Col",
            children: [
              { type: "Title", value: "T" },
              { type: "A" } as unknown as WidgetNode,
              { type: "B" } as unknown as WidgetNode,
            ],
          }}
        />
      </WidgetProvider>
    </WidgetProvider>,
  );
  expect(screen.getByRole("heading", { level: 4 })).toHaveTextContent("T");
  expect(screen.getByText("from above")).toBeVisible();
  expect(screen.getByText("from here")).toBeVisible();
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

test("a node that throws disappears alone and comes back with other JSON", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const Fragile = ({ broken }: { broken?: boolean }) => {
    if (broken) throw new Error("out of tea");
    return <p>mended</p>;
  };
  const widget = (broken: boolean) =>
    ({
      type: "Card",
      children: [
        { type: "Text", value: "before" },
        { type: "Fragile", broken },
        { type: "Text", value: "after" },
      ],
    }) as unknown as WidgetNode;
  const components = { Fragile };
  const { onError, rerender } = draw(widget(true), { components });
  expect(screen.getByText("before")).toBeVisible();
  expect(screen.getByText("after")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      code: "render",
      path: "/children/1",
      cause: new Error("out of tea"),
    }),
  );
  const again = { components, onError };
  rerender(<WidgetRenderer {...again} widget={widget(true)} />);
  expect(screen.queryByText("mended")).toBeNull();
  rerender(<WidgetRenderer {...again} widget={widget(false)} />);
  expect(screen.getByText("mended")).toBeVisible();
});

test("one changed text redraws that node alone", () => {
  const drawn: string[] = [];
  const Probe = ({ label }: { label: string }) => {
    useEffect(() => {
      drawn.push(label);
    });
    return <p>{label}</p>;
  };
  const components = { Probe };
  const widget = {
    type: "Card",
    children: [
      { type: "Probe", label: "a" },
      { type: "Row", children: [{ type: "Probe", label: "b" }] },
      { type: "Probe", label: "c" },
    ],
  };
  let set: (widget: unknown) => void = () => undefined;
  function Chat() {
    const [current, setCurrent] = useState<unknown>(widget);
    set = setCurrent;
    // Inline handlers and tables, as people write them.
    return (
      <StrictMode>
        <WidgetRenderer
          widget={current as WidgetNode}
          components={{ ...components }}
          labels={{ showMore: "Mehr" }}
          tokens={{ brand: "#0f766e" }}
          onAction={() => undefined}
          sendAction={() => undefined}
          onError={() => undefined}
        />
      </StrictMode>
    );
  }
  render(<Chat />);
  drawn.length = 0;

  act(() => set(parse(widget)));
  expect(drawn).toEqual([]);

  const changed = parse(widget) as unknown as typeof widget;
  changed.children[1]!.children![0]!.label = "B";
  act(() => set(changed));
  expect(drawn).toEqual(["B"]);
});

test("clicks reach the handlers: client, server, and one for both", () => {
  const onAction = vi.fn();
  const sendAction = vi.fn();
  const button = (label: string, handler?: "client") => ({
    type: "Button" as const,
    label,
    key: label,
    onClickAction: {
      type: `go.${label}`,
      payload: { id: 1 },
      ...(handler && { handler }),
    },
  });
  const widget: WidgetNode = {
    type: "Card",
    children: [button("here", "client"), button("there")],
  };
  const { rerender } = render(
    <WidgetRenderer {...{ widget, onAction, sendAction }} itemId="item_1" />,
  );
  fireEvent.click(screen.getByRole("button", { name: "here" }));
  fireEvent.click(screen.getByRole("button", { name: "there" }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith(
    { type: "go.here", payload: { id: 1 } },
    { id: "item_1", widget },
    expect.objectContaining({
      handler: "client",
      streaming: true,
      node: { type: "Button", key: "here", path: "/children/0" },
    }),
  );
  expect(sendAction).toHaveBeenCalledExactlyOnceWith(
    { type: "go.there", payload: { id: 1 } },
    { id: "item_1", widget },
    expect.objectContaining({ handler: "server" }),
  );
  rerender(<WidgetRenderer {...{ widget, onAction }} />);
  fireEvent.click(screen.getByRole("button", { name: "there" }));
  expect(onAction).toHaveBeenCalledTimes(2);
});

test("nobody to act is told, a failing handler is told, and neither throws", async () => {
  const widget: WidgetNode = {
    type: "Button",
    label: "Go",
    onClickAction: { type: "go" },
  };
  const { onError, rerender } = draw(widget);
  fireEvent.click(screen.getByRole("button", { name: "Go" }));
  await vi.waitFor(() =>
    expect(onError).toHaveBeenLastCalledWith(
      expect.objectContaining({ code: "unhandled-action", path: "" }),
    ),
  );
  const cause = new Error("no network");
  rerender(
    <WidgetRenderer
      widget={widget}
      onError={onError}
      sendAction={() => Promise.reject(cause)}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Go" }));
  await vi.waitFor(() =>
    expect(onError).toHaveBeenLastCalledWith(
      expect.objectContaining({ code: "action", cause }),
    ),
  );
});

test("read-only history shows everything and acts nowhere", () => {
  const onAction = vi.fn();
  render(
    <WidgetRenderer
      interactive={false}
      onAction={onAction}
      widget={{ type: "Button", label: "Go", onClickAction: { type: "go" } }}
    />,
  );
  const button = screen.getByRole("button", { name: "Go" });
  expect(button).toBeDisabled();
  fireEvent.click(button);
  expect(onAction).not.toHaveBeenCalled();
});

test("what exceeds a limit is told, and a notice stands in its place", () => {
  const { onError } = draw(
    {
      type: "Col",
      children: [
        { type: "Text", value: "first" },
        { type: "Text", value: "second" },
      ],
    },
    { limits: { nodes: 2 }, labels: { tooLarge: "More is not shown." } },
  );
  expect(screen.getByText("first")).toBeVisible();
  expect(screen.queryByText("second")).toBeNull();
  expect(screen.getByText("More is not shown.")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "limit", path: "/children/1" }),
  );
});

test("an unknown icon shows nothing and is told", () => {
  const { container, onError } = draw({
    type: "Row",
    children: [{ type: "Icon", name: "no-such-icon" }],
  });
  expect(container.querySelector("svg")).toBeNull();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "unknown-icon", path: "/children/0" }),
  );
});

test("a blocked style is told and the node is drawn without it", () => {
  const { onError } = draw({
    type: "Box",
    background: "url(https://evil.example/pixel.png)",
    children: [{ type: "Text", value: "content" }],
  });
  expect(screen.getByText("content")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "blocked-style", path: "" }),
  );
});

test("every icon name of ChatKit has a drawing", () => {
  expect(Object.keys(iconPaths)).toHaveLength(64);
  for (const path of Object.values(iconPaths)) expect(path).toMatch(/^!?M/);
});

test("an icon of lucide's is loaded; a name that it does not know is told", async () => {
  const { container, onError } = draw({
    type: "Row",
    children: [
      { type: "Icon", name: "lucide:rocket" },
      { type: "Icon", name: "lucide:constructor" },
    ],
  });
  await vi.waitFor(() => {
    expect(container.querySelector(".lucide-rocket")).toBeInTheDocument();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "unknown-icon", path: "/children/1" }),
    );
  });
});

test("a listener that fails takes nothing with it", () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {});
  const { container } = draw(
    {
      type: "Card",
      children: [{ type: "Nope" }, { type: "Text", value: "x" }],
    },
    {
      onError: () => {
        throw new Error("listener");
      },
    },
  );
  expect(container).toHaveTextContent("x");
  expect(complain).toHaveBeenCalledWith(new Error("listener"));
  complain.mockRestore();
});

test("an error is told once, whatever else changes", () => {
  const widget = parse({ type: "Card", children: [{ type: "Nope" }] });
  const onError = vi.fn<(error: WidgetError) => void>();
  const at = (interactive: boolean) => (
    <WidgetRenderer
      widget={widget}
      onError={onError}
      interactive={interactive}
    />
  );
  const { rerender } = render(at(true));
  rerender(at(false));
  rerender(at(true));
  expect(onError).toHaveBeenCalledTimes(1);
});

test("a provider in a component of the host's reaches the nodes in it", () => {
  const icons = { mine: () => <i>drawn</i> };
  const Chapter = ({ children }: { children?: ReactNode }) => (
    <WidgetProvider headingLevel={1} icons={icons}>
      {children}
    </WidgetProvider>
  );
  const title = { type: "Title", value: "Title" };
  const { onError } = draw(
    {
      type: "Chapter",
      children: [{ type: "Box", children: [title, icon("mine")] }],
    },
    { components: { Chapter } },
  );
  expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
  expect(screen.getByText("drawn")).toBeVisible();
  expect(onError).not.toHaveBeenCalled();
});

const icon = (name: string) => ({ type: "Icon", name });

test("a server tells errors to the host", async () => {
  const warn = vi.spyOn(console, "warn");
  const onError = vi.fn();
  const provided = vi.fn();
  renderToString(
    <WidgetProvider onError={provided}>
      <WidgetRenderer widget={icon("nobodys") as WidgetNode} />
      <WidgetRenderer
        widget={icon("nobodys") as WidgetNode}
        onError={onError}
      />
    </WidgetProvider>,
  );
  await Promise.resolve();
  const error = expect.objectContaining({ code: "unknown-icon", path: "" });
  expect(onError).toHaveBeenCalledExactlyOnceWith(error);
  expect(provided).toHaveBeenCalledExactlyOnceWith(error);
  expect(warn).not.toHaveBeenCalled();
});

test("a node that appears takes nothing over from one that stays", async () => {
  let end = () => {};
  const onAction = () => new Promise<void>((resolve) => (end = resolve));
  const list = (key: string, value: string) => ({
    type: "ListView",
    key,
    children: [
      {
        type: "ListViewItem",
        key: "1",
        onClickAction: { type: "open" },
        children: [{ type: "Text", value }],
      },
    ],
  });
  const draw = (...children: object[]) => (
    <WidgetRenderer
      widget={parse({ type: "Col", children })}
      onAction={onAction}
    />
  );
  const view = render(draw(list("b", "second")));
  fireEvent.click(screen.getByRole("button"));
  view.rerender(draw(list("a", "first"), list("b", "second, changed")));
  const row = (value: string) => screen.getByText(value).closest("li");
  expect(row("first")).not.toHaveAttribute("aria-busy");
  expect(row("second, changed")).toHaveAttribute("aria-busy");
  await act(async () => end());
  expect(row("second, changed")).not.toHaveAttribute("aria-busy");
});
