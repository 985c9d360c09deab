import { useId } from "react";
import { toText } from "../core/json.js";
import { useForm } from "./FormContext.js";

/**
 * The DOM ids of the field `name` in the form around it, and of its Label. A field
 * without a name gets ids that no other field has.
 */
export function useFieldIds(name: unknown) {
  const form = useForm();
  const uniqueId = useId();
  const text = toText(name);
  // Selectors and lists of ids cannot contain a quote or a blank. Two names never become one id.
  const part = encodeURIComponent(text.toWellFormed());
  const id = `${form.id}-${part || uniqueId}`;
  return {
    id,
    labelId: `${id}-label`,
    errorId: `${id}-error`,
    /** Names the field in its widget. It stays the same when the field is mounted again. */
    key: `${form.key}/${text}`,
  };
}
