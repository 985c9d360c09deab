import { memo } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

/** The usual way to stream Markdown: cut at blank lines, render only the last block. */
export function BlockMarkdown({ value }: { value: string }) {
  return (
    <div className="markdown">
      {value.split(/\n{2,}/).map((source, i) => (
        <Block key={i} source={source} />
      ))}
    </div>
  );
}

const plugins = [remarkGfm];

const Block = memo(function Block({ source }: { source: string }) {
  return <Markdown remarkPlugins={plugins}>{source}</Markdown>;
});
