import { StrictMode, type ReactElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { streamed } from "../helpers/streamed.js";
import "../../src/styles/index.css";

/** Everything that could differ between server and browser: lazy parts, dates, measured sizes. */
const widget: WidgetNode = {
  type: "Card",
  asForm: true,
  status: { text: "Draft", icon: "write" },
  confirm: { label: "Send", action: { type: "send" } },
  children: [
    { type: "Title", value: "Report" },
    {
      type: "Markdown",
      value: "Some **bold** words and a [link](https://example.com)",
    },
    { type: "Text", id: "note", value: "Editable", editable: { name: "note" } },
    { type: "Label", value: "Seat", fieldName: "seat" },
    {
      type: "Select",
      name: "seat",
      defaultValue: "a",
      options: [
        { value: "a", label: "Aisle" },
        { value: "w", label: "Window" },
      ],
    },
    { type: "DatePicker", name: "day", defaultValue: "2026-03-08" },
    { type: "Checkbox", name: "ok", label: "Fine", defaultChecked: true },
    {
      type: "RadioGroup",
      name: "size",
      options: [
        { value: "s", label: "Small" },
        { value: "l", label: "Large" },
      ],
    },
    { type: "Input", name: "name", defaultValue: "Ada", autoFocus: true },
    { type: "Textarea", name: "text", defaultValue: "Lines", autoResize: true },
    {
      type: "Chart",
      data: [
        { x: "Mon", y: 1 },
        { x: "Tue", y: 3 },
      ],
      series: [{ type: "bar", dataKey: "y", label: "Sales" }],
      xAxis: "x",
    },
    {
      type: "ListView",
      limit: 1,
      children: [1, 2, 3].map((n) => ({
        type: "ListViewItem" as const,
        key: String(n),
        onClickAction: { type: "pick" },
        children: [{ type: "Text" as const, value: `Row ${n}` }],
      })),
    },
    {
      type: "Transition",
      children: { type: "Text", key: "t", value: "Moved" },
    },
    {
      type: "Image",
      src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
      alt: "Dot",
    },
    {
      type: "Table",
      children: [
        {
          type: "Table.Row",
          header: true,
          children: [
            { type: "Table.Cell", children: [{ type: "Text", value: "Head" }] },
          ],
        },
        {
          type: "Table.Row",
          children: [
            { type: "Table.Cell", children: [{ type: "Text", value: "Cell" }] },
          ],
        },
      ],
    },
  ],
};

const TEXTS = [
  "Report",
  "bold",
  "Aisle",
  "Mar 8, 2026",
  "Sales",
  "Row 1",
  "Moved",
  "Head",
  "Cell",
];

afterEach(() => document.body.replaceChildren());

/** Puts the server's HTML into the page and hydrates it; gives what React complained about. */
async function hydrate(html: string, element: ReactElement) {
  const complaints: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...args) =>
    complaints.push(args),
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = html;
  const root = hydrateRoot(container, element, {
    onRecoverableError: (error) => complaints.push(error),
  });
  await vi.waitFor(() => {
    expect(
      container.querySelector("svg.wr-Chart-plot, .wr-Chart svg"),
    ).not.toBeNull();
    expect(container.querySelector("strong")).toHaveTextContent("bold");
  });
  return { container, complaints, root };
}

describe("the server's HTML", () => {
  test("the text of every part, lazy ones too, is in the server's HTML", () => {
    const html = renderToString(
      <WidgetRenderer widget={widget} locale="en-US" />,
    );
    const text = new DOMParser().parseFromString(html, "text/html").body
      .textContent;
    for (const word of TEXTS) expect(text).toContain(word);
  });

  test("a streaming server renders the lazy parts themselves", async () => {
    const html = await streamed(
      <WidgetRenderer widget={widget} locale="en-US" />,
    );
    expect(html).toMatch(/<strong[^>]*>bold</);
  });

  test.each([
    ["as it is", <WidgetRenderer key="a" widget={widget} locale="en-US" />],
    [
      "under StrictMode, without a locale",
      <StrictMode key="b">
        <WidgetRenderer widget={widget} />
      </StrictMode>,
    ],
  ])("hydrates without a mismatch, %s", async (_, element) => {
    const { complaints, container, root } = await hydrate(
      await streamed(element),
      element,
    );
    expect(complaints).toEqual([]);
    expect(container).toHaveTextContent("Row 1");
    root.unmount();
  });

  test("styles of the server's HTML apply under a policy that refuses inline ones", async () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
    const loaded = new Promise((resolve) =>
      frame.addEventListener("load", resolve),
    );
    document.body.append(frame);
    await loaded;
    const element = (
      <WidgetRenderer
        widget={{ type: "Box", width: 120, background: "red-100" }}
      />
    );
    const container = frame.contentDocument!.createElement("div");
    frame.contentDocument!.body.append(container);
    container.innerHTML = renderToString(element);
    const width = () =>
      container.querySelector<HTMLElement>(".wr-Box")!.style.width;
    expect(width()).toBe("");
    const root = hydrateRoot(container, element);
    await vi.waitFor(() => expect(width()).toBe("120px"));
    root.unmount();
  });
});
