import { memo, useId, useState } from "react";
import Markdown, { type Options } from "react-markdown";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { createSharer } from "../../core/createSharer.js";
import { createBlocks } from "./markdownBlocks.js";
import { remarkPlugins } from "./markdownCjk.js";
import { createLimitPieces, isCostly } from "./markdownCost.js";
import {
  NodeContext,
  TopLevelContext,
  components,
} from "./markdownElements.js";
import { closeMarks, unlinkLast } from "./markdownStream.js";
import { separateTexts } from "./markdownTexts.js";

export interface MarkdownBodyProps {
  value: string;
  streaming: boolean;
  /** The JSON of the node, for reports. */
  node: unknown;
}

/** Rendered Markdown: the heavy part of the node, in a separate chunk. */
export default function MarkdownBody({
  value,
  streaming,
  node,
}: MarkdownBodyProps) {
  // Footnotes are linked by DOM ids, which must differ between the texts of a page.
  const ids = `wr${useId().replace(/\W/g, "")}-`;
  const [blocksOf] = useState(createBlocks);
  const [limitPieces] = useState(createLimitPieces);
  const [levelsOf] = useState(createLevels);
  // A group that has not changed is the same object.
  const [share] = useState(() => createSharer<Groups>());
  const blocks = limitPieces(blocksOf(value));
  const groups = share(
    groupsOf(
      streaming && blocks.length > 0
        ? blocks.with(blocks.length - 1, closeMarks(blocks.at(-1)!))
        : blocks,
    ),
  );
  return (
    <TopLevelContext.Provider value={Math.min(6, ...levelsOf(blocks))}>
      {groups.map((blocks, index) => {
        const growing = streaming && index === groups.length - 1;
        return <Group key={index} {...{ blocks, growing, ids, node }} />;
      })}
    </TopLevelContext.Provider>
  );
}

const GROUP_SIZE = 16;

type Groups = readonly (readonly string[])[];

function groupsOf(blocks: readonly string[]): Groups {
  const groups: (readonly string[])[] = [];
  for (let i = 0; i < blocks.length; i += GROUP_SIZE) {
    groups.push(blocks.slice(i, i + GROUP_SIZE));
  }
  return groups;
}

/** The highest level of a heading in each block: many texts have no "#" and begin at "##". */
function createLevels() {
  let last: readonly string[] = [];
  let levels: number[] = [];
  return (blocks: readonly string[]) => {
    levels = blocks.map((block, i) =>
      block === last[i] ? levels[i]! : topLevel(block),
    );
    last = blocks;
    return levels;
  };
}

function topLevel(block: string): number {
  if (/^\s*(```|~~~)/.test(block)) return 6;
  const levels = Array.from(
    block.matchAll(/^ {0,3}(?:(#{1,6})[ \t]|(=+|-+)[ \t]*$)/gm),
    ([, marks, line]) => marks?.length ?? (line?.[0] === "=" ? 1 : 2),
  );
  return Math.min(6, ...levels);
}

interface GroupProps {
  blocks: readonly string[];
  /** Whether its last block grows. */
  growing: boolean;
  ids: string;
  node: unknown;
}

/** Memoised, so that React compares the groups of a growing text, not all of its blocks. */
const Group = memo(
  function Group({ blocks, growing: grows, ids, node }: GroupProps) {
    return blocks.map((source, index) => {
      const growing = grows && index === blocks.length - 1;
      return <Block key={index} {...{ source, growing, ids, node }} />;
    });
  },
  (a, b) => a.blocks === b.blocks && a.growing === b.growing && a.ids === b.ids,
);

interface BlockProps {
  source: string;
  growing: boolean;
  ids: string;
  /** The JSON when the block was rendered; new JSON alone does not render it again. */
  node: unknown;
}

/** Memoised, so that only the last block of a growing text is rendered again. */
const Block = memo(function Block({ source, growing, ids, node }: BlockProps) {
  const { labels } = useWidgetContext().settings;
  if (isCostly(source)) {
    return <div className="wr-Markdown-source">{source}</div>;
  }
  return (
    <NodeContext.Provider value={node}>
      <Markdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={growing ? growingPlugins : rehypePlugins}
        remarkRehypeOptions={{
          clobberPrefix: ids,
          footnoteLabel: labels.footnotes,
          footnoteBackLabel: labels.footnoteBack,
        }}
        components={components}
        urlTransform={unchanged}
      >
        {source}
      </Markdown>
    </NodeContext.Provider>
  );
}, isSame);

function isSame(a: BlockProps, b: BlockProps) {
  return a.source === b.source && a.growing === b.growing && a.ids === b.ids;
}

const rehypePlugins: Options["rehypePlugins"] = [separateTexts];
const growingPlugins = [unlinkLast, separateTexts];

/** Leaves each URL to the element that renders it, which checks it. */
const unchanged = (url: string) => url;
