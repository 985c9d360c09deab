import { fieldEntries } from "../context/fieldRegistry.js";
import {
  type FormProblem,
  type FormValues,
  nestValues,
} from "../core/formValues.js";

export type NativeField =
  HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The elements under `scope` that match, without those of another widget that a component contains. */
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
    // A native control inside of a field is part of that field.
    if (field !== element) return [];
    const mounted = fieldEntries.get(field);
    mounted?.sync();
    const { name, value, disabled } = mounted ?? readServerField(field);
    return name === "" || disabled ? [] : [[name, value]];
  });
}

/** Reads a field of server HTML that React has not hydrated yet. */
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

/** What a browser would send of a native control, but no files, and a checkbox as a boolean. */
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
  report?: (problem: FormProblem) => void,
): FormValues {
  return nestValues(readFields(scope), report);
}
