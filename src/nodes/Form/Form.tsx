import type { ReactNode } from "react";
import type { Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import type { FlexProps } from "../../core/style/layout.js";
import { usePropReader } from "../../context/propReader.js";
import {
  flexAttributes,
  directionOf,
  type directions,
} from "../../ui/flexAttributes.js";
import { pendingAttributes } from "../../ui/nodeAttributes.js";
import { FormElement, FormProvider } from "../../ui/FormElement.js";
import { useBinding } from "../../actions/useAction.js";

export interface FormProps extends NodeProps, FlexProps {
  /**
   * Run when the form is submitted and its fields are valid, with their values
   * in its payload. By default the widget waits, and the button that was pressed
   * shows it.
   */
  onSubmitAction?: ActionConfig | null;
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: Member<typeof directions> | null;
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
  const read = usePropReader(props);
  const action = read.action("onSubmitAction");
  const { run, loading } = useBinding(action, "container");
  const box = flexAttributes("Form", directionOf(read), read);
  return (
    <FormElement
      {...box}
      run={action ? run : undefined}
      {...pendingAttributes(loading === "self")}
    >
      {props.children}
    </FormElement>
  );
}
