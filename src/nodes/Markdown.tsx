import type { NodeProps } from "../context.js";
import { useGiven } from "../given.js";
import { nodeAttributes } from "../parts/attributes.js";
import { lazyPart } from "../parts/Lazy.js";
import { loadMarkdown } from "../parts/load.js";
import type { MarkdownBodyProps } from "../parts/MarkdownBody.js";
import { longWord } from "../parts/longWord.js";
import { markdownText } from "../parts/markdownText.js";

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
export function Markdown(props: MarkdownProps) {
  const { id, node } = props;
  const given = useGiven(props);
  const text = given.text("value", true);
  const streaming = given.is("streaming");
  if (text === "") return null;
  return (
    <div
      {...nodeAttributes("Markdown", id)}
      data-streaming={streaming ? "" : undefined}
      data-long={longWord(text)}
    >
      <Body value={text} streaming={streaming} node={node} />
    </div>
  );
}
