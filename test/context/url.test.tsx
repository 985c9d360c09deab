import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWidget } from "../helpers/unit.js";

const image = (src: string) => ({ type: "Image", src, alt: "a", size: 40 });

test.each([
  "javascript:alert(1)",
  "data:text/html,<script>",
  "file:///etc/passwd",
])("a picture that is not allowed is left out and reported: %s", (src) => {
  const { container, onError } = renderWidget(image(src));
  expect(container.querySelector("img")).toBeNull();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "blocked-url" }),
  );
});

test.each<[unknown, string | null]>([
  ["https://proxy.example/a.png", "https://proxy.example/a.png"],
  [" /a.png\n", "/a.png"],
  ["data:image/png;base64,AA==", "data:image/png;base64,AA=="],
  [null, null],
  [undefined, null],
  [7, null],
  ["javascript:alert(1)", null],
  ["data:text/html,<script>", null],
  [{ toString: () => "/a.png" }, null],
  [Promise.resolve("/a.png"), null],
])(
  "what `transformUrl` makes of a picture's URL is checked as well: %j",
  (made, expected) => {
    const { container, onError } = renderWidget(
      image("https://example.com/a.png"),
      { transformUrl: () => made },
    );
    const shown = container.querySelector("img");
    expect(shown?.getAttribute("src") ?? null).toBe(expected);
    expect(onError.mock.calls.map(([{ code }]) => code)).toEqual(
      expected === null ? ["blocked-url"] : [],
    );
  },
);

test.each<[string, unknown]>([
  ["an error", new TypeError("Invalid URL")],
  ["nothing", undefined],
  ["a promise", new Promise(() => undefined)],
])(
  "where `transformUrl` throws %s, the picture is left out and the rest stays",
  async (_, thrown) => {
    const children = [
      { type: "ListViewItem", children: [image("/a.png")] },
      { type: "Text", value: "beside" },
      { type: "Markdown", value: "before [link](/b) after" },
    ];
    const { container, onError } = renderWidget(
      { type: "Card", children },
      {
        transformUrl: () => {
          throw thrown;
        },
      },
    );
    await screen.findByText(/beside/);
    await waitFor(() =>
      expect(
        onError.mock.calls.map(([{ code, cause }]) => [code, cause]),
      ).toEqual([
        ["blocked-url", thrown],
        ["blocked-url", thrown],
      ]),
    );
    expect(container).toHaveTextContent("before link after");
    expect(container.querySelector("img, a")).toBeNull();
  },
);
