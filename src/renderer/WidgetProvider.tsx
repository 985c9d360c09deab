import type { ReactNode } from "react";
import { WidgetContext } from "../context/WidgetContext.js";
import { useWidgetContextValue, useCommittedProps, type HostProps } from "./useWidgetContextValue.js";

export interface WidgetProviderProps extends HostProps {
  children?: ReactNode;
}

/**
 * Hands settings and handlers to every widget below. The nearest value wins;
 * `components`, `icons` and `labels` are merged.
 */
export function WidgetProvider(props: WidgetProviderProps) {
  const [context, keeper] = useWidgetContextValue(props);
  useCommittedProps(keeper, { props });
  return (
    <WidgetContext.Provider value={context}>{props.children}</WidgetContext.Provider>
  );
}
