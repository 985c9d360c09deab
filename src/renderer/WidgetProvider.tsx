import type { ReactNode } from "react";
import { WidgetContext } from "../context/WidgetContext.js";
import {
  useWidgetContextValue,
  useCommitted,
} from "./useWidgetContextValue.js";
import { type HostProps } from "../context/settings.js";

export interface WidgetProviderProps extends HostProps {
  children?: ReactNode;
}

/**
 * Provides settings and handlers to every widget below. The nearest value wins;
 * `components`, `icons` and `labels` are merged.
 */
export function WidgetProvider(props: WidgetProviderProps) {
  const [context, store] = useWidgetContextValue(props);
  useCommitted(store, { props });
  return (
    <WidgetContext.Provider value={context}>
      {props.children}
    </WidgetContext.Provider>
  );
}
