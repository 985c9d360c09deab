import {
  fieldEntries,
  type FieldEntry,
  type FieldState,
} from "../context/fieldRegistry.js";
import { shareStructure } from "../core/shareStructure.js";
import { type shownBefore, shownBy } from "./nativeValue.js";

/** A field as `useField` sees it: with its native control, which may change without an event. */
export interface ControlledField extends FieldEntry {
  /** DOM id of the control. */
  id: string;
  /** The value that the control makes of JSON. */
  read: (json: unknown) => unknown;
  /** Whether the value is always what the native control shows. */
  native: boolean;
  /** What the native control showed last; `undefined`: it does not show the value. */
  shown: unknown;
  setValue: (value: unknown) => void;
  /** The ref of the outermost element. */
  ref: (element: Element | null) => void;
  /** Adopts what the user typed before React was there. */
  hydrate: () => void;
}

/**
 * The part of a field that lives as long as it is mounted. It is created at the first
 * render; `setState` is React's, and `serverField` is the element of server HTML that
 * React is about to hydrate, with what it shows.
 */
export function createFieldEntry(
  state: FieldState,
  setState: (update: (state: FieldState) => FieldState) => void,
  isNew: boolean,
  serverField: ReturnType<typeof shownBefore>,
): ControlledField {
  const update = (changes: Partial<FieldState>) => {
    // Set here at once as well: the field may move to another part of the tree before React has rendered this change.
    field.state = { ...field.state, ...changes };
    setState((current) => ({ ...current, ...changes }));
  };
  /** The state keeps the JSON itself: `read` is applied to it at every render. */
  const adopt = (json: unknown) => {
    field.setValue(field.read(json));
    update({ value: json });
  };
  // Later, because React and the component get the event as well, and may refuse the change.
  const syncAfterEvent = () => queueMicrotask(field.sync);
  const field: ControlledField = {
    id: "",
    name: "",
    value: undefined,
    read: (json) => json,
    native: false,
    shown: undefined,
    disabled: false,
    isNew,
    state,
    setError: (error) => update({ error }),
    setValue: (value) => {
      // Set here at once as well, for an action that the same event starts.
      field.value = value;
      rememberShown(field);
      update({ value, error: undefined });
    },
    sync: () => {
      const value = unnoticedValue(field, field.state.value);
      if (value !== undefined) adopt(value);
      field.check?.();
    },
    reset: () => adopt(field.state.authored),
    hydrate: () => {
      rememberShown(field, true);
      const rendered = field.shown;
      let shown = unnoticedValue(field, field.state.value);
      // React may have written over the control as it hydrated it.
      if (serverField?.field === field.element) shown ??= serverField?.shown;
      if (
        rendered !== undefined &&
        shown !== undefined &&
        !isSame(rendered, shown)
      ) {
        adopt(shown);
      }
      // Not at once: StrictMode mounts a second time, in the same task.
      queueMicrotask(() => (serverField = undefined));
    },
    ref: (element) => {
      field.element = element;
      if (!element) return;
      fieldEntries.set(element, field);
      // Native listeners, because React ignores the event of a script that has set the value first.
      element.addEventListener("input", syncAfterEvent);
      element.addEventListener("change", syncAfterEvent);
    },
  };
  return field;
}

/**
 * Remembers what the native control shows, if that is the value. In a component of the
 * host it may be something else: the text of a search, or a number with its unit.
 * `rendered`: remembers what it was rendered with, not what it shows now.
 */
export function rememberShown(field: ControlledField, rendered = false) {
  const { element, id, value, native, read } = field;
  const shown = element ? shownBy(element, id, rendered) : undefined;
  const isValue = native || (shown !== undefined && isSame(read(shown), value));
  field.shown = isValue ? shown : undefined;
}

/**
 * The value that the native control shows, if it is no longer `value` and React was not
 * notified: some password managers and scripts set values without an event.
 */
export function unnoticedValue(
  { element, id, shown }: ControlledField,
  value: unknown,
) {
  if (!element || shown === undefined) return undefined;
  const now = shownBy(element, id);
  return isSame(shown, now) || isSame(value, now) ? undefined : now;
}

function isSame(a: unknown, b: unknown): boolean {
  return shareStructure(a, b) === a;
}
