import { flushSync } from "react-dom";
import { fieldEntries } from "../context/fieldRegistry.js";
import { isObject } from "../core/json.js";
import { focusField } from "./focus.js";
import { type NativeField, fieldOf, within } from "./readFormValues.js";

/** The first field under an element that the browser finds invalid. */
export function firstInvalid(scope: Element): NativeField | undefined {
  return within<NativeField>(scope, "input, textarea, select").find(
    // As `:invalid` finds it, which happy-dom does not know.
    (field) => field.willValidate && !field.validity.valid,
  );
}

/** Unfolds the Cards that hide an element. */
function reveal(element: Element) {
  const card = element.closest(".wr-Card-body[hidden]")?.parentElement;
  if (!card) return;
  // Before the body: the first is that of the card itself.
  const toggle = card.querySelector<HTMLElement>(".wr-Disclosure");
  if (toggle) flushSync(() => toggle.click());
  reveal(card);
}

/** Says what is wrong with a field, in the browser's words, and goes to it. */
export function showInvalid(invalid: NativeField, fallback: string) {
  reveal(invalid);
  const entry = fieldEntries.get(fieldOf(invalid) ?? invalid);
  if (entry) entry.setError(invalid.validationMessage || fallback);
  // Of a host's own field the browser says it.
  else invalid.reportValidity();
  invalid.focus();
}

/** The fields of ours under an element. */
const entriesOf = (scope: Element) =>
  within(scope, "[data-field]").flatMap(
    (field) => fieldEntries.get(field) ?? [],
  );

/** Brings the fields under an element in line with what their controls show. */
export function syncFields(scope: Element) {
  for (const entry of entriesOf(scope)) entry.sync();
}

/** Gives the fields of a form the author's values again. */
export function resetFields(scope: Element) {
  for (const entry of entriesOf(scope)) entry.reset();
}

/** Takes back what was said of the fields under an element. */
export function clearErrors(scope: Element) {
  for (const { state, setError } of entriesOf(scope)) {
    if (state.error) setError(undefined);
  }
}

/** Messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What in `value` is messages by name: text, or a list of texts. */
export function fieldErrorsOf(value: unknown): FieldErrors | undefined {
  const errors: Record<string, string> = {};
  for (const [name, message] of Object.entries(isObject(value) ? value : {})) {
    const texts = [message].flat().filter((text) => typeof text === "string");
    if (texts.some(Boolean)) errors[name] = texts.join(" ");
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/**
 * Shows messages at the fields of these names under an element; the first gets
 * the focus. The names of those that have no field are returned.
 */
export function showErrors(scope: Element, errors: FieldErrors): string[] {
  const wrong = entriesOf(scope).filter(({ name }) =>
    Object.hasOwn(errors, name),
  );
  for (const { name, setError } of wrong) setError(errors[name]);
  const first = wrong[0]?.element;
  if (first) {
    reveal(first);
    focusField(first);
  }
  return Object.keys(errors).filter((name) =>
    wrong.every((field) => field.name !== name),
  );
}
