import { useState } from "react";
import type { FieldEntry, FieldState } from "../context/fieldRegistry.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { useWidgetContext } from "../context/WidgetContext.js";
import { valueAt } from "../core/formValues.js";
import { toText } from "../core/json.js";
import { shareStructure } from "../core/shareStructure.js";
import {
  createFieldEntry,
  rememberShown,
  unnoticedValue,
} from "./createFieldEntry.js";
import { captureFieldFocus } from "./focus.js";
import { shownBefore } from "./nativeValue.js";
import { useFieldIds } from "./useFieldIds.js";

export interface FieldOptions<T> {
  /** The name of the value in the form; dots in it nest. A field without a name is not sent. */
  name: unknown;
  /** The author's value, as it is in the JSON. When it changes, it replaces the user's value. */
  defaultValue: unknown;
  /**
   * Turns JSON into the value of the control. The JSON may be anything: it comes from an
   * untrusted widget, or is what the host has saved.
   */
  read: (json: unknown) => T;
  /** A disabled field is not sent. @default false */
  disabled?: boolean | undefined;
}

/** The value of a control, and the props that connect the control to its form. */
export interface Field<T> {
  value: T;
  /** Changes the value. In a widget that is not `interactive` it does nothing. */
  setValue: (value: T) => void;
  /** What is wrong with the value; `undefined` again as soon as the value changes. */
  error: string | undefined;
  /** Props of the outermost element, by which the form finds the field. */
  root: { ref: (element: Element | null) => void; "data-field": string };
  /** Props of the element that takes the focus. */
  control: {
    id: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  };
  /** DOM id of the Label of this name in the same form, if there is one. */
  labelId: string;
  /** DOM id for the element that shows `error`. */
  errorId: string;
  /** The field as `useAction` needs it: its name, and its value when the action runs. */
  entry: FieldEntry;
}

/**
 * The value of a control in a form. It starts as the author's default or as the host's
 * `initialFormValues`, and is the user's from then on. An update of the widget keeps it
 * as long as the field stays in its form, also where the update moves the field to
 * another part of the tree. Only a changed default replaces it.
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
  { name: nameInJson, defaultValue, read, disabled = false }: FieldOptions<T>,
  /** @internal Whether the value is what the native control shows, whatever `read` makes of it. */
  native = false,
): Field<T> {
  const { fieldRegistry, renderProps, settings } = useWidgetContext();
  const name = toText(nameInJson);
  const { id, labelId, errorId, key } = useFieldIds(name);

  const initialState = (authored: unknown): FieldState => {
    // Only a field that was never there starts with what the host has saved.
    const saved =
      fieldRegistry.count(key) === undefined
        ? valueAt(renderProps().initialFormValues, name)
        : undefined;
    const value = saved === undefined ? authored : saved;
    return { key, authored, value, error: undefined };
  };
  const [state, setState] = useState(() => initialState(defaultValue));
  const [field] = useState(() => {
    const isNew = !fieldRegistry.count(key);
    return createFieldEntry(state, setState, isNew, shownBefore(id));
  });

  // The state of this render. It is set while rendering, so that no render shows an old value.
  let current = state;
  const authored = shareStructure(state.authored, defaultValue);
  if (state.key !== key || !Object.is(state.authored, authored)) {
    current = initialState(authored);
    // In a widget that grows its name or its default came after the field.
    const { growth = "grown" } = renderProps();
    if (growth !== "grown" && !Object.is(state.value, state.authored)) {
      current.value = state.value;
    }
  } else {
    // Adopted now, because React is about to write the value of the state into the control.
    const value = unnoticedValue(field, state.value);
    if (value !== undefined) {
      current = { ...state, value, error: undefined };
    }
  }
  if (current !== state) setState(current);
  const { error } = current;
  const value = read(current.value);

  // After every render: forms and actions read the field as it was rendered.
  useIsomorphicLayoutEffect(() => {
    const { restoreFocus, element } = field;
    const rendered = { id, name, value, read, native, disabled };
    Object.assign(field, rendered, { state: current, restoreFocus: undefined });
    rememberShown(field);
    if (element) restoreFocus?.(element);
  });
  // When the field is mounted and when it is unmounted: its control may show a value that no event has reported.
  useIsomorphicLayoutEffect(() => {
    field.hydrate();
    return field.sync;
  }, [field]);
  // A field that has moved in the tree gets the state of the one that it replaces, and the focus.
  useIsomorphicLayoutEffect(() => {
    if (name === "") return;
    const replaced = fieldRegistry.register(key);
    if (replaced && Object.is(replaced.state.authored, field.state.authored)) {
      setState(replaced.state);
      // The effect above restores the focus after the render that this causes.
      Object.assign(field, { restoreFocus: replaced.restoreFocus });
    }
    return () => {
      Object.assign(field, { restoreFocus: captureFieldFocus(field) });
      fieldRegistry.unregister(key, field);
    };
  }, [fieldRegistry, key, name, field]);

  return {
    value,
    setValue: settings.interactive ? field.setValue : ignore,
    error,
    root: { ref: field.ref, "data-field": name },
    control: {
      id,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": error ? errorId : undefined,
    },
    labelId,
    errorId,
    entry: field,
  };
}

const ignore = () => undefined;
