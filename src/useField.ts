import { useState } from "react";
import { useBeforePaint } from "./beforePaint.js";
import { useHost } from "./context.js";
import { valueAt } from "./core/form.js";
import { toText } from "./core/tree.js";
import {
  caretOf,
  entries,
  restoreCaret,
  useFieldIds,
  useForm,
  type FieldEntry,
  type FieldState,
} from "./form.js";
import { useShared } from "./host.js";

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
  defaultValue,
  read,
  disabled = false,
  ...options
}: FieldOptions<T>): Field<T> {
  const { fields, drawing, settings } = useHost();
  const name = toText(options.name);
  const key = `${useForm().key}/${name}`;
  const { id, labelId, errorId } = useFieldIds(name);

  const authored = useShared(defaultValue);
  const fresh = (): FieldState => {
    const saved =
      name === "" || fields.count(key) !== undefined
        ? undefined
        : valueAt(drawing().initialFormValues, name);
    const value = saved === undefined ? authored : saved;
    return { key, authored, value, error: undefined };
  };
  const [state, setState] = useState(fresh);
  let current = state;
  if (state.key !== key || !Object.is(state.authored, authored)) {
    current = fresh();
    setState(current);
  }
  const value = read(current.value);

  const [entry] = useState(() => createEntry(setState, !fields.count(key)));
  useBeforePaint(() => {
    Object.assign(entry, { name, value, disabled, state: current });
    restoreCaret(entry);
  });
  useBeforePaint(() => {
    if (name === "") return;
    const left = fields.enter(key);
    if (left?.state && Object.is(left.state.authored, entry.state?.authored)) {
      setState(left.state);
      Object.assign(entry, { caret: left.caret, knocked: left.knocked });
    }
    return () => {
      const { state: last, knocked } = entry;
      fields.leave(key, { state: last, caret: caretOf(entry), knocked });
    };
  }, [fields, key, name, entry]);

  const { error } = current;
  return {
    value,
    // Of a widget that is history nothing changes.
    setValue: settings.interactive ? entry.setValue : ignore,
    error,
    root: { ref: entry.ref, "data-field": name },
    control: {
      id,
      "aria-invalid": error === undefined ? undefined : true,
      "aria-describedby": error === undefined ? undefined : errorId,
    },
    labelId,
    errorId,
    entry,
  };
}

const ignore = () => undefined;

function createEntry(
  setState: (update: (now: FieldState) => FieldState) => void,
  isNew: boolean,
) {
  const entry: FieldEntry & {
    setValue: (value: unknown) => void;
    ref: (element: Element | null) => void;
  } = {
    name: "",
    value: undefined,
    disabled: false,
    isNew,
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

  function change(next: Partial<FieldState>) {
    // Also at once: the field may be drawn anew elsewhere before it is again here.
    if (entry.state) entry.state = { ...entry.state, ...next };
    setState((now) => ({ ...now, ...next }));
  }
}
