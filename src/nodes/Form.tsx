import type { ReactNode } from "react";
import type { NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import type { FlexProps } from "../core/style.js";
import { directionOf, useBox } from "../parts/box.js";
import { pendingAttributes } from "../parts/attributes.js";
import { FormElement, FormProvider } from "../parts/FormElement.js";
import { useBinding } from "../useAction.js";

export interface FormProps extends NodeProps, FlexProps {
  /**
   * Run when the form is submitted and its fields are valid, with their values
   * in its payload. By default the widget waits, and the button that was pressed
   * shows it.
   */
  onSubmitAction?: ActionConfig | null;
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: "row" | "col" | "column" | null;
  children?: ReactNode;
}

/**
 * A Box whose fields are sent together: with every action that starts inside it,
 * by their names.
 */
export function Form(props: FormProps) {
  return (
    <FormProvider node={props.node}>
      <Fields {...props} />
    </FormProvider>
  );
}

function Fields(props: FormProps) {
  const { run, loading } = useBinding(props.onSubmitAction, "container");
  const box = useBox("Form", directionOf(props.direction), props);
  return (
    <FormElement
      {...box}
      run={props.onSubmitAction ? run : undefined}
      {...pendingAttributes(loading === "self")}
    >
      {props.children}
    </FormElement>
  );
}
