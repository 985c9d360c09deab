import { render, screen } from "@testing-library/react";
import { Component, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { applyUpdate, widgetToText } from "../../src/core/index.js";

beforeEach(() => {
  // React writes what a boundary has caught.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

/** The boundary of a host, which no widget may reach. */
class Page extends Component<{ children: ReactNode }, { lost: boolean }> {
  override state = { lost: false };
  static getDerivedStateFromError = () => ({ lost: true });
  override render() {
    return this.state.lost ? "the page is lost" : this.props.children;
  }
}

function renderInPage(widget: unknown) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const pageOf = (json: unknown) => (
    <Page>
      <p>page</p>
      <WidgetRenderer widget={json as WidgetNode} onError={onError} />
    </Page>
  );
  const { rerender, container } = render(pageOf(widget));
  return {
    container,
    rerender: (json: unknown) => rerender(pageOf(json)),
    codes: () => onError.mock.calls.map(([{ code }]) => code),
    onError,
  };
}

const boom = () => {
  throw new Error("boom");
};

const text = (value: string) => ({ type: "Text", value });

/** An object whose `name` throws, as the own property that JSON would have. */
const throwing = (name: string, props: object = {}) =>
  Object.defineProperty({ type: "Text", value: "a", ...props }, name, {
    get: boom,
    enumerable: true,
  });

/** A proxy that throws in one of its traps. */
const proxy = (trap: keyof ProxyHandler<object>, target: object = text("a")) =>
  new Proxy(target, { [trap]: boom });

const names = "type children key id value label data options status color name";

/** Each throws where it is read, whatever reads it. */
const UNREADABLE: [string, () => object][] = [
  ...names
    .split(" ")
    .map((name): [string, () => object] => [
      `a getter of "${name}"`,
      () => throwing(name),
    ]),
  ["a proxy without keys", () => proxy("ownKeys")],
  ["a proxy without values", () => proxy("get")],
  ["a proxy without descriptors", () => proxy("getOwnPropertyDescriptor")],
  ["a proxy without a prototype", () => proxy("getPrototypeOf")],
  [
    "children that are a proxy",
    () => ({ type: "Col", children: proxy("get", []) }),
  ],
  [
    "options that throw",
    () => ({ type: "Select", options: [throwing("label")] }),
  ],
  ["rows that throw", () => ({ type: "Chart", data: [throwing("x")] })],
  [
    "a getter of a class",
    () =>
      new (class Node {
        type = "Text";
        get key() {
          return boom();
        }
      })(),
  ],
  [
    "a getter that throws from its third call on",
    () => {
      let calls = 0;
      return Object.defineProperty({ type: "Badge" }, "label", {
        get: () => (++calls > 2 ? boom() : "a"),
        enumerable: true,
      });
    },
  ],
  [
    "a getter that throws what is no text",
    () =>
      Object.defineProperty({ type: "Badge" }, "label", {
        enumerable: true,
        get() {
          // oxlint-disable-next-line typescript/only-throw-error -- anything may be thrown
          throw { toString: boom };
        },
      }),
  ],
  [
    "a revoked proxy",
    () => {
      const { proxy, revoke } = Proxy.revocable(text("a"), {});
      revoke();
      return proxy;
    },
  ],
];

describe.each([
  ["as the root", (node: unknown) => node],
  ["as a child", (node: unknown) => ({ type: "Card", children: [node] })],
  ["as the only child", (node: unknown) => ({ type: "Col", children: node })],
])("what throws as it is read, %s, does not reach the host", (_, wrap) => {
  test.each(UNREADABLE)("%s", (_, create) => {
    const { rerender, codes } = renderInPage(wrap(create()));
    expect(screen.getByText("page")).toBeVisible();
    expect(new Set(codes())).toEqual(
      new Set(codes().length > 0 ? ["render"] : []),
    );
    rerender({ type: "Card", children: [text("good")] });
    expect(screen.getByText("good")).toBeVisible();
    rerender(wrap(create()));
    expect(screen.getByText("page")).toBeVisible();
    rerender({ type: "Card", children: [text("good again")] });
    expect(screen.getByText("good again")).toBeVisible();
  });
});

test("the last good widget stays, and the failure is reported once", () => {
  const { rerender, onError } = renderInPage(text("good"));
  const bad = { type: "Card", children: [throwing("children")] };
  rerender(bad);
  rerender(bad);
  expect(screen.getByText("good")).toBeVisible();
  expect(onError).toHaveBeenCalledExactlyOnceWith({
    code: "render",
    message: expect.stringContaining("boom") as string,
    node: bad,
    cause: new Error("boom"),
  });
});

test("without a good one, nothing is shown", () => {
  const { container, codes } = renderInPage(throwing("type"));
  expect(container.querySelector(".wr-root")?.textContent).toBe("");
  expect(codes()).toEqual(["render"]);
});

test("all but the node that throws as it renders is shown", () => {
  const { codes } = renderInPage({
    type: "Card",
    children: [
      text("before"),
      { ...text("a"), color: throwing("dark") },
      text("after"),
    ],
  });
  expect(screen.getByText("before")).toBeVisible();
  expect(screen.getByText("after")).toBeVisible();
  expect(screen.queryByText("a")).toBeNull();
  expect(codes()).toContain("render");
});

test("on a server it reaches the host", () => {
  const widget = { ...text("a"), color: throwing("dark") } as WidgetNode;
  expect(() => renderToString(<WidgetRenderer widget={widget} />)).toThrow(
    "boom",
  );
});

describe("what contains itself", () => {
  const cycle = (also: object = {}) => {
    const node: Record<string, unknown> = { type: "Col", ...also };
    node["children"] = [text("in it"), node, node];
    return node;
  };

  test("is rendered down to the limit of levels", () => {
    const { rerender, codes } = renderInPage(cycle());
    expect(screen.getAllByText("in it").length).toBeGreaterThan(60);
    expect(codes()).toContain("limit");
    // Compared with another of its kind, it is not walked through for ever.
    rerender(cycle());
    rerender(text("good"));
    expect(screen.getByText("good")).toBeVisible();
  });

  test("is searched once", () => {
    const node = cycle();
    const update = {
      type: "widget.component.updated",
      component_id: "nowhere",
      component: text("new"),
    } as const;
    expect(applyUpdate(node, update)).toBe(node);
    expect(widgetToText(node)).toContain("in it");
  });

  test("a property may", () => {
    const status: Record<string, unknown> = { text: "status" };
    Object.assign(status, { status, background: status });
    renderInPage({ type: "Card", status, background: status, margin: status });
    expect(screen.getByText("status")).toBeVisible();
  });
});

test("what is there twice at each level is not searched for ever", () => {
  let node: object = text("deep");
  for (let i = 0; i < 60; i++) node = { type: "Col", children: [node, node] };
  const { rerender } = renderInPage(text("good"));
  expect(widgetToText(node)).toContain("deep");
  rerender(text("good again"));
  expect(screen.getByText("good again")).toBeVisible();
});

describe("names that mean something to JavaScript or React", () => {
  test.each<[string, object]>([
    ["toJSON", { toJSON: boom, color: { toJSON: boom } }],
    ["$$typeof", { $$typeof: Symbol.for("react.transitional.element") }],
    ["$$typeof of older versions", { $$typeof: Symbol.for("react.element") }],
    // oxlint-disable-next-line unicorn/no-thenable -- a widget may have it
    ["then", { then: boom }],
    ["ref", { ref: boom }],
    ["a ref of texts", { ref: "a" }],
    ["a key that is an object", { key: { toString: boom } }],
    ["an id that is an object", { id: { toString: boom } }],
    ["__proto__", JSON.parse('{"__proto__":{"polluted":1}}') as object],
    ["constructor", { constructor: 1, prototype: 2, hasOwnProperty: 3 }],
    ["defaultProps", { defaultProps: 1, render: boom, style: boom }],
    ["a value that is a symbol", { color: Symbol("a"), size: 1n, id: () => 1 }],
    ["a lone surrogate", { id: "\ud800", key: "\udfff", color: "\ud800" }],
  ])("%s", (_, props) => {
    const Host = () => <>host</>;
    const all = ["Text", "Button", "Input", "Col", "Image", "Host"];
    const onError = vi.fn();
    const { container } = render(
      <Page>
        <WidgetRenderer
          components={{ Host }}
          onError={onError}
          widget={
            {
              type: "Card",
              children: all.map((type) => {
                const node = { type, value: "a", label: "a", name: type };
                for (const [name, value] of Object.entries(props)) {
                  Object.defineProperty(node, name, {
                    value,
                    enumerable: true,
                  });
                }
                return node;
              }),
            } as unknown as WidgetNode
          }
        />
      </Page>,
    );
    expect(container.querySelector(".wr-Text")).toHaveTextContent("a");
    expect(container.querySelector(".wr-Button")).toHaveTextContent("a");
    expect(container).toHaveTextContent("host");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(onError).not.toHaveBeenCalledWith(
      expect.objectContaining({ code: "render" }),
    );
  });

  test.each([[5], [""], [0], [Symbol("a")], [1n], [boom], [{}], [["Text"]]])(
    "a type that is %s",
    (type) => {
      const { codes } = renderInPage({
        type: "Card",
        children: [{ type, children: [text("in it")] }],
      });
      expect(screen.getByText("in it")).toBeVisible();
      expect(codes()).toEqual([
        typeof type === "string" ? "unknown-node" : "invalid-widget",
      ]);
    },
  );
});
