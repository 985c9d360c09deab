import type { BrowserCommand } from "vitest/node";

declare module "vitest/browser" {
  interface BrowserCommands {
    ariaSnapshot(selector: string): Promise<string>;
  }
}

/**
 * What assistive technology finds in an element, as text: roles, names and states. Playwright
 * gives all of it, so that a comparison also fails on what has been added; Vitest's
 * `toMatchAriaSnapshot` passes then.
 */
export const ariaSnapshot: BrowserCommand<[selector: string]> = (
  { iframe },
  selector,
) => iframe.locator(selector).ariaSnapshot();
