import * as messages from "./messages.js";
import { useWidgetContext, type WidgetContextValue } from "./WidgetContext.js";
import { safeUrl } from "../core/sanitize.js";

/**
 * `url` if it may be used: its scheme is harmless and the host's policy lets it
 * pass; else `undefined`, and the host is told.
 */
export function allowUrl(
  context: WidgetContextValue,
  kind: "image" | "link",
  url: string,
  node: unknown,
  prop: string,
): string | undefined {
  const safe = safeUrl(kind, url);
  const { transformUrl } = context.renderProps();
  // A policy may name another URL, but none that is unsafe.
  const allowed =
    safe === undefined || !transformUrl
      ? safe
      : safeUrl(kind, transformUrl(safe, { kind, node, prop }));
  if (allowed === undefined) {
    context.report({
      code: "blocked-url",
      message: messages.blockedUrl(kind, url, prop, safe === undefined),
      node,
    });
  }
  return allowed;
}

/** The URL of a picture, if there is one that may be loaded. */
export function useImageUrl(
  url: unknown,
  node: unknown,
  prop: string,
): string | undefined {
  const context = useWidgetContext();
  return typeof url === "string" && url !== ""
    ? allowUrl(context, "image", url, node, prop)
    : undefined;
}
