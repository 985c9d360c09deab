import { fieldEntries } from "../context/fieldRegistry.js";
import {
  type FormProblem,
  type FormValues,
  nestValues,
} from "../core/formValues.js";

export type NativeField =
  HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is found under an element, but not in a widget inside a component. */
export function within<Found extends Element>(
  scope: Element,
  selector: string,
) {
  const root = scope.closest(".wr-root");
  return Array.from(scope.querySelectorAll<Found>(selector)).filter(
    (element) => element.closest(".wr-root") === root,
  );
}

export const fieldOf = (element: Element) => element.closest("[data-field]");

/** The values of the fields under an element, by name, in tree order. */
export function readFields(scope: Element): [name: string, value: unknown][] {
  const found = within(scope, "[data-field], input, textarea, select");
  return found.flatMap((element): [string, unknown][] => {
    const field = fieldOf(element);
    if (field === null) return readNative(element as NativeField);
    // What is inside of a field of ours is no other one.
    if (field !== element) return [];
    const entry = fieldEntries.get(field);
    entry?.sync();
    const { name, value, disabled } = entry ?? readServerField(field);
    return name === "" || disabled ? [] : [[name, value]];
  });
}

/** A field of server HTML that React has not reached yet. */
function readServerField(field: Element) {
  const control = field.querySelector<NativeField>(
    "input:not([type=radio]), textarea, select, :checked",
  );
  return {
    name: field.getAttribute("data-field") ?? "",
    value: control ? valueOf(control) : null,
    disabled: field.matches("[data-disabled]"),
  };
}

/** Types of `<input>` that hold no text; most are buttons. */
export const TEXTLESS =
  "[type=button], [type=file], [type=image], [type=reset], [type=submit]";

/** What a browser would send, but no files, and a box to tick as a boolean. */
function readNative(field: NativeField): [string, unknown][] {
  return field.name === "" ||
    field.matches(`:disabled, [type=radio]:not(:checked), ${TEXTLESS}`)
    ? []
    : [[field.name, valueOf(field)]];
}

export function valueOf(field: NativeField): unknown {
  const { type, value } = field;
  if (type === "checkbox") return field.matches(":checked");
  if (type !== "select-multiple") return value;
  const { selectedOptions } = field as HTMLSelectElement;
  return Array.from(selectedOptions, (option) => option.value);
}

/** The values of the fields under an element as one object. */
export function readFormValues(
  scope: Element,
  tell?: (problem: FormProblem) => void,
): FormValues {
  return nestValues(readFields(scope), tell);
}
