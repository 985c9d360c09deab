import { useHost, type Host } from "../context.js";
import { safeImage, safeLink } from "../core/safety.js";

/**
 * `url` if it may be used: its scheme is harmless and the host's policy lets it
 * pass; else `undefined`, and the host is told.
 */
export function allowUrl(
  host: Host,
  kind: "image" | "link",
  url: string,
  node: unknown,
  prop: string,
): string | undefined {
  const check = kind === "image" ? safeImage : safeLink;
  const safe = check(url);
  const { transformUrl } = host.drawing();
  const allowed =
    safe !== undefined && transformUrl
      ? transformUrl(safe, { kind, node, prop })
      : safe;
  // A policy may name another URL, but none that is unsafe.
  const result = allowed == null ? undefined : check(allowed);
  if (result !== undefined) return result;
  host.report({
    code: "blocked-url",
    message: `The ${kind} "${url.slice(0, 120)}" of "${prop}" is not shown: ${safe === undefined ? "its scheme is not allowed" : '"transformUrl" refused it'}.`,
    node,
  });
  return undefined;
}

/** The URL of a picture, if there is one that may be loaded. */
export function useImageUrl(
  url: unknown,
  node: unknown,
  prop: string,
): string | undefined {
  const host = useHost();
  return typeof url === "string" && url !== ""
    ? allowUrl(host, "image", url, node, prop)
    : undefined;
}
