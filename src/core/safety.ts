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

const LINK = /^(?:https?|mailto|tel|sms):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * `url` if a widget may link to it, else `undefined`: `http`, `https`,
 * `mailto`, `tel` and `sms`, and addresses relative to the page.
 */
export function safeLink(url: string): string | undefined {
  const clean = stripControls(url);
  return LINK.test(clean) || !SCHEME.test(clean) ? clean : undefined;
}

/**
 * `url` if a widget may show it as a picture, else `undefined`: `http`,
 * `https`, `data:image/…`, `blob:`, and addresses relative to the page.
 */
export function safeImage(url: string): string | undefined {
  const clean = stripControls(url);
  return /^(?:https?:|data:image\/|blob:)/i.test(clean) || !SCHEME.test(clean)
    ? clean
    : undefined;
}

/** Browsers skip control characters and blanks in a scheme; so do the checks. */
function stripControls(url: string): string {
  return url.replace(/[\u0000-\u001f\u007f]/g, "").trim();
}
