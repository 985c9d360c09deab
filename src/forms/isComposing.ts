/**
 * Whether a key belongs to the composition of a text: with an input method Enter
 * takes what it suggests, and Escape gives that up.
 */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends a composition before the key that ends it.
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other sign
  return event.isComposing || event.keyCode === 229;
}
