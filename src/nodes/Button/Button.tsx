import type { NodeProps } from "../../context/WidgetContext.js";
import type { Member } from "../../core/json.js";
import type { ActionConfig } from "../../core/action.js";
import {
  buttonView,
  type buttonColors,
  type buttonIconSizes,
  type buttonStyles,
} from "../../ui/ButtonView.js";
import type { ControlSize, ControlVariant } from "../../ui/values.js";
import { defineView } from "../../ui/defineView.js";
import { startAction } from "../../actions/startAction.js";
import { formAround } from "../../forms/FormContext.js";

export interface ButtonProps extends NodeProps {
  /** The text. Without it, the button is its icon alone, whose name is its label for assistive technology. */
  label?: string | number | null;
  /** Started by a click. While it runs, the button shows it by default. */
  onClickAction?: ActionConfig | null;
  /**
   * Submits the nearest form. `onClickAction` is started only if there is no form,
   * or if the form has no action; then the fields are validated first.
   * @default false
   */
  submit?: boolean | null;
  /** A preset: primary is solid, secondary is soft. `color` and `variant` override it. @default "primary" */
  style?: Member<typeof buttonStyles> | null;
  /** @default "primary" */
  color?: Member<typeof buttonColors> | null;
  /** @default "solid" */
  variant?: ControlVariant | null;
  /** Height: 3xs 22, 2xs 24, xs 26, sm 28, md 32, lg 36, xl 40, 2xl 44, 3xl 48 px. @default "lg" */
  size?: ControlSize | null;
  /** Fully rounded. @default true */
  pill?: boolean | null;
  /** Makes it as wide as it is high. @default false */
  uniform?: boolean | null;
  /** Makes it as wide as its container; in a Row, such buttons share the width. @default false */
  block?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** The name of an icon before the label, as in `Icon`. */
  iconStart?: string | null;
  /** The name of an icon after the label, as in `Icon`. */
  iconEnd?: string | null;
  /** sm 16, md 18, lg 20, xl 22, 2xl 24 px. @default by `size` */
  iconSize?: Member<typeof buttonIconSizes> | null;
}

/** A button, which starts an action or submits a form. */
export const Button = defineView(function Button(props: ButtonProps, read) {
  const { context } = read;
  const config = read.action("onClickAction");
  const submits = read.boolean("submit");
  return buttonView(read, {
    interactive: context.settings.interactive,
    submits,
    pending: read.loading("onClickAction") === "self",
    onClick: (button) => {
      const binding = read.binding("onClickAction");
      const form = formAround(button);
      if (submits && form?.submit(binding)) return;
      const validates = submits && form !== undefined;
      startAction({ context, binding, config, auto: "self", form, validates });
    },
  });
});
