import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { WidgetRenderer } from "../../src/index.js";
import { renderWidget, copyJson } from "../helpers/unit.js";

const file = {
  version: "1.0",
  name: "Greeting",
  template: '{"type": "Text", "value": {{ who | tojson }}}',
};

describe("WidgetRenderer", () => {
  test.each([null, undefined])(
    "%s renders nothing and is no error",
    (widget) => {
      const { container, onError } = renderWidget(widget);
      expect(container.textContent).toBe("");
      expect(onError).not.toHaveBeenCalled();
    },
  );

  test.each([
    ["a text", "hello"],
    ["a number", 1],
    ["a list", [{ type: "Text", value: "x" }]],
  ])("%s is no widget", (_, widget) => {
    const { container, onError } = renderWidget(widget);
    expect(container.textContent).toBe("");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "invalid-widget" }),
    );
  });

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
    const { container, onError } = renderWidget(widget);
    expect(container.textContent).toBe("");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        code: "invalid-widget",
        message: expect.stringContaining(name) as string,
      }),
    );
  });

  test("an unknown node renders its children and is reported once, with its path", () => {
    const widget = {
      type: "Card",
      children: [
        { type: "Carousel", children: [{ type: "Text", value: "slide" }] },
      ],
    };
    const { onError, rerender } = renderWidget(widget);
    rerender(<WidgetRenderer widget={copyJson(widget)} onError={onError} />);
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
      const { onError } = renderWidget({ type: "Card", children: [{ type }] });
      expect(onError).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ code: "unknown-node" }),
      );
    },
  );

  test("a node without a type renders its children and is reported", () => {
    const { onError } = renderWidget({
      children: [{ type: "Text", value: "still here" }],
    });
    expect(screen.getByText("still here")).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "invalid-widget", path: "" }),
    );
  });

  test("null is absent, one child is as good as a list, unknown props are ignored", () => {
    const { container, onError } = renderWidget({
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
    // What is absent is the default, which the class alone says.
    expect(container.querySelector(".wr-Card")).not.toHaveAttribute(
      "data-size",
    );
    expect(container.querySelector(".wr-Badge")).not.toHaveAttribute(
      "data-color",
    );
    expect(onError).not.toHaveBeenCalled();
  });

  test("the root and the nodes carry the names that users may rely on", () => {
    const { container } = renderWidget(
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
      container.querySelector(".wr-Text[data-node-id=t]"),
    ).toHaveTextContent("x");
  });

  test("a component of the host renders a new type or a known one", () => {
    const Product = ({
      name,
      children,
    }: {
      name: string;
      children?: ReactNode;
    }) => <article aria-label={name}>{children}</article>;
    renderWidget(
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
});
