/**
 * What a form and an action know of a field, which `useField` keeps up to date.
 * It is found by its element (`fieldEntries`), to read and to validate a form. Its key
 * (`FieldRegistry`) shows whether it is a field that was in the widget before.
 */
export interface FieldEntry {
  /** The name of the value; a field whose name is `""` is not sent. */
  name: string;
  value: unknown;
  disabled: boolean;
  /** Whether no field of its key was there when it was mounted: only then may it take the focus. */
  isNew: boolean;
  /** Shows an error at the field until its value changes; `undefined` removes it. */
  setError: (message: string | undefined) => void;
  /** Adopts the value that the native control shows, if it has changed without an event. */
  sync: () => void;
  /** Sets the author's value again. */
  reset: () => void;
  /** Sets the validity of the native control where the browser cannot know it. */
  check?: (() => void) | undefined;
  /** The outermost element of the field. */
  element?: Element | null;
  state: FieldState;
  /** Set while the field moves to another part of the tree, if it had the focus. */
  restoreFocus?: RestoreFocus | undefined;
}

/** The state of a field. It moves with the field to another part of the tree. */
export interface FieldState {
  /** Names the form and the field. With another key it is another field. */
  key: string;
  /** The author's value that `value` started from. */
  authored: unknown;
  value: unknown;
  error: string | undefined;
}

/** Gives the focus to a field, and puts the caret where it was before the field moved. */
export type RestoreFocus = (field: Element) => void;

/** The field of an element with `data-field`. */
export const fieldEntries = new WeakMap<Element, FieldEntry>();

/**
 * The fields of a widget by their key. An update may move a field to another part of
 * the tree: React then unmounts it there and mounts a new one here, in one commit. By
 * the registry the new one finds the state of the old one, so nothing typed is lost.
 */
export interface FieldRegistry {
  /** How many fields of a key are mounted; `undefined`: there never was one. */
  count(key: string): number | undefined;
  /** Counts a mounted field; gives the field of its key that was unmounted in the same commit. */
  register(key: string): FieldEntry | undefined;
  unregister(key: string, field: FieldEntry): void;
}

export function createFieldRegistry(): FieldRegistry {
  const counts = new Map<string, number>();
  /** The fields that were unmounted in this commit. */
  const unmounted = new Map<string, FieldEntry | undefined>();
  const count = (key: string) => counts.get(key);
  return {
    count,
    register(key) {
      counts.set(key, (count(key) ?? 0) + 1);
      return unmounted.get(key);
    },
    unregister(key, field) {
      const others = count(key)! - 1;
      counts.set(key, others);
      // A field that is not mounted again in this commit is gone, and so is its state.
      if (unmounted.size === 0) queueMicrotask(() => unmounted.clear());
      // If several fields have one key, it is not known which of them has moved.
      const isOnly = others === 0 && !unmounted.has(key);
      unmounted.set(key, isOnly ? field : undefined);
    },
  };
}
