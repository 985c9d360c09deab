import { useId, useRef, type KeyboardEvent, type ToggleEvent } from "react";
import { Glyph } from "./icons.js";
import { printJsx } from "./copy/jsx.js";
import { printPython } from "./copy/python.js";
import { printWidgetFile } from "./copy/widgetFile.js";
import { examples } from "./examples.js";
import { pretty } from "./pretty.js";
import type { State } from "./state.js";

interface CopyMenuProps {
  state: State;
  /** Of a file, for a `.widget` file of it. */
  name: string | undefined;
  /** Copies the address; absent where the texts are not in it. */
  onCopyLink: (() => void) | undefined;
  onNotice: (text: string) => void;
}

/** Copies the widget in one of the ways in which it can be written. */
export function CopyMenu({
  state,
  name: given,
  onCopyLink,
  onNotice,
}: CopyMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const { source, rendered, problem, example } = state;
  const name =
    given ?? examples.find(({ id }) => id === example)?.label ?? "Widget";

  const formats: [label: string, print: () => string][] = [
    ["JSON", () => (source.mode === "json" ? source.json : pretty(rendered))],
    [".widget file", () => printWidgetFile(source, name, rendered)],
    ["JSX", () => printJsx(rendered)],
    ["Python", () => printPython(rendered)],
  ];

  async function copy(label: string, print: () => string) {
    menu.current?.hidePopover();
    let text: string;
    try {
      text = print();
    } catch {
      onNotice(`The widget has too many levels to be written as ${label}.`);
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      onNotice(`Copied as ${label}.`);
    } catch {
      onNotice("The browser lets this page copy nothing.");
    }
  }

  function items() {
    return [...menu.current!.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  function onToggle({ newState }: ToggleEvent) {
    if (newState !== "open") return;
    // A popover is above all else on the page, and knows nothing of its button.
    const { bottom, left, right } = button.current!.getBoundingClientRect();
    const { style, offsetWidth } = menu.current!;
    const { direction } = getComputedStyle(button.current!);
    const start = direction === "rtl" ? left : right - offsetWidth;
    style.top = `${bottom + 4}px`;
    style.left = `${Math.max(8, Math.min(start, innerWidth - offsetWidth - 8))}px`;
    items()[0]?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    const next =
      to ??
      (event.key.length === 1
        ? all.findIndex(({ textContent }) =>
            textContent.toLowerCase().startsWith(event.key.toLowerCase()),
          )
        : -1);
    if (event.key === "Tab") menu.current?.hidePopover();
    if (next < 0 || event.key === " ") return;
    event.preventDefault();
    all[next]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="pg-button"
        data-strong=""
        aria-haspopup="menu"
        popoverTarget={id}
      >
        Copy <Glyph name="more" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label="Copy as"
        tabIndex={-1}
        className="pg-menu"
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {onCopyLink && (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="pg-menu-item"
            onClick={() => {
              menu.current?.hidePopover();
              onCopyLink();
            }}
          >
            Link
          </button>
        )}
        {formats.map(([label, print]) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="pg-menu-item"
            // The last widget that worked is not what the texts say now.
            disabled={problem !== undefined && label !== "JSON"}
            onClick={() => void copy(label, print)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
