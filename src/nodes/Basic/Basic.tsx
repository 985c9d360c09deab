import type { ReactNode } from "react";
import type { Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/layout.js";
import { defineView } from "../../ui/defineView.js";
import { elementOf } from "../../ui/elementOf.js";
import { directedAttributes, directions } from "../../ui/flexAttributes.js";
import { schemes } from "../../ui/values.js";

export interface BasicProps extends NodeProps {
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: Member<typeof directions> | null;
  gap?: Required<FlexProps>["gap"];
  padding?: Required<FlexProps>["padding"];
  align?: Required<FlexProps>["align"];
  justify?: Required<FlexProps>["justify"];
  /** Forces a colour scheme on everything inside. @default inherit */
  theme?: Member<typeof schemes> | null;
  children?: ReactNode;
}

/** A root without border or background. */
export const Basic = defineView(function Basic(
  props: BasicProps,
  read,
  children,
) {
  const { gap, padding, align, justify } = props;
  const attributes = directedAttributes(
    "Basic",
    read,
    { gap, padding, align, justify },
    { "data-theme": read.enumValue("theme", schemes) },
  );
  return elementOf("div", attributes, read, children);
});
