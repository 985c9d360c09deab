import type { ReactNode } from "react";
import { HostContext } from "../context/WidgetContext.js";
import { useHostValue, useMounted, type HostProps } from "./useWidgetContextValue.js";

export interface WidgetProviderProps extends HostProps {
  children?: ReactNode;
}

/**
 * Hands settings and handlers to every widget below. The nearest value wins;
 * `components`, `icons` and `labels` are merged.
 */
export function WidgetProvider(props: WidgetProviderProps) {
  const [host, keeper] = useHostValue(props);
  useMounted(keeper, { props });
  return (
    <HostContext.Provider value={host}>{props.children}</HostContext.Provider>
  );
}
