/** A field as its form sees it. */
export interface FieldEntry {
  /** `""`: it has no value for the form. */
  name: string;
  value: unknown;
  disabled: boolean;
  /** It stood nowhere before: it may take the focus. */
  isNew: boolean;
  /** Says what is wrong with the value, until it changes. */
  setError: (message: string | undefined) => void;
  /** Takes the value that the native control shows, if that is another one. */
  sync: () => void;
  /** Back to the author's value. */
  reset: () => void;
  /** Sets the validity of the native control where the browser does not know it. */
  check?: (() => void) | undefined;
  /** The outermost element of the control. */
  element?: Element | null;
  state: FieldState;
  /** Where the reader was, as the field is drawn anew. */
  restoreFocus?: Return | undefined;
}

/** What a field keeps. */
export interface FieldState {
  /** Of the form and the name; another field starts anew. */
  key: string;
  /** The author's value that `value` began with. */
  authored: unknown;
  value: unknown;
  error: string | undefined;
}

/** The field of each element that stands for one: `[data-field]`. */
export const fieldEntries = new WeakMap<Element, FieldEntry>();

/** What a widget knows of the fields that come and go. */
export interface FieldRegistry {
  /** How many fields of a key are there; `undefined`: there never was one. */
  count(key: string): number | undefined;
  /**
   * A field has appeared: the one of the same key that has left in the same
   * commit, because it stands elsewhere in the tree now.
   */
  register(key: string): FieldEntry | undefined;
  unregister(key: string, field: FieldEntry): void;
}

export function createFieldRegistry(): FieldRegistry {
  const counts = new Map<string, number>();
  const left = new Map<string, FieldEntry | undefined>();
  const count = (key: string) => counts.get(key);
  return {
    count,
    register(key) {
      counts.set(key, (count(key) ?? 0) + 1);
      return left.get(key);
    },
    unregister(key, field) {
      const others = count(key)! - 1;
      counts.set(key, others);
      // What nobody takes over in this commit is gone with its field.
      if (left.size === 0) queueMicrotask(() => left.clear());
      // Of several of one name nobody knows which one takes over.
      left.set(key, others > 0 || left.has(key) ? undefined : field);
    },
  };
}

/** Takes the reader to where they were in a field that is drawn anew. */
export type Return = (field: Element) => void;
