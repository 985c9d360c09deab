import { toText } from "../core/json.js";

/**
 * Properties of a `<form>` that React and browsers use. A field of that name would
 * replace the property.
 */
const FORM_PROPERTIES =
  /^(?:on(?:click|submit)|style|focus|inert|matches|contains|closest|attributes|children|class(?:List|Name)|innerHTML|namespaceURI|ownerDocument|tagName|isConnected|insertBefore|requestSubmit|querySelector(?:All)?|node[A-Z]\w+|\w+(?:Attribute|Child|Content|Element|Event|Listener|Nodes?|Sibling))$/;

/** The `name` attribute, for password managers and hosts. Values of forms are read without it. */
export function nameAttribute(name: unknown): string | undefined {
  const field = toText(name);
  return FORM_PROPERTIES.test(field) ? undefined : field || undefined;
}
