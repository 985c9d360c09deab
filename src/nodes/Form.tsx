import type { ReactNode } from "react";
import type { NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import type { FlexProps } from "../core/style.js";
import { directionOf, useBox } from "../parts/box.js";
import { FormElement } from "../parts/FormElement.js";
import { useAction } from "../useAction.js";

export interface FormProps extends NodeProps, FlexProps {
  /** Runs when the form is submitted and its fields are valid. */
  onSubmitAction?: ActionConfig | null;
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: "row" | "col" | "column" | null;
  children?: ReactNode;
}

/** A Box whose fields are sent together. */
export function Form(props: FormProps) {
  const { run } = useAction(props.onSubmitAction, "container");
  const box = useBox("Form", directionOf(props.direction), props);
  return (
    <FormElement {...box} onSubmit={run}>
      {props.children}
    </FormElement>
  );
}
