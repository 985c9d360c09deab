import { createContext, useContext } from "react";
import type { Binding } from "../context/pendingActions.js";
import { within } from "./readFormValues.js";

/** What surrounds fields: a form, or a widget without one. */
export interface FormScope {
  /** The first part of the DOM ids of the fields. */
  id: string;
  /** The first part of the keys of the fields: the name that the author gave the form, which stays the same when the form is mounted again. */
  key: string;
  /** The form, whose values are sent together; absent outside of forms. */
  form?: Form | undefined;
}

export interface Form {
  /** Whether it is inside another form. Then its element is no `<form>`, because HTML forbids that. */
  readonly nested: boolean;
  /** The element that contains the fields. */
  element: HTMLElement | null;
  readonly ref: (element: HTMLElement | null) => void;
  /** Starts the action of the form if its fields are valid, also on the pressed button; `false`: it has no action. */
  submit: (pressed?: Binding) => boolean;
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

/** The form that contains an element. */
export function formAround(element: Element): Form | undefined {
  return forms.get(element.closest("form, [data-form]")!);
}

export const FormContext = createContext<FormScope>({ id: "wr", key: "" });

export function useForm(): FormScope {
  return useContext(FormContext);
}

const SUBMIT =
  "button:not([type=button], [type=reset]), input:is([type=submit], [type=image])";

/**
 * Submits a form as Enter in a field does: by a click on its first submit button, or
 * without one directly. `false`: there is nothing to submit.
 */
export function pressEnter(form: Form | undefined): boolean {
  if (!form?.element) return false;
  const buttons = within<HTMLElement>(form.element, SUBMIT);
  const button = buttons.find((candidate) => formAround(candidate) === form);
  if (!button) return form.submit();
  // If the button is disabled, the click does nothing: as in HTML, the form is not submitted.
  button.click();
  return true;
}
