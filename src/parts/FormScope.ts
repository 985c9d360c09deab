import { createContext, useContext, useId } from "react";
import { toText } from "../core/tree.js";

/** Names the form around a field; ids and radio groups are unique by it. */
export const FormScope = createContext("wr");

/** Whether a `<form>` stands around: HTML forbids one inside another. */
export const InForm = createContext(false);

export function useInForm(): boolean {
  return useContext(InForm);
}

/**
 * The DOM ids of the field `name` in the form around, and of its Label. Without
 * a name they are the field's alone.
 */
export function useFieldIds(name: unknown) {
  const scope = useContext(FormScope);
  const own = useId();
  const field = toText(name).replace(/[^\w.-]/g, "_");
  const id = `${scope}-${field || own}`;
  return { scope, id, labelId: `${id}-label` };
}
