import {
  useId,
  useMemo,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { nodeKey } from "../core/nodeTree.js";
import {
  FormContext,
  createForm,
  formAround,
  pressEnter,
  useForm,
  type Form,
} from "../forms/FormContext.js";
import { resetFields } from "../forms/validation.js";
import { TEXTLESS } from "../forms/readFormValues.js";
import type { ActionStart } from "../actions/dispatchAction.js";
import { startAction } from "../actions/startAction.js";
import { isComposing } from "../forms/isComposing.js";

/** The scope of a form's fields and actions, around its FormElement. */
export function FormProvider({
  node,
  isForm = true,
  isEmpty = false,
  isLarge = false,
  children,
}: {
  node: unknown;
  /** `false`: it is none, but may become one. */
  isForm?: boolean;
  isEmpty?: boolean;
  /** Whether it has very many children. */
  isLarge?: boolean;
  children: ReactNode;
}) {
  const outer = useForm();
  const id = useId();
  const key = `${outer.key}/${nodeKey(node) ?? ""}`;
  // A form that comes after its fields is no `<form>`: they would be mounted again. Nor is a
  // large one: browsers look up each property of a `<form>` among its controls, also
  // `appendChild` for each child, so 8,000 fields took 27 s to mount.
  const [isDiv, setDiv] = useState(false);
  if (!isDiv && (isLarge || !(isForm || isEmpty))) setDiv(true);
  const nested = outer.form !== undefined || isDiv;
  const scope = useMemo(
    () => ({ id, key, form: createForm(nested) }),
    [id, key, nested],
  );
  return (
    <FormContext.Provider value={isForm ? scope : outer}>
      {children}
    </FormContext.Provider>
  );
}

/** Elements in which Enter submits the form; in others it has an effect on the element. */
const SUBMITTED_BY_ENTER = `input:not([type=color], ${TEXTLESS})`;

interface FormElementProps extends HTMLAttributes<HTMLElement> {
  /** The action that is started when the form is submitted. */
  action: Pick<ActionStart, "context" | "binding" | "config"> | undefined;
  isForm?: boolean;
  [data: `data-${string}`]: string | undefined;
}

/** The element of the form of the scope around: a `<form>`, or a `<div>` inside another form, where HTML allows none. */
export function FormElement({
  action,
  isForm = true,
  ...attributes
}: FormElementProps) {
  const { form: around } = useForm();
  const form = isForm ? around : undefined;
  useIsomorphicLayoutEffect(() => {
    const submit: Form["submit"] = (pressed) => {
      if (!action) return false;
      startAction({
        ...action,
        auto: "container",
        form,
        validates: true,
        pressed,
      });
      return true;
    };
    if (form) Object.assign(form, { submit });
  });
  if (!isForm) return <div {...attributes} />;
  const shared = { ...attributes, ref: form?.ref, onKeyDown: submitByEnter };
  return form?.nested ? (
    <div {...shared} data-form="" />
  ) : (
    // Messages are shown beside the fields, not as the browser's bubbles.
    <form {...shared} noValidate onSubmit={submit} onReset={reset} />
  );

  /** The browser resets its controls, but the values of fields are in React state. */
  function reset({ currentTarget }: SyntheticEvent<HTMLElement>) {
    resetFields(currentTarget);
  }

  function submit(event: SyntheticEvent<HTMLElement, SubmitEvent>) {
    event.preventDefault();
    if (event.target !== event.currentTarget) return;
    // A submit button of a host's component may be in a nested form.
    const { submitter } = event.nativeEvent;
    formAround(submitter ?? event.currentTarget)?.submit();
  }

  /** Does what the browser does on Enter, also in a nested form. */
  function submitByEnter(event: KeyboardEvent<HTMLElement>) {
    const { target, currentTarget, nativeEvent } = event;
    if (
      event.key === "Enter" &&
      !event.defaultPrevented &&
      !isComposing(nativeEvent) &&
      (target as Element).matches(SUBMITTED_BY_ENTER) &&
      currentTarget.contains(target as Element)
    ) {
      event.preventDefault();
      pressEnter(form);
    }
  }
}
