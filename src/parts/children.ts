import type { ReactNode } from "react";

/** The JSON behind a drawn child; written in JSX, its props. */
export function jsonOf(child: ReactNode): Record<string, unknown> {
  const props =
    typeof child === "object" && child !== null && "props" in child
      ? (child.props as Record<string, unknown>)
      : {};
  return (props["node"] as Record<string, unknown> | undefined) ?? props;
}
