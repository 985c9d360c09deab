import type { HTMLAttributes } from "react";
import { useHost, type NodeProps } from "../context.js";
import type { Field } from "../useField.js";
import { nodeAttributes, pendingAttributes } from "./attributes.js";
import { flag } from "./values.js";

interface FieldBoxProps extends HTMLAttributes<HTMLDivElement> {
  type: string;
  /** Of the node. */
  props: NodeProps & { disabled?: unknown };
  field: Pick<Field<unknown>, "root" | "error" | "errorId"> & {
    /** Its action runs. @default false */
    pending?: boolean;
  };
  [data: `data-${string}`]: string | undefined;
}

/** The outermost element of a field: how it stands, and what is wrong with it. */
export function FieldBox({
  type,
  props,
  field,
  children,
  ...attributes
}: FieldBoxProps) {
  const { interactive } = useHost().settings;
  return (
    <div
      {...field.root}
      {...nodeAttributes(type, props.id)}
      data-disabled={flag(props.disabled)}
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
