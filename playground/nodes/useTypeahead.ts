import { useRef } from "react";

/** After this a key begins another word. */
const PAUSE = 500;

/**
 * Finds what begins with what was typed, after the current one. A letter that is typed again goes to the next
 * one, as in a list of the system.
 */
export function useTypeahead() {
  const typed = useRef({ text: "", time: 0 });

  return (
    key: string,
    words: readonly (readonly string[])[],
    current: number,
  ): number => {
    const now = performance.now();
    const { text, time } = typed.current;
    const all = (now - time < PAUSE ? text : "") + key.toLowerCase();
    typed.current = { text: all, time: now };
    const isSame = Array.from(all).every((one) => one === all[0]);
    const search = isSame ? all[0]! : all;
    const start = search.length > 1 ? current : current + 1;
    for (let i = 0; i < words.length; i++) {
      const index = (start + i) % words.length;
      const found = words[index]!.some((word) =>
        word.toLowerCase().startsWith(search),
      );
      if (found) return index;
    }
    return current;
  };
}
