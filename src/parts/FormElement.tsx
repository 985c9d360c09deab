import { useId, type CSSProperties, type ReactNode } from "react";
import { FormScope, InForm, useInForm } from "./FormScope.js";

interface FormElementProps {
  className: string;
  style?: CSSProperties | undefined;
  onSubmit?: (() => void) | undefined;
  children?: ReactNode;
  [data: `data-${string}`]: string | undefined;
}

/** A form and the scope of its fields; inside another form the scope alone. */
export function FormElement({
  onSubmit,
  children,
  ...attributes
}: FormElementProps) {
  const inForm = useInForm();
  return (
    <FormScope.Provider value={useId()}>
      {inForm ? (
        <div {...attributes}>{children}</div>
      ) : (
        <InForm.Provider value>
          <form
            {...attributes}
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit?.();
            }}
          >
            {children}
          </form>
        </InForm.Provider>
      )}
    </FormScope.Provider>
  );
}
