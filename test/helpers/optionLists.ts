import { expect } from "vitest";
import { page } from "vitest/browser";
import { field, focusField, renderField } from "./select.js";

export interface List {
  list: string;
  /** How many options it has. */
  count: number;
  searchable: boolean;
}

/** The lists that a Select opens: all of them are the same to a user. */
export const lists: List[] = [
  { list: "an ordinary list", count: 40, searchable: false },
  { list: "a long list", count: 600, searchable: false },
  { list: "a searched list", count: 40, searchable: true },
  { list: "a long searched list", count: 600, searchable: true },
];

const sentence = "The quick brown fox jumps over the lazy dog and goes on";

/** Options of different heights; every tenth is disabled. */
export const optionsOf = ({ count }: Pick<List, "count">) =>
  Array.from({ length: count }, (_, i) => ({
    value: `value-${i}`,
    label: `${i}. ${i % 7 === 3 ? sentence : "Short"}`,
    description: i % 5 === 1 ? sentence : "",
    disabled: i % 10 === 9,
  }));

type SelectProps = Parameters<typeof renderField>[0];

/** Opens the Select by the keyboard. */
export async function openList(list: List, select?: SelectProps) {
  await renderField({
    options: optionsOf(list),
    searchable: list.searchable,
    ...select,
  });
  await focusField();
  (field().element() as HTMLElement).click();
  await expect.poll(active).toBeDefined();
  await frames();
  // It grows as it appears, and a rectangle with it.
  for (const animation of document.getAnimations()) animation.finish();
}

export const listbox = () => page.getByRole("listbox").element() as HTMLElement;

export const rendered = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[role="option"]'));

/** The option that has the focus, or that the focused search refers to. */
export function activeElement(): HTMLElement | undefined {
  const focused = document.activeElement!;
  const id = focused.getAttribute("aria-activedescendant");
  const option = id ? document.getElementById(id) : focused;
  return option?.getAttribute("role") === "option"
    ? (option as HTMLElement)
    : undefined;
}

/** The number that the label of an option begins with. */
export const numberOf = (option: Element | undefined) =>
  option && parseInt(option.textContent, 10);

export const active = () => numberOf(activeElement());

/** What scrolls the options. */
export function scroller(): HTMLElement {
  let element = rendered()[0]!.parentElement!;
  while (!/auto|scroll/.test(getComputedStyle(element).overflowY)) {
    element = element.parentElement!;
  }
  return element;
}

/** Whether all of an option is within what the list shows. */
export function isInView(option: HTMLElement): boolean {
  const view = scroller().getBoundingClientRect();
  const { top, bottom } = option.getBoundingClientRect();
  return top >= view.top - 1 && bottom <= view.bottom + 1;
}

/** The numbers of the options that are seen, from top to bottom. */
export function seen(): number[] {
  const view = scroller().getBoundingClientRect();
  return rendered()
    .filter((option) => {
      const { top, bottom } = option.getBoundingClientRect();
      return bottom > view.top + 1 && top < view.bottom - 1;
    })
    .map((option) => numberOf(option)!);
}

/** Px between neighbours that are seen, of which there are none, and what the list leaves free. */
export function gaps(): number[] {
  const view = scroller().getBoundingClientRect();
  let end: number | undefined;
  const found: number[] = [];
  for (const option of rendered()) {
    const { top, bottom } = option.getBoundingClientRect();
    if (bottom < view.top || top > view.bottom) continue;
    // The list has a padding of 6 px.
    const gap = top - (end ?? Math.min(top, view.top + 6));
    if (Math.abs(gap) > 1) found.push(gap);
    end = bottom;
  }
  const free = view.bottom - 6 - (end ?? view.top);
  if (free > 1) found.push(free);
  return found;
}

export async function scrollTo(top: number) {
  scroller().scrollTop = top;
  await frames();
}

/** The frames in which the list follows its scrolling, or the room that it has. */
async function frames() {
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
