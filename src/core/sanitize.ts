/**
 * What a CSS value of a widget may not contain: functions that fetch, signs that end,
 * begin or raise a declaration, and escapes and comments, which may hide one of these.
 */
const FORBIDDEN_CSS =
  /[;:{}[\]\\!"']|\/\*|(?:url|src|image|image-set|cross-fade|element|expression|paint|attr|env)\s*\(/i;

/** A CSS value long enough for any gradient, short enough to do no harm. */
const MAX_CSS_LENGTH = 512;

/** `value` if it is safe as a CSS value, else `undefined`. */
export function safeCss(value: string): string | undefined {
  if (value.length > MAX_CSS_LENGTH || FORBIDDEN_CSS.test(value)) {
    return undefined;
  }
  // An open bracket would contain all that follows in the `style` of a server's HTML.
  let brackets = value.replace(/[^()]/g, "");
  while (brackets.includes("()")) brackets = brackets.replace("()", "");
  return brackets === "" ? value.trim() : undefined;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The schemes that are allowed in the links and the images of a widget. */
const ALLOWED = {
  link: /^(?:https?|mailto|tel|sms):/i,
  image: /^(?:https?:|data:image\/|blob:)/i,
};

/**
 * `url` if a widget may use it, else `undefined`: its scheme is allowed, or it is
 * relative to the page. Browsers ignore control characters in a URL and spaces around it,
 * so they are removed before the check.
 */
export function safeUrl(
  kind: keyof typeof ALLOWED,
  url: unknown,
): string | undefined {
  if (typeof url !== "string") return undefined;
  const clean = url.replace(/[\u0000-\u001f\u007f]/g, "").trim();
  return ALLOWED[kind].test(clean) || !SCHEME.test(clean) ? clean : undefined;
}
