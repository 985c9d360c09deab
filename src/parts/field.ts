import { toText } from "../core/tree.js";

/**
 * What a field is called. A Label may or may not stand in the form: `fallback`,
 * else the name, is heard where it does not.
 */
export function called(
  name: unknown,
  { labelId }: { labelId: string },
  fallback?: unknown,
) {
  return {
    "aria-labelledby": labelId,
    "aria-label": toText(fallback) || toText(name) || undefined,
  };
}

/**
 * Properties of a form's element by which React and browsers reach it: a field
 * of that name would stand in their way.
 */
const TAKEN =
  /^(?:on(?:click|submit)|style|focus|inert|matches|contains|closest|attributes|children|class(?:List|Name)|innerHTML|namespaceURI|ownerDocument|tagName|isConnected|insertBefore|requestSubmit|querySelector(?:All)?|node[A-Z]\w+|\w+(?:Attribute|Child|Content|Element|Event|Listener|Nodes?|Sibling))$/;

/** The `name` attribute, for password managers and for hosts; values do without. */
export function nameAttribute(name: unknown): string | undefined {
  const field = toText(name);
  return TAKEN.test(field) ? undefined : field || undefined;
}

/** Keeps password managers out. */
export const UNFILLED = {
  autoComplete: "off",
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-lpignore": "true",
};
