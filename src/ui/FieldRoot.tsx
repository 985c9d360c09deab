import type { HTMLAttributes } from "react";
import type { Given } from "../context/propReader.js";
import type { Field } from "../forms/useField.js";
import { nodeAttributes, pendingAttributes } from "./nodeAttributes.js";

interface FieldBoxProps extends HTMLAttributes<HTMLDivElement> {
  type: string;
  given: Given;
  field: Pick<Field<unknown>, "root" | "error" | "errorId"> & {
    /** Its action runs. @default false */
    pending?: boolean;
  };
  [data: `data-${string}`]: string | undefined;
}

/** The outermost element of a field: how it stands, and what is wrong with it. */
export function FieldBox({
  type,
  given,
  field,
  children,
  ...attributes
}: FieldBoxProps) {
  const { interactive } = given.host.settings;
  return (
    <div
      {...field.root}
      {...nodeAttributes(type, given.props["id"])}
      data-disabled={given.flag("disabled")}
      data-readonly={interactive ? undefined : ""}
      {...pendingAttributes(field.pending ?? false)}
      {...attributes}
    >
      {children}
      {field.error && (
        <span id={field.errorId} className="wr-FieldError" role="alert">
          {field.error}
        </span>
      )}
    </div>
  );
}
