import { toText } from "../core/json.js";

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
