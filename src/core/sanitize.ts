/**
 * What a CSS value from a widget may not hold: anything that fetches, ends or
 * begins a declaration, or hides one of these behind an escape or a comment.
 */
const FORBIDDEN_CSS =
  /[;:{}\\]|\/\*|(?:url|src|image|image-set|cross-fade|element|expression|paint|attr|env)\s*\(/i;

/** A CSS value long enough for any gradient, short enough to do no harm. */
const MAX_CSS_LENGTH = 512;

/** `value` if it is harmless as a CSS value, else `undefined`. */
export function safeCss(value: string): string | undefined {
  return value.length <= MAX_CSS_LENGTH && !FORBIDDEN_CSS.test(value)
    ? value.trim()
    : undefined;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What a URL may begin with, if it has a scheme: what a widget links to or shows. */
const ALLOWED = {
  link: /^(?:https?|mailto|tel|sms):/i,
  image: /^(?:https?:|data:image\/|blob:)/i,
};

/**
 * `url` if a widget may use it, else `undefined`: its scheme is harmless, or it
 * is relative to the page. Browsers skip control characters and blanks in a
 * scheme; so does the check.
 */
export function safeUrl(
  kind: keyof typeof ALLOWED,
  url: unknown,
): string | undefined {
  if (typeof url !== "string") return undefined;
  const clean = url.replace(/[\u0000-\u001f\u007f]/g, "").trim();
  return ALLOWED[kind].test(clean) || !SCHEME.test(clean) ? clean : undefined;
}
