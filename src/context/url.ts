import * as messages from "./messages.js";
import { useWidgetContext, type WidgetContextValue } from "./WidgetContext.js";
import { safeUrl } from "../core/sanitize.js";

/**
 * `url` if it may be used: its scheme is safe and the host's `transformUrl` allows it.
 * Otherwise `undefined`, and an error is reported.
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
  // `transformUrl` may give another URL, but that must be safe as well.
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

/** The URL of an image, if it may be loaded. */
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
