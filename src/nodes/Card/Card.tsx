import { enumOf, type Member } from "../../core/json.js";
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from "react";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import {
  border as borderStyle,
  type Border,
  type Borders,
} from "../../core/style/border.js";
import {
  padding as paddingStyle,
  type Spacing,
} from "../../core/style/spacing.js";
import type { ColorValue, Style } from "../../core/style/value.js";

import { firstText } from "../../core/nodeTree.js";
import { PropReader, usePropReader } from "../../context/propReader.js";
import { buttonView, type ButtonState } from "../../ui/ButtonView.js";
import { nodeAttributes, pendingAttributes } from "../../ui/nodeAttributes.js";
import { Disclosure } from "./Disclosure.js";
import { FormElement, FormProvider } from "../../ui/FormElement.js";
import { Status, StatusMark, type WidgetStatus } from "../../ui/Status.js";
import { isTrue, schemes } from "../../ui/values.js";
import { useBinding, type BoundAction } from "../../actions/useAction.js";

const sizes = enumOf("sm md lg full");

export interface CardAction {
  /** The text of the button. */
  label: string | number;
  /** Started by a click on the button. */
  action: ActionConfig;
}

export interface CardProps extends NodeProps {
  /** Width at most: sm 360, md 440, lg 560 px, full 100%. @default "md" */
  size?: Member<typeof sizes> | null;
  /** Spacing units of 4 px, CSS, or one per side. @default 4 */
  padding?: number | string | Spacing | null;
  /** A surface token, a palette step, any CSS colour or gradient. @default "surface-elevated" */
  background?: ColorValue | null;
  /** Px of the default colour, a border, or one per side. @default 1 */
  border?: number | Border | Borders | null;
  /**
   * Makes the card a form. `confirm` submits it if its fields are valid; `cancel`
   * sends their values without validating them. @default false
   */
  asForm?: boolean | null;
  /** The button at the end of the footer. While its action runs, the whole widget waits by default. */
  confirm?: CardAction | null;
  /** The button before `confirm`. While its action runs, the whole widget waits by default. */
  cancel?: CardAction | null;
  /** A line above the card, with an icon or a favicon. */
  status?: WidgetStatus | null;
  /** Folds the body away; the user can unfold it. @default false */
  collapsed?: boolean | null;
  /** Forces a colour scheme on everything inside. @default inherit */
  theme?: Member<typeof schemes> | null;
  children?: ReactNode;
}

/** A surface with a border: the usual root of a widget. */
export function Card(props: CardProps) {
  const card = <Surface {...props} />;
  return isTrue(props.asForm) ? (
    <FormProvider node={props.node}>{card}</FormProvider>
  ) : (
    card
  );
}

function Surface(props: CardProps) {
  const { id, node, children } = props;
  const read = usePropReader(props);
  const status = read.object("status", "text");
  const confirm = read.object("confirm", "label");
  const cancel = read.object("cancel", "label");
  const bodyId = useId();
  const collapsible = useCollapsed(read.boolean("collapsed"));
  const asForm = read.boolean("asForm");
  const submit = useRef<BoundAction["run"]>(undefined);
  const [pending, setPending] = useState(false);
  const padding = paddingStyle(props.padding, read);
  const background = read.color("background", "surface");
  const surface = {
    className: "wr-Card-surface",
    style: {
      ...(background === undefined ? null : { background }),
      ...borderStyle(props.border, read),
    },
  };
  const footer = (confirm || cancel) && !collapsible?.collapsed;
  const content = (
    <>
      {collapsible && (
        <Disclosure
          title={status ? status.text("text", true) : firstText(node)}
          mark={status && <StatusMark status={status} />}
          expanded={!collapsible.collapsed}
          controls={bodyId}
          onToggle={collapsible.toggle}
        />
      )}
      <div
        id={bodyId}
        className="wr-Card-body"
        data-direction="col"
        data-spacing="auto"
        style={padding}
        hidden={collapsible?.collapsed}
      >
        {children}
      </div>
      {footer && (
        <Footer
          confirm={confirm}
          cancel={cancel}
          asForm={asForm}
          padding={padding}
          submit={submit}
          onPending={setPending}
        />
      )}
    </>
  );
  const attributes = {
    ...nodeAttributes("Card", id),
    "data-size": read.enumValue(
      "size",
      sizes,
      read.context.settings.defaults.cardSize,
    ),
    "data-theme": read.enumValue("theme", schemes),
    ...pendingAttributes(pending),
  };
  const contents = (
    <>
      {status && !collapsible && <Status status={status} />}
      <div {...surface}>{content}</div>
    </>
  );
  return asForm ? (
    <FormElement
      {...attributes}
      run={confirm ? (options) => submit.current?.(options) : undefined}
    >
      {contents}
    </FormElement>
  ) : (
    <div {...attributes}>{contents}</div>
  );
}

interface FooterProps {
  confirm: PropReader | undefined;
  cancel: PropReader | undefined;
  asForm: boolean;
  /** The padding of the body. */
  padding: Style;
  /** Set by the footer: runs the action of `confirm`. */
  submit: RefObject<BoundAction["run"] | undefined>;
  /** Called when an action begins, and when it ends, for which the card itself is pending. */
  onPending: (pending: boolean) => void;
}

/** The buttons of a card. A component, since most cards have no buttons and so need no hooks of actions. */
function Footer(props: FooterProps) {
  const { confirm, cancel, submit, onPending } = props;
  const onConfirm = useBinding(confirm?.action("action", true), "container");
  const onCancel = useBinding(cancel?.action("action", true), "container");
  const { interactive } = onConfirm.context.settings;
  const pending = onConfirm.loading === "self" || onCancel.loading === "self";
  useImperativeHandle(submit, () => onConfirm.run);
  useIsomorphicLayoutEffect(() => {
    if (!pending) return;
    onPending(true);
    return () => onPending(false);
  }, [pending, onPending]);
  return (
    <div className="wr-Card-footer" style={footerStyle(props.padding)}>
      {footerButton(cancel, "secondary", {
        interactive,
        submits: false,
        pending: onCancel.loading !== "none",
        onClick: () => onCancel.run(),
      })}
      {footerButton(confirm, "primary", {
        interactive,
        submits: props.asForm,
        pending: onConfirm.loading !== "none",
        onClick: () => onConfirm.run({ validates: true }),
      })}
    </div>
  );
}

/** A button of which the author gives the label alone. */
function footerButton(
  read: PropReader | undefined,
  style: "primary" | "secondary",
  state: ButtonState,
) {
  const label = read?.content("label");
  return (
    read &&
    label !== "" &&
    buttonView(new PropReader(read.context, { label, style }, read.node), state)
  );
}

/** The footer is as far from the edges as the body, unless the body reaches them. */
function footerStyle(body: Style): Style {
  return Object.fromEntries(
    ["paddingRight", "paddingBottom", "paddingLeft"].flatMap((side) =>
      body[side] === undefined || body[side] === "0px"
        ? []
        : [[side, body[side]]],
    ),
  );
}

/** Whether the body is folded: as the author says until the user decides, and again when the JSON changes it. */
function useCollapsed(folded: boolean) {
  const [state, setState] = useState({ folded, collapsed: folded });
  if (state.folded !== folded) {
    setState({ folded, collapsed: folded });
  }
  if (!folded) return undefined;
  return {
    collapsed: state.collapsed,
    toggle: () => setState({ folded, collapsed: !state.collapsed }),
  };
}
