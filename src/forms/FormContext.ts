import { createContext, useContext } from "react";
import { within } from "./readFormValues.js";

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
  submit: (setPending?: SetPending) => boolean;
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
