import { render } from "@testing-library/react";
import Markdown from "react-markdown";
import { beforeEach, expect, test, vi } from "vitest";
import MarkdownBody from "../../src/parts/MarkdownBody.js";

vi.mock("react-markdown", { spy: true });
// It has no layout to observe.
beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.mocked(Markdown).mockClear();
});

const drawn = () =>
  vi.mocked(Markdown).mock.calls.map(([{ children }]) => children);

test("while a text grows, only its last block is drawn anew", () => {
  const node = {};
  const first = "# Trip\n\nTwo **days**\n\n- one";
  const { rerender, container } = render(
    <MarkdownBody value={first} streaming node={node} />,
  );
  expect(drawn()).toHaveLength(3);
  vi.mocked(Markdown).mockClear();
  rerender(<MarkdownBody value={`${first}\n- *tw`} streaming node={{}} />);
  expect(drawn()).toEqual(["\n- one\n- *tw*"]);
  vi.mocked(Markdown).mockClear();
  rerender(
    <MarkdownBody value={`${first}\n- *two*`} streaming={false} node={{}} />,
  );
  expect(drawn()).toEqual(["\n- one\n- *two*"]);
  vi.mocked(Markdown).mockClear();
  rerender(
    <MarkdownBody
      value={`${first}\n- *two*\n\nEnd`}
      streaming={false}
      node={{}}
    />,
  );
  expect(drawn()).toEqual(["\n- one\n- *two*\n", "\nEnd"]);
  expect(container.querySelectorAll("li")).toHaveLength(2);
});

test("marks are only closed while the text streams", () => {
  const { container, rerender } = render(
    <MarkdownBody value="a **b" streaming node={{}} />,
  );
  expect(container.innerHTML).toContain("<strong");
  rerender(<MarkdownBody value="a **b" streaming={false} node={{}} />);
  expect(container.textContent).toBe("a **b");
});
