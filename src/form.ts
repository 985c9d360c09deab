import { createContext, useContext, useId } from "react";
import { flushSync } from "react-dom";
import { nestValues, type FormProblem, type FormValues } from "./core/form.js";
import { isObject, toText } from "./core/tree.js";

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
  readonly element: HTMLElement | null;
  readonly ref: (element: HTMLElement | null) => void;
  /** Runs the action of the form if its fields are valid; `false`: it has none. */
  readonly submit: (show?: Show) => boolean;
  /** Says what `submit` does. */
  readonly onSubmit: (submit: Form["submit"]) => void;
}

export function createForm(nested: boolean): Form {
  let element: HTMLElement | null = null;
  let submit: Form["submit"] = () => false;
  return {
    nested,
    get element() {
      return element;
    },
    ref: (next) => void (element = next),
    submit: (show) => submit(show),
    onSubmit: (next) => void (submit = next),
  };
}

/** Shows on a button that what it started runs. */
export type Show = (on: boolean) => void;

export const FormContext = createContext<FormScope>({ id: "wr", key: "" });

export function useForm(): FormScope {
  return useContext(FormContext);
}

export const SUBMIT =
  "button:not([type=button], [type=reset]), input:is([type=submit], [type=image])";
const FORM = "form, [data-form]";

/** What Enter does in a field: it presses the first submit button, or submits. */
export function pressEnter(form: Form | undefined) {
  const buttons = form?.element?.querySelectorAll<HTMLElement>(SUBMIT) ?? [];
  const button = Array.from(buttons).find(
    (found) => found.closest(FORM) === form?.element,
  );
  // One that is disabled keeps the form from being submitted.
  if (button) button.click();
  else form?.submit();
}

/**
 * The DOM ids of the field `name` in the form around, and of its Label. Without
 * a name they are the field's alone.
 */
export function useFieldIds(name: unknown) {
  const { id: form } = useForm();
  const own = useId();
  const field = toText(name).replace(/[^\w.-]/g, "_");
  const id = `${form}-${field || own}`;
  return { id, labelId: `${id}-label`, errorId: `${id}-error` };
}

/** A field as its form sees it. */
export interface FieldEntry {
  /** `""`: it has no value for the form. */
  name: string;
  value: unknown;
  disabled: boolean;
  /** It stood nowhere before: it may take the focus. */
  isNew?: boolean;
  /** Says what is wrong with the value, until it changes. */
  setError: (message: string | undefined) => void;
  /** The outermost element of the control. */
  element?: Element | null;
  state?: FieldState;
  /** Where the reader was in the field, when it is drawn anew. */
  caret?: Caret | undefined;
  /** It was to open before it could. */
  knocked?: boolean | undefined;
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
export const entries = new WeakMap<Element, FieldEntry>();

/** What a field leaves to the one that takes its place. */
type LeftField = Pick<FieldEntry, "state" | "caret" | "knocked">;

/** What a widget knows of the fields that come and go. */
export interface Fields {
  /** How many fields of a key are there; `undefined`: there never was one. */
  count(key: string): number | undefined;
  /**
   * A field has appeared: what one of the same key has left in the same commit,
   * because it stands elsewhere in the tree now.
   */
  enter(key: string): LeftField | undefined;
  leave(key: string, field: LeftField): void;
}

export function createFields(): Fields {
  const counts = new Map<string, number>();
  const left = new Map<string, LeftField | undefined>();
  return {
    count: (key) => counts.get(key),
    enter: (key) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return left.get(key);
    },
    leave: (key, field) => {
      const count = counts.get(key) ?? 1;
      counts.set(key, count - 1);
      // What nobody takes over in this commit is gone with its field.
      if (left.size === 0) queueMicrotask(() => left.clear());
      // Of several of one name nobody knows which one takes over.
      left.set(key, count > 1 || left.has(key) ? undefined : field);
    },
  };
}

interface Caret {
  start: number | null;
  end: number | null;
  scroll: number;
}

/** Where the reader is in a field; `undefined`: somewhere else. */
export function caretOf({ element }: FieldEntry): Caret | undefined {
  const root = element?.getRootNode() as Document | ShadowRoot | undefined;
  const active = root?.activeElement;
  if (!active || !element?.contains(active)) return undefined;
  const { selectionStart, selectionEnd } = active as HTMLInputElement;
  return {
    start: selectionStart ?? null,
    end: selectionEnd ?? null,
    scroll: active.scrollTop,
  };
}

export function restoreCaret(entry: FieldEntry) {
  const { caret, element } = entry;
  if (!caret || !element) return;
  entry.caret = undefined;
  // The page stays where the reader has it.
  const control = focusField(element, { preventScroll: true });
  if (!control) return;
  // Fields without a caret, such as those for an e-mail address, have `null`;
  // the field may have become one of them.
  const input = control as HTMLInputElement;
  if (caret.start !== null && input.selectionStart != null) {
    input.setSelectionRange(caret.start, caret.end);
  }
  control.scrollTop = caret.scroll;
}

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The fields under an element in tree order: ours, and native ones of a host's
 * components. Not those of a widget inside a component.
 */
function elementsOf(scope: Element): Element[] {
  const root = scope.closest(".wr-root");
  return Array.from(
    scope.querySelectorAll("[data-field], input, textarea, select"),
  ).filter((element) => element.closest(".wr-root") === root);
}

const fieldOf = (element: Element) => element.closest("[data-field]");

/** The values of the fields under an element, by name. */
export function readFields(scope: Element): [name: string, value: unknown][] {
  return elementsOf(scope).flatMap((element): [string, unknown][] => {
    const field = fieldOf(element);
    if (field === null) return readNative(element as NativeField);
    if (field !== element) return [];
    const entry = entries.get(field) ?? readDrawn(field);
    return entry.name !== "" && !entry.disabled
      ? [[entry.name, entry.value]]
      : [];
  });
}

/** A Select or a DatePicker of the server's HTML, while its code is loading. */
function readDrawn(field: Element) {
  return {
    name: field.getAttribute("data-field") ?? "",
    value: field.querySelector("input")?.value ?? null,
    disabled:
      !field.matches(".wr-Select, .wr-DatePicker") ||
      field.hasAttribute("data-disabled"),
  };
}

/** What a browser would send, but a box to tick as a boolean. */
function readNative(field: NativeField): [string, unknown][] {
  const { name, type } = field;
  if (name === "" || field.matches(":disabled")) return [];
  switch (type) {
    case "checkbox":
      return [[name, (field as HTMLInputElement).checked]];
    case "radio":
      return (field as HTMLInputElement).checked ? [[name, field.value]] : [];
    case "select-multiple":
      return [
        [
          name,
          Array.from(
            (field as HTMLSelectElement).selectedOptions,
            (option) => option.value,
          ),
        ],
      ];
    case "button":
    case "file":
    case "image":
    case "reset":
    case "submit":
      return [];
    default:
      return [[name, field.value]];
  }
}

/** The values of the fields under an element as one object. */
export function formValues(
  scope: Element,
  tell?: (problem: FormProblem) => void,
): FormValues {
  return nestValues(readFields(scope), tell);
}

/** The first field under an element that the browser finds invalid. */
export function firstInvalid(scope: Element): NativeField | undefined {
  return (elementsOf(scope) as NativeField[]).find(
    (field) => field.willValidate && !field.validity.valid,
  );
}

/** Unfolds the Cards that hide an element. */
function reveal(element: Element) {
  const body = element.closest("[hidden]");
  if (!body) return;
  const card = body.parentElement;
  const toggle = card?.querySelector<HTMLElement>(
    `[aria-controls="${CSS.escape(body.id)}"]`,
  );
  if (toggle) flushSync(() => toggle.click());
  if (card) reveal(card);
}

/** Says what is wrong with a field, in the browser's words, and goes to it. */
export function showInvalid(invalid: NativeField, fallback: string) {
  reveal(invalid);
  const entry = entries.get(fieldOf(invalid) ?? invalid);
  if (entry) entry.setError(invalid.validationMessage || fallback);
  // Of a host's own field the browser says it.
  else invalid.reportValidity();
  invalid.focus();
}

/** Takes back what was said of the fields under an element. */
export function clearErrors(scope: Element) {
  for (const element of elementsOf(scope)) {
    const entry = entries.get(element);
    if (entry?.state?.error !== undefined) entry.setError(undefined);
  }
}

/** Messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What in `value` is messages by name: text, or a list of texts. */
export function fieldErrorsOf(value: unknown): FieldErrors | undefined {
  if (!isObject(value)) return undefined;
  const messages = Object.entries(value).flatMap(([name, message]) => {
    const text = (Array.isArray(message) ? message : [message])
      .filter((part) => typeof part === "string")
      .join(" ");
    return text === "" ? [] : [[name, text] as const];
  });
  return messages.length > 0 ? Object.fromEntries(messages) : undefined;
}

/**
 * Shows messages at the fields of these names under an element; the first gets
 * the focus. The names of those that have no field are returned.
 */
export function showErrors(scope: Element, errors: FieldErrors): string[] {
  const missing = new Set(Object.keys(errors));
  let focused = false;
  for (const element of elementsOf(scope)) {
    const entry = entries.get(element);
    if (!entry || !Object.hasOwn(errors, entry.name)) continue;
    missing.delete(entry.name);
    entry.setError(errors[entry.name]);
    if (!focused) {
      reveal(element);
      focusField(element);
    }
    focused = true;
  }
  return [...missing];
}

/**
 * Back to a field whose popup has closed while the widget was inert, unless the
 * reader went elsewhere.
 */
export function returnFocus({ element }: FieldEntry) {
  const { activeElement, body } = element?.ownerDocument ?? {};
  if (element && (!activeElement || activeElement === body)) {
    focusField(element, { preventScroll: true });
  }
}

/** Moves the focus into a field: to what is chosen of it, else to its first part. */
export function focusField(
  field: Element,
  options?: FocusOptions,
): HTMLElement | null {
  const part =
    field.querySelector<HTMLElement>(":checked:not(:disabled)") ??
    field.querySelector<HTMLElement>(
      ":is(input:not([type=hidden]), textarea, button, select, [tabindex]):not(:disabled)",
    );
  part?.focus(options);
  return part;
}
