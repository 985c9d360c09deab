import { createContext, useContext, useId } from "react";

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
export function useFieldIds(name: string | null | undefined) {
  const scope = useContext(FormScope);
  const own = useId();
  const id = `${scope}-${name ? String(name).replace(/[^\w.-]/g, "_") : own}`;
  return { scope, id, labelId: `${id}-label` };
}
