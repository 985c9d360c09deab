import { useEffect, useRef, useState, type RefObject } from "react";
import { useHost } from "../context.js";
import { matchesPattern } from "../core/pattern.js";
import { toText } from "../core/tree.js";
import type { FieldEntry } from "../form.js";
import { closed, isTrue } from "./values.js";

/**
 * What a field is called. A Label may or may not stand in the form: `fallback`,
 * else the name, is heard where it does not.
 */
export function called(
  name: unknown,
  { labelId }: { labelId: string },
  fallback?: unknown,
) {
  const field = toText(name);
  return {
    "aria-labelledby": field === "" ? undefined : labelId,
    "aria-label": toText(fallback) || field || undefined,
  };
}

/**
 * Properties of a form's element by which React and browsers reach it: a field
 * of that name would stand in their way.
 */
const TAKEN: ReadonlySet<string> = closed(
  "addEventListener appendChild attributes childNodes children classList className closest contains dispatchEvent firstChild focus getAttribute getRootNode hasAttribute inert innerHTML insertBefore isConnected lastChild matches namespaceURI nextSibling nodeName nodeType nodeValue onclick onsubmit ownerDocument parentElement parentNode previousSibling querySelector querySelectorAll removeAttribute removeChild removeEventListener requestSubmit setAttribute style tagName textContent",
);

/** The `name` attribute, for password managers and for hosts; values do without. */
export function nameAttribute(name: unknown): string | undefined {
  const field = toText(name);
  return field === "" || TAKEN.has(field) ? undefined : field;
}

/** Keeps password managers and the browser's memory out, unless they may help. */
export function autofill(allowed: boolean, autoComplete?: unknown) {
  const hint = toText(autoComplete) || undefined;
  return allowed
    ? { autoComplete: hint }
    : {
        autoComplete: hint ?? "off",
        "data-1p-ignore": "",
        "data-bwignore": "",
        "data-lpignore": "true",
      };
}

/** The ref of a text field that may take the focus when it first appears. */
export function useEntrance<
  Field extends HTMLInputElement | HTMLTextAreaElement,
>(
  { entry }: { entry: FieldEntry },
  autoFocus: unknown,
  autoSelect: unknown,
): RefObject<Field | null> {
  const { interactive } = useHost().settings;
  const ref = useRef<Field>(null);
  // Only what holds at the first drawing counts: an update moves no focus.
  const [first] = useState(() => {
    const may = interactive && entry.isNew;
    return {
      focus: may && isTrue(autoFocus),
      select: may && isTrue(autoSelect),
    };
  });
  useEffect(() => {
    // The page stays where the reader has it.
    if (first.focus) ref.current?.focus({ preventScroll: true });
    if (first.select) ref.current?.select();
  }, [first]);
  return ref;
}

/** `pattern` for a `<textarea>`, which has none in HTML. */
export function usePattern(
  ref: RefObject<HTMLTextAreaElement | null>,
  pattern: unknown,
  value: string,
) {
  const { patternMismatch } = useHost().settings.labels;
  useEffect(() => {
    ref.current?.setCustomValidity(
      matchesPattern(pattern, value) ? "" : patternMismatch,
    );
  }, [ref, pattern, value, patternMismatch]);
}
