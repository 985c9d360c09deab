import type { HTMLAttributes } from "react";
import type { PropReader } from "../context/propReader.js";
import type { Field } from "../forms/useField.js";
import { nodeAttributes, pendingAttributes } from "./nodeAttributes.js";
import { wordAttributes } from "./wordAttributes.js";

interface FieldRootProps extends HTMLAttributes<HTMLDivElement> {
  type: string;
  read: PropReader;
  field: Pick<Field<unknown>, "root" | "error" | "errorId"> & {
    /** Whether its action runs. @default false */
    pending?: boolean;
  };
  [data: `data-${string}`]: string | undefined;
}

/** The outermost element of a field: its state, and the message of its error. */
export function FieldRoot({
  type,
  read,
  field,
  children,
  ...attributes
}: FieldRootProps) {
  const { interactive } = read.context.settings;
  return (
    <div
      {...field.root}
      {...nodeAttributes(type, read.props["id"])}
      data-disabled={read.booleanAttribute("disabled")}
      data-readonly={interactive ? undefined : ""}
      {...pendingAttributes(field.pending ?? false)}
      {...attributes}
      className={`wr-${type} wr-Field`}
    >
      {children}
      {field.error && (
        <span
          id={field.errorId}
          className="wr-FieldError"
          role="alert"
          {...wordAttributes(field.error)}
        >
          {field.error}
        </span>
      )}
    </div>
  );
}
