/** Class names or DOM ids in one attribute; what is absent is left out. */
export function join(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
