import { useState } from "react";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { useWidgetContext } from "../context/WidgetContext.js";
import { valueAt } from "../core/formValues.js";
import { shareStructure } from "../core/shareStructure.js";
import { toText } from "../core/json.js";
import { shownBefore, shownBy } from "./nativeValue.js";
import { captureFieldFocus } from "./focus.js";
import { useFieldIds } from "./useFieldIds.js";
import {
  fieldEntries,
  type FieldEntry,
  type FieldState,
} from "../context/fieldRegistry.js";

export interface FieldOptions<T> {
  /** The name of the value in the form; dots nest it. Without one it is not sent. */
  name: unknown;
  /** The author's value, as it stands in the JSON. A changed one wins. */
  defaultValue: unknown;
  /** What the control makes of JSON of any kind: untrusted, or saved by the host. */
  read: (json: unknown) => T;
  /** A disabled field is not sent. @default false */
  disabled?: boolean | undefined;
}

/** The value of a control, and what ties the control to its form. */
export interface Field<T> {
  value: T;
  /** Does nothing in a widget that is not `interactive`. */
  setValue: (value: T) => void;
  /** What is wrong with the value; gone as soon as the value changes. */
  error: string | undefined;
  /** For the outermost element: by it the form finds the field. */
  root: { ref: (element: Element | null) => void; "data-field": string };
  /** For the element that takes the focus. */
  control: {
    id: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  };
  /** DOM id of the Label of this name in the same form, if there is one. */
  labelId: string;
  /** DOM id for the element that shows `error`. */
  errorId: string;
  /** For `useAction`: the name, and the value as it is when the action runs. */
  entry: FieldEntry;
}

/**
 * The value of a control: seeded by the author's default or by the host's
 * `initialFormValues`, then the reader's. It survives updates as long as the
 * field stays in its form, also when it is drawn anew; a changed default wins.
 *
 * @example
 * function Rating({ name, defaultValue }) {
 *   const { value, setValue, root, control } = useField({
 *     name,
 *     defaultValue,
 *     read: (json) => Number(json) || 0,
 *   });
 *   return (
 *     <div {...root}>
 *       <Stars {...control} value={value} onChange={setValue} />
 *     </div>
 *   );
 * }
 */
export function useField<T>(
  { name: json, defaultValue, read, disabled = false }: FieldOptions<T>,
  /** @internal What its native control shows is the value, whatever `read` says. */
  native = false,
): Field<T> {
  const {
    fieldRegistry: fields,
    renderProps: drawing,
    settings,
  } = useWidgetContext();
  const name = toText(json);
  const { id, labelId, errorId, key } = useFieldIds(name);

  const begin = (authored: unknown): FieldState => {
    // What the host has saved is for a field that appears for the first time.
    const saved =
      fields.count(key) === undefined
        ? valueAt(drawing().initialFormValues, name)
        : undefined;
    const value = saved === undefined ? authored : saved;
    return { key, authored, value, error: undefined };
  };
  const [state, setState] = useState(() => begin(defaultValue));
  const [entry] = useState(() =>
    createEntry(state, setState, !fields.count(key), shownBefore(id)),
  );
  let current = state;
  const authored = shareStructure(state.authored, defaultValue);
  if (state.key !== key || !Object.is(state.authored, authored)) {
    current = begin(authored);
  } else {
    // React is about to write the value into the control.
    const value = changed(entry, state.value);
    if (value !== undefined) {
      current = { ...state, value, error: undefined };
    }
  }
  if (current !== state) setState(current);
  const { error } = current;
  const value = read(current.value);

  useIsomorphicLayoutEffect(() => {
    const { restoreFocus, element } = entry;
    const drawn = { id, name, value, read, native, disabled, state: current };
    Object.assign(entry, drawn, { restoreFocus: undefined });
    look(entry);
    if (element) restoreFocus?.(element);
  });
  useIsomorphicLayoutEffect(() => {
    entry.hydrate();
    return entry.sync;
  }, [entry]);
  useIsomorphicLayoutEffect(() => {
    if (name === "") return;
    const left = fields.register(key);
    if (left && Object.is(left.state.authored, entry.state.authored)) {
      setState(left.state);
      entry.restoreFocus = left.restoreFocus;
    }
    return () => {
      entry.restoreFocus = captureFieldFocus(entry);
      fields.unregister(key, entry);
    };
  }, [fields, key, name, entry]);

  return {
    value,
    // Of a widget that is history nothing changes.
    setValue: settings.interactive ? entry.setValue : ignore,
    error,
    root: { ref: entry.ref, "data-field": name },
    control: {
      id,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": error ? errorId : undefined,
    },
    labelId,
    errorId,
    entry,
  };
}

const ignore = () => undefined;

interface Entry extends FieldEntry {
  /** Of the control. */
  id: string;
  read: (json: unknown) => unknown;
  native: boolean;
  /** What the native control showed last; `undefined`: that was not the value. */
  shown: unknown;
  setValue: (value: unknown) => void;
  ref: (element: Element | null) => void;
  /** Takes what was filled in before React was there. */
  hydrate: () => void;
}

const isSame = (a: unknown, b: unknown) => shareStructure(a, b) === a;

/**
 * Remembers what the native control shows while that is the value. In a
 * component of the host's it may be something else: what is searched for, or a
 * number with its unit.
 */
function look(entry: Entry, rendered = false) {
  const { element, id, value, native, read } = entry;
  const shown = element ? shownBy(element, id, rendered) : undefined;
  entry.shown =
    native || (shown !== undefined && isSame(read(shown), value))
      ? shown
      : undefined;
}

/** The value of the native control, if it has changed unnoticed from `value`. */
function changed({ element, id, shown }: Entry, value: unknown) {
  if (!element || shown === undefined) return undefined;
  const now = shownBy(element, id);
  return isSame(shown, now) || isSame(value, now) ? undefined : now;
}

function createEntry(
  state: FieldState,
  setState: (update: (now: FieldState) => FieldState) => void,
  isNew: boolean,
  before: ReturnType<typeof shownBefore>,
): Entry {
  const change = (next: Partial<FieldState>) => {
    // Also at once: the field may be drawn anew elsewhere before it is again here.
    entry.state = { ...entry.state, ...next };
    setState((now) => ({ ...now, ...next }));
  };
  const take = (json: unknown) => {
    entry.setValue(entry.read(json));
    change({ value: json });
  };
  // After React and the component have had the event, and may have refused it.
  const follow = () => queueMicrotask(entry.sync);
  const entry: Entry = {
    id: "",
    name: "",
    value: undefined,
    read: (json) => json,
    native: false,
    shown: undefined,
    disabled: false,
    isNew,
    state,
    setError: (error) => change({ error }),
    setValue: (value) => {
      // At once, for an action that the same event starts.
      entry.value = value;
      look(entry);
      change({ value, error: undefined });
    },
    sync: () => {
      const value = changed(entry, entry.state.value);
      if (value !== undefined) take(value);
      entry.check?.();
    },
    reset: () => take(entry.state.authored),
    hydrate: () => {
      look(entry, true);
      const last = entry.shown;
      let shown = changed(entry, entry.state.value);
      if (before?.field === entry.element) shown ??= before?.shown;
      if (last !== undefined && shown !== undefined && !isSame(last, shown)) {
        take(shown);
      }
      // StrictMode mounts a second time at once.
      queueMicrotask(() => (before = undefined));
    },
    ref: (element) => {
      entry.element = element;
      if (!element) return;
      fieldEntries.set(element, entry);
      // Where a script sets a value first, React ignores the event that follows.
      element.addEventListener("input", follow);
      element.addEventListener("change", follow);
    },
  };
  return entry;
}
