import { useState } from "react";
import { useBeforePaint } from "./beforePaint.js";
import { useHost } from "./context.js";
import { valueAt } from "./core/form.js";
import { shareStructure } from "./core/share.js";
import { toText } from "./core/tree.js";
import {
  entries,
  markPlace,
  useFieldIds,
  type FieldEntry,
  type FieldState,
} from "./form.js";

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
export function useField<T>({
  name: json,
  defaultValue,
  read,
  disabled = false,
}: FieldOptions<T>): Field<T> {
  const { fields, drawing, settings } = useHost();
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
  let current = state;
  const authored = shareStructure(state.authored, defaultValue);
  if (state.key !== key || !Object.is(state.authored, authored)) {
    current = begin(authored);
    setState(current);
  }
  const { error } = current;
  const value = read(current.value);

  const [entry] = useState(() =>
    createEntry(state, setState, !fields.count(key)),
  );
  useBeforePaint(() => {
    const { place, element } = entry;
    const drawn = { name, value, disabled, state: current };
    Object.assign(entry, drawn, { place: undefined });
    if (element) place?.(element);
  });
  useBeforePaint(() => {
    if (name === "") return;
    const left = fields.enter(key);
    if (left && Object.is(left.state.authored, entry.state.authored)) {
      setState(left.state);
      Object.assign(entry, { place: left.place, knocked: left.knocked });
    }
    return () => {
      Object.assign(entry, { place: markPlace(entry) });
      fields.leave(key, entry);
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

function createEntry(
  state: FieldState,
  setState: (update: (now: FieldState) => FieldState) => void,
  isNew: boolean,
) {
  const change = (next: Partial<FieldState>) => {
    // Also at once: the field may be drawn anew elsewhere before it is again here.
    entry.state = { ...entry.state, ...next };
    setState((now) => ({ ...now, ...next }));
  };
  const entry: FieldEntry & {
    setValue: (value: unknown) => void;
    ref: (element: Element | null) => void;
  } = {
    name: "",
    value: undefined,
    disabled: false,
    isNew,
    state,
    setError: (error) => change({ error }),
    setValue: (value) => {
      // At once, for an action that the same event starts.
      entry.value = value;
      change({ value, error: undefined });
    },
    ref: (element) => {
      entry.element = element;
      if (element) entries.set(element, entry);
    },
  };
  return entry;
}
