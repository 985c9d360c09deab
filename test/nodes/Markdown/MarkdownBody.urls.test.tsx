import { render } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import MarkdownBody from "../../../src/nodes/Markdown/MarkdownBody.js";

// It has no layout to observe.
beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});

/** Each text with its addresses; half of one may be that of another server. */
test.each([
  ["See https://a.example/b?c=1, or not.", ["https://a.example/b?c=1"]],
  ["See https://a.example.", ["https://a.example"]],
  ["**https://a.example/b** it is", ["https://a.example/b"]],
  ["- one\n- www.a.example\n- two", ["http://www.a.example"]],
  ["Write to ann@a.example now", ["mailto:ann@a.example"]],
  ["![](https://a.example/b.png) is it", ["https://a.example/b.png"]],
  ['![a](https://a.example/b.png "A b") is', ["https://a.example/b.png"]],
  [
    "![a][b]\n\n[b]: https://a.example/b.png\n\nIt",
    ["https://a.example/b.png"],
  ],
  ["[a]\n\n[a]:\nhttps://a.example/b\n\nIt is", ["https://a.example/b"]],
  ["[a](https://a.example/b) it is", ["https://a.example/b"]],
  ["[a](<https://a.example/b c>) it is", ["https://a.example/b%20c"]],
  ["<https://a.example/b> it is", ["https://a.example/b"]],
  [
    "[![a](https://a.example/b.png)](https://a.example/b) is",
    ["https://a.example/b.png", "https://a.example/b"],
  ],
])("of %j, no half address is used while it grows", (value, addresses) => {
  const used = new Set<string | null>();
  const { container, rerender } = render(
    <MarkdownBody value="" streaming node={{}} />,
  );
  for (let length = 1; length <= value.length; length++) {
    rerender(
      <MarkdownBody value={value.slice(0, length)} streaming node={{}} />,
    );
    for (const element of container.querySelectorAll("[href], [src]")) {
      used.add(element.getAttribute("href") ?? element.getAttribute("src"));
    }
  }
  rerender(<MarkdownBody value={value} streaming={false} node={{}} />);
  for (const element of container.querySelectorAll("[href], [src]")) {
    used.add(element.getAttribute("href") ?? element.getAttribute("src"));
  }
  expect(used).toEqual(new Set(addresses));
});
