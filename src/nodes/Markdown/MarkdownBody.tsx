import {
  createContext,
  memo,
  useContext,
  useId,
  useState,
  type ReactNode,
} from "react";
import Markdown, {
  type Components,
  type ExtraProps,
  type Options,
} from "react-markdown";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { createBlocks } from "./markdownBlocks.js";
import { remarkPlugins } from "./markdownCjk.js";
import { closeMarks } from "./markdownStream.js";
import { separateTexts } from "./markdownTexts.js";
import { allowUrl } from "../../context/url.js";
import { useScrollable } from "../../ui/useScrollable.js";

export interface MarkdownBodyProps {
  value: string;
  streaming: boolean;
  /** The JSON of the node: what is reported is reported of it. */
  node: unknown;
}

/** Drawn Markdown: the heavy part of the node, in a chunk of its own. */
export default function MarkdownBody({
  value,
  streaming,
  node,
}: MarkdownBodyProps) {
  // Footnotes are linked by DOM ids, and a page has many texts.
  const ids = `wr${useId().replace(/\W/g, "")}-`;
  const [blocksOf] = useState(createBlocks);
  const [levelsOf] = useState(createLevels);
  const blocks = blocksOf(value);
  const last = blocks.length - 1;
  return (
    <TopLevel.Provider value={Math.min(6, ...levelsOf(blocks))}>
      {blocks.map((block, index) => (
        <Block
          key={index}
          source={streaming && index === last ? closeMarks(block) : block}
          ids={ids}
          node={node}
        />
      ))}
    </TopLevel.Provider>
  );
}

/** The highest level of a heading in each block: many texts begin at "##". */
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

const TopLevel = createContext(1);

const Source = createContext<unknown>(undefined);

interface BlockProps {
  source: string;
  ids: string;
  /** The JSON when the block was drawn: a new one does not draw it again. */
  node: unknown;
}

/** While a text grows, only its last block is drawn anew. */
const Block = memo(function Block({ source, ids, node }: BlockProps) {
  const { labels } = useWidgetContext().settings;
  return (
    <Source.Provider value={node}>
      <Markdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={rehypePlugins}
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
    </Source.Provider>
  );
}, isSame);

function isSame(a: BlockProps, b: BlockProps) {
  return a.source === b.source && a.ids === b.ids;
}

const rehypePlugins: Options["rehypePlugins"] = [separateTexts];

/** Every URL is looked at where it is drawn. */
const unchanged = (url: string) => url;

type Element = NonNullable<ExtraProps["node"]>;

/** Whether the code that is drawn is a block of its own. */
const InPre = createContext(false);

/** The text of the task that the checkbox stands in. */
const Task = createContext<string | undefined>(undefined);

const components: Components = {
  a: Link,
  img: Image,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  p: ({ children }) => <p className="wr-Markdown-p">{children}</p>,
  strong: ({ children }) => (
    <strong className="wr-Markdown-strong">{children}</strong>
  ),
  em: ({ children }) => <em className="wr-Markdown-em">{children}</em>,
  del: ({ children }) => <del className="wr-Markdown-del">{children}</del>,
  sup: ({ children }) => <sup className="wr-Markdown-sup">{children}</sup>,
  blockquote: ({ children }) => (
    <blockquote className="wr-Markdown-quote">{children}</blockquote>
  ),
  hr: () => <hr className="wr-Markdown-rule" />,
  ul: ({ children }) => <ul className="wr-Markdown-list">{children}</ul>,
  ol: Ordered,
  li: Item,
  input: Checkbox,
  table: Table,
  thead: ({ children }) => <thead>{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ children }) => <tr className="wr-Markdown-row">{children}</tr>,
  th: ({ children, style }) => (
    <th className="wr-Markdown-head" scope="col" data-align={style?.textAlign}>
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td className="wr-Markdown-cell" data-align={style?.textAlign}>
      {children}
    </td>
  ),
  pre: Pre,
  code: Code,
  section: ({ children }) => (
    <section className="wr-Markdown-footnotes">{children}</section>
  ),
};

interface LinkProps extends ExtraProps {
  href?: string | undefined;
  title?: string | undefined;
  id?: string | undefined;
  "aria-label"?: string | undefined;
  children?: ReactNode;
}

/** A link that may be followed; the text of any other. */
function Link({ href, title, id, "aria-label": label, children }: LinkProps) {
  const context = useWidgetContext();
  const source = useContext(Source);
  const url = href
    ? allowUrl(context, "link", href, source, "value")
    : undefined;
  if (url === undefined) return <span>{children}</span>;
  const outside = /^https?:/i.test(url);
  return (
    <a
      className="wr-Markdown-link"
      id={id}
      href={url}
      title={title}
      aria-label={label}
      target={outside ? "_blank" : undefined}
      rel={outside ? "noopener noreferrer" : undefined}
    >
      {children}
    </a>
  );
}

interface ImageProps extends ExtraProps {
  src?: string | Blob | undefined;
  alt?: string | undefined;
  title?: string | undefined;
}

/** A picture that may be loaded; the words for any other. */
function Image({ src, alt, title }: ImageProps) {
  const context = useWidgetContext();
  const source = useContext(Source);
  const url =
    typeof src === "string" && src !== ""
      ? allowUrl(context, "image", src, source, "value")
      : undefined;
  if (url === undefined) return <span>{alt}</span>;
  return (
    <img
      className="wr-Markdown-image"
      src={url}
      alt={alt ?? ""}
      title={title}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
    />
  );
}

interface HeadingProps extends ExtraProps {
  children?: ReactNode;
}

/** Looks as the author's level, and is one that fits the host's page. */
function Heading({ node, children }: HeadingProps) {
  const { headingLevel } = useWidgetContext().settings;
  const level = Number(node?.tagName[1] ?? 1);
  const below = Math.max(0, level - useContext(TopLevel));
  const Tag = `h${Math.min(6, headingLevel + below)}` as "h1";
  // The heading of the footnotes is there to be heard.
  const hidden = node?.properties["id"] === "footnote-label";
  return (
    <Tag
      className={hidden ? "wr-hidden" : "wr-Markdown-heading"}
      data-level={hidden ? undefined : level}
    >
      {children}
    </Tag>
  );
}

interface OrderedProps extends ExtraProps {
  start?: number | undefined;
  children?: ReactNode;
}

/** Its numbers have room, however long they are. */
function Ordered({ node, start, children }: OrderedProps) {
  const items =
    node?.children.filter((child) => child.type === "element") ?? [];
  const digits = String((start ?? 1) + items.length - 1).length;
  return (
    <ol
      className="wr-Markdown-list"
      start={start}
      style={
        digits > 1
          ? { paddingInlineStart: `max(26px, ${digits + 1}ch + 2px)` }
          : undefined
      }
    >
      {children}
    </ol>
  );
}

interface ItemProps extends ExtraProps {
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

function Item({ node, id, className, children }: ItemProps) {
  const task = className?.includes("task-list-item") ?? false;
  return (
    <li className="wr-Markdown-item" id={id} data-task={task ? "" : undefined}>
      {task ? (
        <Task.Provider value={node && textOf(node).trim()}>
          {children}
        </Task.Provider>
      ) : (
        children
      )}
    </li>
  );
}

/** The words of an element, without those of the lists in it. */
function textOf(element: Element): string {
  let text = "";
  for (const child of element.children) {
    if (child.type === "text") text += child.value;
    else if (child.type === "element" && !/^[uo]l$/.test(child.tagName)) {
      text += textOf(child);
    }
  }
  return text;
}

function Checkbox({ checked }: { checked?: boolean | undefined }) {
  return (
    <input
      className="wr-Markdown-check"
      type="checkbox"
      disabled
      checked={checked ?? false}
      readOnly
      aria-label={useContext(Task)}
    />
  );
}

function Table({ children }: { children?: ReactNode }) {
  const { labels } = useWidgetContext().settings;
  const { ref, attributes } = useScrollable<HTMLDivElement>(labels.table);
  return (
    <div ref={ref} className="wr-Markdown-scroll" {...attributes}>
      <table className="wr-Markdown-table">{children}</table>
    </div>
  );
}

function Pre({ children }: { children?: ReactNode }) {
  const { labels } = useWidgetContext().settings;
  const { ref, attributes } = useScrollable<HTMLPreElement>(labels.code);
  return (
    <pre ref={ref} className="wr-Markdown-pre" {...attributes}>
      <InPre.Provider value>{children}</InPre.Provider>
    </pre>
  );
}

function Code({ children }: { children?: ReactNode }) {
  const block = useContext(InPre);
  return (
    <code className={block ? "wr-Markdown-block" : "wr-Markdown-code"}>
      {children}
    </code>
  );
}
