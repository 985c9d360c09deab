/**
 * Whether a key belongs to an input method that composes a text, as for Japanese: Enter
 * accepts its suggestion then, and Escape rejects it.
 */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari reports the end of the composition before the key that ends it: only `keyCode` shows that.
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other sign
  return event.isComposing || event.keyCode === 229;
}
