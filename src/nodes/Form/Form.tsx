import type { ReactNode } from "react";
import type { Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import type { FlexProps } from "../../core/style/layout.js";
import { defineView } from "../../ui/defineView.js";
import { directedAttributes, directions } from "../../ui/flexAttributes.js";
import { pendingAttributes } from "../../ui/nodeAttributes.js";
import { FormElement, FormProvider } from "../../ui/FormElement.js";

export interface FormProps extends NodeProps, FlexProps {
  /**
   * Started when the form is submitted and its fields are valid, with their values
   * in its payload. While it runs, by default the widget waits and the pressed button
   * shows it.
   */
  onSubmitAction?: ActionConfig | null;
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: Member<typeof directions> | null;
  children?: ReactNode;
}

/** More children are many. */
const MANY = 100;

/**
 * A Box whose fields belong together: every action that starts inside it has their
 * values in its payload, by their names.
 */
export const Form = defineView(function Form(props: FormProps, read, children) {
  const config = read.action("onSubmitAction");
  const { context, node } = read;
  return (
    <FormProvider
      node={node}
      isLarge={Array.isArray(children) && children.length > MANY}
    >
      <FormElement
        {...directedAttributes("Form", read)}
        {...pendingAttributes(read.loading("onSubmitAction") === "self")}
        action={
          config && { context, config, binding: read.binding("onSubmitAction") }
        }
      >
        {children}
      </FormElement>
    </FormProvider>
  );
});
