import { cleanup, render } from "@testing-library/react";
import Markdown from "react-markdown";
import { describe, beforeEach, expect, test, vi } from "vitest";
import MarkdownBody from "../../../src/nodes/Markdown/MarkdownBody.js";

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

const rendered = () =>
  vi.mocked(Markdown).mock.calls.map(([{ children }]) => children);

/** Each with the text and the HTML that it has in the end. */
const withoutBlanks: [string, string][] = [
  [
    "**本当（ほんとう）。**次の話。",
    "<strong>本当（ほんとう）。</strong>次の話。",
  ],
  ["これは**「大切」**な話", "これは<strong>「大切」</strong>な話"],
  ["*『題名』*を読む", "<em>『題名』</em>を読む"],
  ["***“非常”***重要", "<em><strong>“非常”</strong></em>重要"],
  ["- **注意：**先读“这里”", "<strong>注意：</strong>先读“这里”"],
  ["GPT**（模型）**的回答", "GPT<strong>（模型）</strong>的回答"],
  [
    "원가는 ~~100원(할인 전)~~이고 **90원(할인)**입니다",
    "원가는 <del>100원(할인 전)</del>이고 <strong>90원(할인)</strong>입니다",
  ],
  ["原价~~「一百」~~元", "原价<del>「一百」</del>元"],
  ["2~3天，`代码`。", "2~3天，<code>代码</code>。"],
  [
    "**「[链接](https://example.com/)」**在此",
    '<strong>「<a href="https://example.com/">链接</a>」</strong>在此',
  ],
  [
    "| 名 |\n|---|\n| **「一」**番 https://example.com/1。 |",
    '<td><strong>「一」</strong>番 <a href="https://example.com/1">https://example.com/1</a>。</td>',
  ],
];

const bareUrls: [string, string][] = [
  ..."。，、；：？！）」』】》〉”’…～｜＞＂"
    .split("")
    .map((end): [string, string] => [
      `看 https://example.com/a${end}好`,
      `<a href="https://example.com/a">https://example.com/a</a>${end}好`,
    ]),
  [
    "甲：https://example.com/a；乙：https://example.org；",
    '甲：<a href="https://example.com/a">https://example.com/a</a>；乙：<a href="https://example.org">https://example.org</a>；',
  ],
  [
    "在「https://example.com」，**「粗」**体",
    '在「<a href="https://example.com">https://example.com</a>」，<strong>「粗」</strong>体',
  ],
  [
    "**网址：https://example.com/a_b。**完",
    '<strong>网址：<a href="https://example.com/a_b">https://example.com/a_b</a>。</strong>完',
  ],
  [
    "见（www.example.com/a）。",
    '见（<a href="http://www.example.com/a">www.example.com/a</a>）。',
  ],
  [
    "[注：https://example.com，https://example.org。]完",
    '[注：<a href="https://example.com">https://example.com</a>，<a href="https://example.org">https://example.org</a>。]完',
  ],
  [
    "邮箱：a@example.com。好",
    '邮箱：<a href="mailto:a@example.com">a@example.com</a>。好',
  ],
  [
    "https://example.com/レ・ミ（歌）",
    '<a href="https://example.com/%E3%83%AC%E3%83%BB%E3%83%9F">https://example.com/レ・ミ</a>（歌）',
  ],
  [
    "https://例え.jp/道。",
    '<a href="https://%E4%BE%8B%E3%81%88.jp/%E9%81%93">https://例え.jp/道</a>。',
  ],
  [
    "https://example.com/a(b)?c=d&e=f.。",
    '<a href="https://example.com/a(b)?c=d&amp;e=f">https://example.com/a(b)?c=d&amp;e=f</a>.。',
  ],
  // What the author marked as a link, or as code, is whole.
  [
    "<https://example.com/。>",
    '<a href="https://example.com/%E3%80%82">https://example.com/。</a>',
  ],
  [
    "[链接](https://example.com/。)。",
    '<a href="https://example.com/%E3%80%82">链接</a>。',
  ],
  ["`https://example.com/。`", "<code>https://example.com/。</code>"],
  ["https://。", "https://。"],
];

/** The HTML of a text, without what every element has. */
const htmlOf = (element: Element) =>
  element.innerHTML.replaceAll(/<\/?span>| (?:class|target|rel)="[^"]*"/g, "");

describe("MarkdownBody", () => {
  test("while a text grows, only its last block renders again", () => {
    const node = {};
    const first = "# Trip\n\nTwo **days**\n\n- one";
    const { rerender, container } = render(
      <MarkdownBody value={first} streaming node={node} />,
    );
    expect(rendered()).toHaveLength(3);
    vi.mocked(Markdown).mockClear();
    rerender(<MarkdownBody value={`${first}\n- *tw`} streaming node={{}} />);
    expect(rendered()).toEqual(["\n- one\n- *tw*"]);
    vi.mocked(Markdown).mockClear();
    rerender(
      <MarkdownBody value={`${first}\n- *two*`} streaming={false} node={{}} />,
    );
    expect(rendered()).toEqual(["\n- one\n- *two*"]);
    vi.mocked(Markdown).mockClear();
    rerender(
      <MarkdownBody
        value={`${first}\n- *two*\n\nEnd`}
        streaming={false}
        node={{}}
      />,
    );
    expect(rendered()).toEqual(["\n- one\n- *two*\n", "\nEnd"]);
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

  test.each([...withoutBlanks, ...bareUrls])(
    "%s is the same while it grows and after",
    (source, html) => {
      const node = {};
      const { container } = render(
        <MarkdownBody value={source} streaming={false} node={node} />,
      );
      const whole = container.innerHTML;
      expect(htmlOf(container)).toContain(html);
      cleanup();

      const growing = render(<MarkdownBody value="" streaming node={node} />);
      let shown = "";
      for (let length = 1; length <= source.length; length++) {
        growing.rerender(
          <MarkdownBody
            value={source.slice(0, length)}
            streaming
            node={node}
          />,
        );
        const text = growing.container.textContent;
        // A bracket shows as soon as it is known to be no link.
        if (!source.startsWith("[") && !source.startsWith("<")) {
          expect(text.startsWith(shown), `${shown} → ${text}`).toBe(true);
          expect(text).not.toMatch(/[*`|]|~~/);
        }
        shown = text;
      }
      expect(growing.container.innerHTML).toBe(whole);
      growing.rerender(
        <MarkdownBody value={source} streaming={false} node={node} />,
      );
      expect(growing.container.innerHTML).toBe(whole);
    },
  );
});
