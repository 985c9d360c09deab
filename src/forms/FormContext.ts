import { createContext, useContext, useId } from "react";
import { flushSync } from "react-dom";
import { nestValues, type FormProblem, type FormValues } from "../core/formValues.js";
import { isObject, toText } from "../core/nodeTree.js";
import { activeElement, focusInPlace, isElsewhere } from "./focus.js";

/** What fields stand in: a form, or a widget without one. */
export interface FormScope {
  /** Begins the DOM ids of the fields. */
  id: string;
  /** Tells forms apart where one is drawn anew: what the author calls them. */
  key: string;
  /** The form, whose values are sent together; absent outside any. */
  form?: Form | undefined;
}

export interface Form {
  /** Inside another form it is no `<form>`: HTML forbids that. */
  readonly nested: boolean;
  /** The element around the fields. */
  element: HTMLElement | null;
  readonly ref: (element: HTMLElement | null) => void;
  /** Runs the action of the form if its fields are valid; `false`: it has none. */
  submit: (show?: SetPending) => boolean;
}

const forms = new WeakMap<Element, Form>();

export function createForm(nested: boolean): Form {
  const form: Form = {
    nested,
    element: null,
    ref: (element) => {
      form.element = element;
      if (element) forms.set(element, form);
    },
    submit: () => false,
  };
  return form;
}

/** The form that an element stands in. */
export function formAround(element: Element): Form | undefined {
  return forms.get(element.closest("form, [data-form]")!);
}

/** Shows on a button that what it started runs. */
export type SetPending = (on: boolean) => void;

export const FormContext = createContext<FormScope>({ id: "wr", key: "" });

export function useForm(): FormScope {
  return useContext(FormContext);
}

const SUBMIT =
  "button:not([type=button], [type=reset]), input:is([type=submit], [type=image])";

/**
 * What Enter does in a field: it presses the first submit button, or submits.
 * `false`: there is nothing to submit.
 */
export function pressEnter(form: Form | undefined): boolean {
  if (!form?.element) return false;
  const buttons = within<HTMLElement>(form.element, SUBMIT);
  const button = buttons.find((found) => formAround(found) === form);
  // One that is disabled keeps the form from being submitted.
  if (!button) return form.submit();
  button.click();
  return true;
}

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

/** A field as its form sees it. */
export interface FieldEntry {
  /** `""`: it has no value for the form. */
  name: string;
  value: unknown;
  disabled: boolean;
  /** It stood nowhere before: it may take the focus. */
  isNew: boolean;
  /** Says what is wrong with the value, until it changes. */
  setError: (message: string | undefined) => void;
  /** Takes the value that the native control shows, if that is another one. */
  sync: () => void;
  /** Back to the author's value. */
  reset: () => void;
  /** Sets the validity of the native control where the browser does not know it. */
  check?: (() => void) | undefined;
  /** The outermost element of the control. */
  element?: Element | null;
  state: FieldState;
  /** Where the reader was, as the field is drawn anew. */
  restoreFocus?: Return | undefined;
}

/** What a field keeps. */
export interface FieldState {
  /** Of the form and the name; another field starts anew. */
  key: string;
  /** The author's value that `value` began with. */
  authored: unknown;
  value: unknown;
  error: string | undefined;
}

/** The field of each element that stands for one: `[data-field]`. */
export const fieldEntries = new WeakMap<Element, FieldEntry>();

/** What a widget knows of the fields that come and go. */
export interface FieldRegistry {
  /** How many fields of a key are there; `undefined`: there never was one. */
  count(key: string): number | undefined;
  /**
   * A field has appeared: the one of the same key that has left in the same
   * commit, because it stands elsewhere in the tree now.
   */
  register(key: string): FieldEntry | undefined;
  unregister(key: string, field: FieldEntry): void;
}

export function createFieldRegistry(): FieldRegistry {
  const counts = new Map<string, number>();
  const left = new Map<string, FieldEntry | undefined>();
  const count = (key: string) => counts.get(key);
  return {
    count,
    register(key) {
      counts.set(key, (count(key) ?? 0) + 1);
      return left.get(key);
    },
    unregister(key, field) {
      const others = count(key)! - 1;
      counts.set(key, others);
      // What nobody takes over in this commit is gone with its field.
      if (left.size === 0) queueMicrotask(() => left.clear());
      // Of several of one name nobody knows which one takes over.
      left.set(key, others > 0 || left.has(key) ? undefined : field);
    },
  };
}

/** Takes the reader to where they were in a field that is drawn anew. */
type Return = (field: Element) => void;

/** The way back to where the reader is in a field, if that is where they are. */
export function captureFieldFocus({ element }: FieldEntry): Return | undefined {
  const active = element && activeElement(element);
  if (!active || !element.contains(active)) return undefined;
  const { selectionStart, selectionEnd, scrollTop } =
    active as HTMLInputElement;
  return (field) => {
    const control = focusField(field, focusInPlace) as HTMLInputElement | null;
    if (!control) return;
    // Only fields of plain text have a caret, not those for an e-mail address.
    if (selectionStart != null && control.selectionStart != null) {
      control.setSelectionRange(selectionStart, selectionEnd);
    }
    control.scrollTop = scrollTop;
    // Firefox scrolls to the caret once more, with the next frame.
    requestAnimationFrame(() => (control.scrollTop = scrollTop));
  };
}

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is found under an element, but not in a widget inside a component. */
function within<Found extends Element>(scope: Element, selector: string) {
  const root = scope.closest(".wr-root");
  return Array.from(scope.querySelectorAll<Found>(selector)).filter(
    (element) => element.closest(".wr-root") === root,
  );
}

const fieldOf = (element: Element) => element.closest("[data-field]");

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

function valueOf(field: NativeField): unknown {
  const { type, value } = field;
  if (type === "checkbox") return field.matches(":checked");
  if (type !== "select-multiple") return value;
  const { selectedOptions } = field as HTMLSelectElement;
  return Array.from(selectedOptions, (option) => option.value);
}

/**
 * What the native control of a field shows, or was rendered with. Events do not
 * report all of it: people type before there are listeners, and some password
 * managers set values silently. `null`: no radio is checked. `undefined`: the
 * element with this DOM id is not native, and there are no radios.
 */
export function shownBy(field: Element, id: string, rendered = false): unknown {
  const native = `:is(textarea, select, input:not([type=hidden], ${TEXTLESS}))[id="${id}"]`;
  const control = field.matches(native) ? field : field.querySelector(native);
  if (control) {
    return valueOf((rendered ? resetCopy(control) : control) as NativeField);
  }
  const radio = field.querySelector<HTMLInputElement>("[type=radio]");
  if (!radio) return undefined;
  const checked = `[type=radio]${rendered ? "[checked]" : ":checked"}`;
  return field.querySelector<HTMLInputElement>(checked)?.value ?? null;
}

function resetCopy(control: Element): Element {
  const copy = control.cloneNode(true) as Element;
  const form = document.createElement("form");
  form.append(copy);
  form.reset();
  return copy;
}

/** What was filled in, by field, while React has not mounted it. */
const filledIn = new WeakMap<Element, unknown>();

/**
 * What a field shows before it is mounted, in server HTML: React writes over
 * radios and a textarea as it hydrates them, and may start again after that.
 */
export function shownBefore(id: string) {
  if (typeof document === "undefined") return undefined;
  const field = document.getElementById(id)?.closest("[data-field]");
  if (!field || fieldEntries.has(field)) return undefined;
  const shown = shownBy(field, id);
  if (shown !== shownBy(field, id, true)) filledIn.set(field, shown);
  return { field, shown: filledIn.has(field) ? filledIn.get(field) : shown };
}

/** The values of the fields under an element as one object. */
export function readFormValues(
  scope: Element,
  tell?: (problem: FormProblem) => void,
): FormValues {
  return nestValues(readFields(scope), tell);
}

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
  within(scope, "[data-field]").flatMap((field) => fieldEntries.get(field) ?? []);

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

/**
 * Back to a field whose popup has closed while the widget was inert, unless the
 * reader went elsewhere.
 */
export function returnFocus({ element }: FieldEntry) {
  if (element && !isElsewhere(element)) {
    focusField(element, focusInPlace);
  }
}

/** Moves the focus into a field: to what is chosen of it, else to its first part. */
export function focusField(
  field: Element,
  focus: (part: HTMLElement) => void = (part) => part.focus(),
): HTMLElement | null {
  const part =
    field.querySelector<HTMLElement>(":checked:not(:disabled)") ??
    field.querySelector<HTMLElement>(
      ":is(input:not([type=hidden]), textarea, button, select, [tabindex]):not(:disabled)",
    );
  if (part) focus(part);
  return part;
}
