import { GLOBALS } from "../src/storybook/names.js";

/** The scheme of the page: what the toolbar sets, or else what the browser prefers. */
export function schemeOf(
  globals: Readonly<Record<string, unknown>>,
): "light" | "dark" {
  const chosen = globals[GLOBALS.scheme];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
