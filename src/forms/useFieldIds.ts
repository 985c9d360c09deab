import { useId } from "react";
import { toText } from "../core/json.js";
import { useForm } from "./FormContext.js";

/**
 * The DOM ids of the field `name` in the form around, and of its Label. Without
 * a name they are the field's alone.
 */
export function useFieldIds(name: unknown) {
  const form = useForm();
  const own = useId();
  const text = toText(name);
  const id = `${form.id}-${text.replace(/[^\w.-]/g, "_") || own}`;
  return {
    id,
    labelId: `${id}-label`,
    errorId: `${id}-error`,
    /** Tells fields of a widget apart, however often they are drawn. */
    key: `${form.key}/${text}`,
  };
}
