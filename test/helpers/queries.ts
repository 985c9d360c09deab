import { page } from "vitest/browser";

export const button = (name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

export const textbox = (name: string) =>
  page.getByRole("textbox", { name, exact: true });

export const radio = (name: string) => page.getByRole("radio", { name });

/** The element around the only widget of the page. */
export const rootElement = () =>
  document.querySelector<HTMLElement>(".wr-root")!;

export const styleOf = (element: Element) => getComputedStyle(element);

export const boxOf = (element: Element) => element.getBoundingClientRect();

/** The first element of the page that the selector finds. */
export const find = (selector: string) =>
  document.querySelector<HTMLElement>(selector)!;
