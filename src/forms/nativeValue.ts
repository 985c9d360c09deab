import { fieldEntries } from "../context/fieldRegistry.js";
import { type NativeField, TEXTLESS, valueOf } from "./readFormValues.js";

const NATIVE = `textarea, select, input:not([type=hidden], ${TEXTLESS})`;

/**
 * What the native control of a field shows, or with `rendered` what it was rendered
 * with. Events do not report every change: users type before there are listeners, and
 * some password managers set values silently. `null`: no radio is checked. `undefined`:
 * the element with this DOM id is not a native control, and there are no radios.
 */
export function shownBy(field: Element, id: string, rendered = false): unknown {
  const control = field.id === id ? field : field.querySelector(`[id="${id}"]`);
  if (control?.matches(NATIVE)) {
    const native = control as NativeField;
    return valueOf(rendered ? resetCopy(native) : native);
  }
  const radio = field.querySelector<HTMLInputElement>("[type=radio]");
  if (!radio) return undefined;
  const checked = `[type=radio]${rendered ? "[checked]" : ":checked"}`;
  return field.querySelector<HTMLInputElement>(checked)?.value ?? null;
}

/**
 * A copy of a control that shows what it was rendered with. A form could reset it, but
 * browsers take longer to put a control into a form the more controls the page has.
 */
function resetCopy(control: NativeField): NativeField {
  const copy = control.cloneNode(true) as NativeField;
  if ("options" in copy) {
    for (const option of copy.options) option.selected = option.defaultSelected;
    return copy;
  }
  copy.value = copy.defaultValue;
  if ("checked" in copy) copy.checked = copy.defaultChecked;
  return copy;
}

/** What the user filled in before React mounted the field, by the element of the field. */
const filledIn = new WeakMap<Element, unknown>();

/**
 * What a field in server HTML shows before it is mounted. It is remembered, because React
 * writes over radios and a textarea as it hydrates them, and may then hydrate them again.
 */
export function shownBefore(id: string) {
  if (typeof document === "undefined") return undefined;
  const field = document.getElementById(id)?.closest("[data-field]");
  if (!field || fieldEntries.has(field)) return undefined;
  const shown = shownBy(field, id);
  if (shown !== shownBy(field, id, true)) filledIn.set(field, shown);
  return { field, shown: filledIn.has(field) ? filledIn.get(field) : shown };
}
