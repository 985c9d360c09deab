import type { NodeProps } from "../../context/WidgetContext.js";
import { usePropReader } from "../../context/propReader.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";
import { lazyComponent } from "../../ui/lazyComponent.js";
import { loadMarkdown } from "../load.js";
import type { MarkdownBodyProps } from "./MarkdownBody.js";
import { wordAttributes } from "../../ui/wordAttributes.js";
import { markdownText } from "./markdownText.js";

export interface MarkdownProps extends NodeProps {
  /** GitHub Flavored Markdown, without HTML. */
  value: string | number;
  /** Whether more of the text is still to come: open marks are closed meanwhile. @default false */
  streaming?: boolean | null;
}

const Body = lazyComponent<MarkdownBodyProps>(loadMarkdown, ({ value }) => (
  <div className="wr-Markdown-source">{markdownText(value)}</div>
));

/** A text with headings, lists, links, tables and code. */
export function Markdown(props: MarkdownProps) {
  const { id, node } = props;
  const read = usePropReader(props);
  const text = read.text("value", true);
  const streaming = read.boolean("streaming");
  const growing = read.context.renderProps().growth === "growing";
  if (text === "") return null;
  return (
    <div
      {...nodeAttributes("Markdown", id)}
      data-streaming={streaming ? "" : undefined}
      {...wordAttributes(text)}
    >
      <Body value={text} streaming={streaming || growing} node={node} />
    </div>
  );
}
