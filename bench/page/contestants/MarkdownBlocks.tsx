import { memo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/** The usual way to stream Markdown: cut at blank lines, render only the last block. */
export function MarkdownBlocks({
  value,
  components,
}: {
  value: string;
  components?: Components;
}) {
  return value
    .split(/\n{2,}/)
    .map((source, i) => (
      <Block key={i} source={source} components={components} />
    ));
}

const plugins = [remarkGfm];

const Block = memo(function Block({
  source,
  components,
}: {
  source: string;
  components: Components | undefined;
}) {
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {source}
    </Markdown>
  );
});
