import { createContext, useContext, type ReactNode } from "react";
import type { Components, ExtraProps } from "react-markdown";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { allowUrl } from "../../context/url.js";
import { wordAttributes } from "../../ui/wordAttributes.js";
import { useScrollable } from "../../ui/useScrollable.js";

/** The highest level of a heading in the text. */
export const TopLevelContext = createContext(1);

/** The JSON of the node. */
export const NodeContext = createContext<unknown>(undefined);

type Element = NonNullable<ExtraProps["node"]>;

/** Whether code is in a `<pre>`, and so a block. */
const PreContext = createContext(false);

/** The text of the task, which is the name of its checkbox. */
const TaskContext = createContext<string | undefined>(undefined);

/** Element of Markdown → how it is rendered. */
export const components: Components = {
  a: Link,
  img: Image,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  p: ({ node, children }) => (
    <p className="wr-Markdown-p" {...wordsOf(node)}>
      {children}
    </p>
  ),
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
  th: ({ node, children, style }) => (
    <th
      className="wr-Markdown-head"
      scope="col"
      data-align={style?.textAlign}
      {...wordsOf(node)}
    >
      {children}
    </th>
  ),
  td: ({ node, children, style }) => (
    <td
      className="wr-Markdown-cell"
      data-align={style?.textAlign}
      {...wordsOf(node)}
    >
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
  const node = useContext(NodeContext);
  const url = href ? allowUrl(context, "link", href, node, "value") : undefined;
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

/** A picture that may be loaded; the alternative text of any other. */
function Image({ src, alt, title }: ImageProps) {
  const context = useWidgetContext();
  const node = useContext(NodeContext);
  const url =
    typeof src === "string" && src !== ""
      ? allowUrl(context, "image", src, node, "value")
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

/** A heading that looks like its level in the text, and has a level that fits the host's page. */
function Heading({ node, children }: HeadingProps) {
  const { headingLevel } = useWidgetContext().settings;
  const level = Number(node?.tagName[1] ?? 1);
  const below = Math.max(0, level - useContext(TopLevelContext));
  const Tag = `h${Math.min(6, headingLevel + below)}` as "h1";
  // The heading of the footnotes is for assistive technology alone.
  const hidden = node?.properties["id"] === "footnote-label";
  return (
    <Tag
      className={hidden ? "wr-hidden" : "wr-Markdown-heading"}
      data-level={hidden ? undefined : level}
      {...wordsOf(node)}
    >
      {children}
    </Tag>
  );
}

interface OrderedProps extends ExtraProps {
  start?: number | undefined;
  children?: ReactNode;
}

/** A numbered list, with space for its longest number. */
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
    <li
      className="wr-Markdown-item"
      id={id}
      data-task={task ? "" : undefined}
      {...wordsOf(node)}
    >
      {task ? (
        <TaskContext.Provider value={node && textOf(node).trim()}>
          {children}
        </TaskContext.Provider>
      ) : (
        children
      )}
    </li>
  );
}

/** How the words of a block break: one of a few characters is a label. */
function wordsOf(node: Element | undefined) {
  return node && wordAttributes(textOf(node).trim(), false);
}

/** The text of an element, without the lists in it. */
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
      aria-label={useContext(TaskContext)}
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
      <PreContext.Provider value>{children}</PreContext.Provider>
    </pre>
  );
}

function Code({ children }: { children?: ReactNode }) {
  const block = useContext(PreContext);
  return (
    <code className={block ? "wr-Markdown-block" : "wr-Markdown-code"}>
      {children}
    </code>
  );
}
