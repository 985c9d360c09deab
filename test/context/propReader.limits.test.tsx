import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";

const LONG = "abcdef";
const CUT = "abc… more";

/** Renders a node with three characters in each text; `onError` is a spy. */
function renderCut(node: object) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const { container } = render(
    <WidgetRenderer
      widget={{ type: "Col", children: [node as WidgetNode] }}
      limits={{ text: 3 }}
      labels={{ tooLarge: "more" }}
      onError={onError}
    />,
  );
  return {
    container,
    paths: () =>
      onError.mock.calls
        .filter(([{ code }]) => code === "limit")
        .map(([{ path }]) => path?.replace("/children/0", "")),
  };
}

const series = { type: "bar", dataKey: "y", label: LONG };
const data = [{ x: "a", y: 1 }];

describe("a text that is too long is cut where it is read", () => {
  test.each<[path: string, node: object]>([
    ["/value", { type: "Text", value: LONG }],
    ["/value", { type: "Title", value: LONG }],
    ["/value", { type: "Caption", value: LONG }],
    ["/value", { type: "Label", value: LONG, fieldName: "a" }],
    ["/value", { type: "Markdown", value: LONG }],
    ["/label", { type: "Badge", label: LONG }],
    ["/label", { type: "Button", label: LONG }],
    ["/label", { type: "Checkbox", name: "a", label: LONG }],
    ["/placeholder", { type: "Input", name: "a", placeholder: LONG }],
    ["/placeholder", { type: "DatePicker", name: "a", placeholder: LONG }],
    ["/defaultValue", { type: "Textarea", name: "a", defaultValue: LONG }],
    ["/defaultValue", { type: "Input", name: "a", defaultValue: LONG }],
    ["/value", { type: "Text", value: LONG, editable: { name: "a" } }],
    [
      "/editable/placeholder",
      { type: "Text", value: "", editable: { name: "a", placeholder: LONG } },
    ],
    ["/alt", { type: "Image", src: "/a.png", alt: LONG }],
    ["/ariaLabel", { type: "RadioGroup", name: "a", ariaLabel: LONG }],
    ["/status/text", { type: "Card", status: { text: LONG } }],
    [
      "/confirm/label",
      { type: "Card", confirm: { label: LONG, action: { type: "a" } } },
    ],
    [
      "/cancel/label",
      { type: "Card", cancel: { label: LONG, action: { type: "a" } } },
    ],
    [
      "/options/1/label",
      {
        type: "RadioGroup",
        name: "a",
        options: [
          { value: "a", label: "a" },
          { value: "b", label: LONG },
        ],
      },
    ],
  ])("%s of %j", (path, node) => {
    const { container, paths } = renderCut(node);
    const shown = [container.innerHTML];
    for (const field of container.querySelectorAll("input, textarea"))
      shown.push((field as HTMLInputElement).value);
    expect(shown.join(" ")).toContain(CUT);
    expect(shown.join(" ")).not.toContain(LONG);
    expect(paths()).toEqual([path]);
  });

  test.each<[path: string, node: object]>([
    ["/series", { data, series: [series], xAxis: "x" }],
    // As ChatKit's builder exports a series.
    [
      "/series",
      { data, series: [{ type: "Text", value: series }], xAxis: "x" },
    ],
    ["/data", { data: [{ x: LONG, y: 1 }], series: [], xAxis: "x" }],
    [
      "/data",
      { data, series: [], xAxis: { dataKey: "x", labels: { a: LONG } } },
    ],
  ])("%s of the Chart %j", async (path, props) => {
    const { container, paths } = renderCut({ type: "Chart", ...props });
    // Until its code has loaded as well.
    expect(container.innerHTML).not.toContain(LONG);
    await vi.waitFor(() =>
      expect(container.querySelector("svg")).not.toBeNull(),
    );
    expect(container).toHaveTextContent(CUT);
    expect(container.innerHTML).not.toContain(LONG);
    await vi.waitFor(() => expect(paths()).toEqual([path]));
  });
});

describe("what is not a text for the user is never cut", () => {
  test.each<[string, object, string]>([
    [
      "the address of a picture",
      { type: "Image", src: "/abcdef.png", alt: "" },
      "img[src='/abcdef.png']",
    ],
    [
      "the address of a favicon",
      { type: "Card", status: { text: "a", favicon: "/abcdef.png" } },
      "img[src='/abcdef.png']",
    ],
    [
      "the name of a field",
      { type: "Input", name: LONG },
      "input[name=abcdef]",
    ],
    ["an id", { type: "Text", value: "a", id: LONG }, "[data-node-id=abcdef]"],
  ])("%s", (_, node, selector) => {
    const { container, paths } = renderCut(node);
    expect(container.querySelector(selector)).not.toBeNull();
    expect(paths()).toEqual([]);
  });
});

test("the payload of an action is never cut", () => {
  const sendAction = vi.fn();
  const action = { type: "a", payload: { note: LONG } };
  render(
    <WidgetRenderer
      widget={{ type: "Button", label: "a", onClickAction: action }}
      limits={{ text: 3 }}
      sendAction={sendAction}
    />,
  );
  fireEvent.click(screen.getByRole("button"));
  expect(sendAction.mock.lastCall![0]).toMatchObject(action);
});
