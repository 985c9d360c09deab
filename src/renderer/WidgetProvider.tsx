import type { ReactNode } from "react";
import { WidgetContext } from "../context/WidgetContext.js";
import {
  useWidgetContextValue,
  useCommittedProps,
} from "./useWidgetContextValue.js";
import { type HostProps } from "../context/settings.js";

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
    <WidgetContext.Provider value={context}>
      {props.children}
    </WidgetContext.Provider>
  );
}
