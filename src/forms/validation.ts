import { flushSync } from "react-dom";
import { fieldEntries } from "../context/fieldRegistry.js";
import { isObject } from "../core/json.js";
import { focusField } from "./focus.js";
import { type NativeField, fieldOf, within } from "./readFormValues.js";

/** The first field under an element that the browser finds invalid. */
export function firstInvalid(scope: Element): NativeField | undefined {
  return within<NativeField>(scope, "input, textarea, select").find(
    // Not by `:invalid`, which happy-dom does not know.
    (field) => field.willValidate && !field.validity.valid,
  );
}

/** Expands the collapsed Cards that hide an element. */
function reveal(element: Element) {
  const card = element.closest(".wr-Card-body[hidden]")?.parentElement;
  if (!card) return;
  // The toggle of this Card comes before its body, so before those of Cards inside.
  const toggle = card.querySelector<HTMLElement>(".wr-Card-disclosure");
  if (toggle) flushSync(() => toggle.click());
  reveal(card);
}

/** Shows why the browser finds a control invalid, in the browser's words, and focuses it. */
export function showInvalid(invalid: NativeField, fallback: string) {
  reveal(invalid);
  const element = fieldOf(invalid);
  const field = fieldEntries.get(element ?? invalid);
  if (field) field.setError(invalid.validationMessage || fallback);
  // At a native control in a component of the host, the browser shows its message.
  else invalid.reportValidity();
  // WebKit reports no focus of a hidden date field, which could not pass it on.
  if (element && invalid.tabIndex < 0) focusField(element);
  else invalid.focus();
}

/** The mounted fields under an element. */
const fieldsOf = (scope: Element) =>
  within(scope, "[data-field]").flatMap(
    (element) => fieldEntries.get(element) ?? [],
  );

/** Lets the fields under an element adopt what their native controls show. */
export function syncFields(scope: Element) {
  for (const field of fieldsOf(scope)) field.sync();
}

/** Sets the fields under an element to the author's values again. */
export function resetFields(scope: Element) {
  for (const field of fieldsOf(scope)) field.reset();
}

/** Removes the errors of the fields under an element. */
export function clearErrors(scope: Element) {
  for (const { state, setError } of fieldsOf(scope)) {
    if (state.error) setError(undefined);
  }
}

/** Error messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The messages in `value`, which may be anything: a text, or a list of texts, by the name of the field. */
export function fieldErrorsOf(value: unknown): FieldErrors | undefined {
  const errors: Record<string, string> = {};
  for (const [name, message] of Object.entries(isObject(value) ? value : {})) {
    const texts = [message].flat().filter((text) => typeof text === "string");
    if (texts.some(Boolean)) errors[name] = texts.join(" ");
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/**
 * Shows messages at the fields of these names under an element, and focuses the first
 * one. Returns the names that have no field.
 */
export function showErrors(scope: Element, errors: FieldErrors): string[] {
  const invalid = fieldsOf(scope).filter(({ name }) =>
    Object.hasOwn(errors, name),
  );
  for (const { name, setError } of invalid) setError(errors[name]);
  const first = invalid[0]?.element;
  if (first) {
    reveal(first);
    focusField(first);
  }
  const shown = new Set(invalid.map(({ name }) => name));
  return Object.keys(errors).filter((name) => !shown.has(name));
}
