import type { ComponentProps } from "react";
import {
  CodeOrSourceMdx,
  HeadersMdx,
  Markdown,
} from "@storybook/addon-docs/blocks";

/** A page of docs/recipes. Its links lead to pages here, or to files of the repository. */
export function Recipe({ children }: { children: string }) {
  return <Markdown options={{ overrides }}>{children}</Markdown>;
}

/** Pages whose title is another one than their file. */
const titles: Readonly<Record<string, string>> = {
  fetch: "plain-fetch",
  standalone: "without-a-chat",
  "ai-sdk": "vercel-ai-sdk",
  "model-fetch": "a-model-by-plain-fetch",
};

/** Markdown's own, which any `overrides` take the place of. */
const overrides = { ...HeadersMdx, code: CodeOrSourceMdx, a: Link };

function Link({ href = "", children }: ComponentProps<"a">) {
  const page = /^([\w-]+)\.md(?:#.*)?$/.exec(href)?.[1];
  if (page === undefined)
    return <code>{href.replace(/^(?:\.\.\/)+/, "")}</code>;
  // The page is in a frame.
  return (
    <a
      href={`./?path=/docs/recipes-${titles[page] ?? page}--docs`}
      target="_top"
    >
      {children}
    </a>
  );
}
