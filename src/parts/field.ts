import { toText } from "../core/tree.js";
import { closed } from "./values.js";

/**
 * What a field is called. A Label may or may not stand in the form: `fallback`,
 * else the name, is heard where it does not.
 */
export function called(
  name: unknown,
  { labelId }: { labelId: string },
  fallback?: unknown,
) {
  const field = toText(name);
  return {
    "aria-labelledby": field === "" ? undefined : labelId,
    "aria-label": toText(fallback) || field || undefined,
  };
}

/**
 * Properties of a form's element by which React and browsers reach it: a field
 * of that name would stand in their way.
 */
const TAKEN: ReadonlySet<string> = closed(
  "addEventListener appendChild attributes childNodes children classList className closest contains dispatchEvent firstChild focus getAttribute getRootNode hasAttribute inert innerHTML insertBefore isConnected lastChild matches namespaceURI nextSibling nodeName nodeType nodeValue onclick onsubmit ownerDocument parentElement parentNode previousSibling querySelector querySelectorAll removeAttribute removeChild removeEventListener requestSubmit setAttribute style tagName textContent",
);

/** The `name` attribute, for password managers and for hosts; values do without. */
export function nameAttribute(name: unknown): string | undefined {
  const field = toText(name);
  return field === "" || TAKEN.has(field) ? undefined : field;
}

/** Keeps password managers and the browser's memory out, unless they may help. */
export function autofill(allowed: boolean, autoComplete?: unknown) {
  const hint = toText(autoComplete) || undefined;
  return allowed
    ? { autoComplete: hint }
    : {
        autoComplete: hint ?? "off",
        "data-1p-ignore": "",
        "data-bwignore": "",
        "data-lpignore": "true",
      };
}
