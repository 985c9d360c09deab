import {
  useId,
  useMemo,
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
import type { BoundAction } from "../actions/useAction.js";
import { isComposing } from "../forms/isComposing.js";

/** The scope of a form's fields and actions; its FormElement stands inside. */
export function FormProvider({
  node,
  children,
}: {
  node: unknown;
  children: ReactNode;
}) {
  const outer = useForm();
  const id = useId();
  const key = `${outer.key}/${nodeKey(node) ?? ""}`;
  const nested = outer.form !== undefined;
  const scope = useMemo(
    () => ({ id, key, form: createForm(nested) }),
    [id, key, nested],
  );
  return <FormContext.Provider value={scope}>{children}</FormContext.Provider>;
}

/** Where Enter means the form; elsewhere it does what the element does. */
const ENTERED = `input:not([type=color], ${TEXTLESS})`;

interface FormElementProps extends HTMLAttributes<HTMLElement> {
  /** Run when the form is submitted. */
  run: BoundAction["run"] | undefined;
  [data: `data-${string}`]: string | undefined;
}

/** The element of the scope around: a `<form>`, but not inside another. */
export function FormElement({ run, ...attributes }: FormElementProps) {
  const { form } = useForm();
  useIsomorphicLayoutEffect(() => {
    const submit: Form["submit"] = (setPending) => {
      run?.({ validates: true, setPending });
      return run !== undefined;
    };
    if (form) Object.assign(form, { submit });
  }, [form, run]);
  const shared = { ...attributes, ref: form?.ref, onKeyDown: enter };
  return form?.nested ? (
    <div {...shared} data-form="" />
  ) : (
    // Our own messages stand at the fields, in place of the browser's bubbles.
    <form {...shared} noValidate onSubmit={submit} onReset={reset} />
  );

  /** The browser resets what is its; the values of fields are in their state. */
  function reset({ currentTarget }: SyntheticEvent<HTMLElement>) {
    resetFields(currentTarget);
  }

  function submit(event: SyntheticEvent<HTMLElement, SubmitEvent>) {
    event.preventDefault();
    if (event.target !== event.currentTarget) return;
    // A button of a host's may stand in a form inside of this one.
    const { submitter } = event.nativeEvent;
    formAround(submitter ?? event.currentTarget)?.submit();
  }

  /** As the browser does it, and for a form in a form as well. */
  function enter(event: KeyboardEvent<HTMLElement>) {
    const { target, currentTarget, nativeEvent } = event;
    if (
      event.key === "Enter" &&
      !event.defaultPrevented &&
      !isComposing(nativeEvent) &&
      (target as Element).matches(ENTERED) &&
      currentTarget.contains(target as Element)
    ) {
      event.preventDefault();
      pressEnter(form);
    }
  }
}
