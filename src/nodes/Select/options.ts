import { useRef, type KeyboardEvent } from "react";
import type { Option } from "../../ui/readOptions.js";

/** Text as it is compared: without accents and case. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The positions of the options that hold every word of `query`. */
export function search(options: readonly Option[], query: string): number[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return options.flatMap(({ label, description }, index) => {
    const text = fold(`${label} ${description}`);
    return words.every((word) => text.includes(word)) ? [index] : [];
  });
}

/**
 * The position of the option that typing `typed` on `current` leads to, as a
 * native select finds it; one letter again and again steps through its options.
 */
export function findTyped(
  options: readonly Option[],
  typed: string,
  current: number,
): number | undefined {
  const letters = Array.from(fold(typed));
  const steps = letters.every((letter) => letter === letters[0]);
  const prefix = steps ? letters[0]! : letters.join("");
  const start = Math.max(current, 0) + (steps && current >= 0 ? 1 : 0);
  for (let i = 0; i < options.length; i++) {
    const index = (start + i) % options.length;
    const { label, disabled } = options[index]!;
    if (!disabled && fold(label).startsWith(prefix)) return index;
  }
  return undefined;
}

/** Ms between two keys that belong together. */
const PAUSE = 1000;

/** Keys that end a word: what is typed next begins another. */
const ENDS = /^(?:Arrow|Page|Home|End|Backspace|Delete)/;

/**
 * Gathers what is typed on a list without a text field: gives the position of
 * the option that it leads to from `current`, -1 for none, or nothing for a key
 * that does not belong to a word.
 */
export function useTypeahead(options: readonly Option[]) {
  const last = useRef({ text: "", time: -PAUSE });
  return (event: KeyboardEvent, current: number): number | undefined => {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
    const { text, time } = last.current;
    const before = timeStamp - time < PAUSE && !ENDS.test(key) ? text : "";
    const typed = before + key;
    const isText =
      !ctrlKey && !metaKey && !altKey && Array.from(key).length === 1;
    const found = isText ? findTyped(options, typed, current) : undefined;
    // A blank opens or chooses, unless it goes on with the name of an option.
    if (!isText || (key === " " && (before === "" || found === undefined))) {
      last.current = { text: before, time };
      return undefined;
    }
    last.current = { text: typed, time: timeStamp };
    return found ?? -1;
  };
}

/** Where a key leads in a list of `length`, if it moves in it. */
export function nextIndex(
  key: string,
  current: number,
  length: number,
): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(current + 1, length - 1);
    case "ArrowUp":
      return current < 0 ? length - 1 : Math.max(current - 1, 0);
    case "PageDown":
      return Math.min(Math.max(current, 0) + 10, length - 1);
    case "PageUp":
      return Math.max(current - 10, 0);
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}
