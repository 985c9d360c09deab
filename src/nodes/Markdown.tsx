import type { NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "../parts/attributes.js";
import { lazyPart } from "../parts/Lazy.js";
import { loadMarkdown } from "../parts/load.js";
import type { MarkdownBodyProps } from "../parts/MarkdownBody.js";
import { longWord } from "../parts/longWord.js";
import { markdownText } from "../parts/markdownText.js";
import { flag, isTrue } from "../parts/values.js";

export interface MarkdownProps extends NodeProps {
  /** GitHub Flavored Markdown, without HTML. */
  value: string | number;
  /** More text is on its way: half-open marks are closed meanwhile. @default false */
  streaming?: boolean | null;
}

const Body = lazyPart<MarkdownBodyProps>(loadMarkdown, ({ value }) => (
  <div className="wr-Markdown-source">{markdownText(value)}</div>
));

/** A text with headings, lists, links, tables and code. */
export function Markdown({ id, node, value, streaming }: MarkdownProps) {
  const text = toText(value);
  if (text === "") return null;
  return (
    <div
      {...nodeAttributes("Markdown", id)}
      data-streaming={flag(streaming)}
      data-long={longWord(text)}
    >
      <Body value={text} streaming={isTrue(streaming)} node={node} />
    </div>
  );
}
