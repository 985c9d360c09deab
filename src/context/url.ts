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
  let allowed: string | undefined;
  let cause: unknown;
  try {
    allowed =
      safe === undefined || !transformUrl
        ? safe
        : // It may give another URL, but that must be safe as well.
          safeUrl(kind, transformUrl(safe, { kind, node, prop }));
  } catch (error) {
    // `new URL` throws for a relative one. What is around the URL must not be lost for it.
    cause = error;
  }
  if (allowed === undefined) {
    context.report({
      code: "blocked-url",
      message: messages.blockedUrl(kind, url, prop, safe === undefined),
      node,
      cause,
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
