// Apart from the other elements, so that an app without Markdown does not load it.
import {
  createContext,
  useContext,
  type ReactElement,
  type ReactNode,
} from "react";
import type { Components } from "react-markdown";
import { MarkdownBlocks } from "../contestants/MarkdownBlocks.js";

export type MarkdownElement = (props: { value: string }) => ReactElement;

/** As floor-react renders it. */
export const leanMarkdown: MarkdownElement = ({ value }) => (
  <div className="markdown">
    <MarkdownBlocks value={value} />
  </div>
);

/** As the library renders it. */
export const oursMarkdown: MarkdownElement = ({ value }) => (
  <div className="wr-Markdown" data-long="words" data-streaming="">
    <MarkdownBlocks value={value} components={components} />
  </div>
);

/** Whether code is in a `<pre>`, and so a block. */
const PreContext = createContext(false);

const components: Components = {
  h2: ({ children }) => (
    <h3 className="wr-Markdown-heading" data-level="2">
      {children}
    </h3>
  ),
  p: ({ children }) => <p className="wr-Markdown-p">{children}</p>,
  strong: ({ children }) => (
    <strong className="wr-Markdown-strong">{children}</strong>
  ),
  em: ({ children }) => <em className="wr-Markdown-em">{children}</em>,
  a: ({ href, children }) => (
    <a
      className="wr-Markdown-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
    </a>
  ),
  ul: ({ children }) => <ul className="wr-Markdown-list">{children}</ul>,
  li: ({ children }) => <li className="wr-Markdown-item">{children}</li>,
  pre: ({ children }) => (
    <PreContext.Provider value>
      <pre className="wr-Markdown-pre">{children}</pre>
    </PreContext.Provider>
  ),
  code: Code,
};

function Code({ children }: { children?: ReactNode }) {
  const block = useContext(PreContext);
  return (
    <code className={block ? "wr-Markdown-block" : "wr-Markdown-code"}>
      {children}
    </code>
  );
}
