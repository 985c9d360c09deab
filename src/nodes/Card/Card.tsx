import { enumOf, type Member } from "../../core/json.js";
import { useId, useState, type ReactNode } from "react";
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
import { PropReader } from "../../context/propReader.js";
import { buttonView } from "../../ui/ButtonView.js";
import {
  classNameOf,
  nodeAttributes,
  pendingAttributes,
  styled,
} from "../../ui/nodeAttributes.js";
import { Disclosure } from "./Disclosure.js";
import { FormElement, FormProvider } from "../../ui/FormElement.js";
import { Status, StatusMark, type WidgetStatus } from "../../ui/Status.js";
import { schemes } from "../../ui/values.js";
import { startAction } from "../../actions/startAction.js";
import { formAround } from "../../forms/FormContext.js";
import { defineView } from "../../ui/defineView.js";

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
export const Card = defineView(function Card(props: CardProps, read, children) {
  const { node, context } = read;
  if (context.renderProps().growth) {
    return <GrowingCard {...{ props, read, children }} />;
  }
  const asForm = read.boolean("asForm");
  const card = read.boolean("collapsed") ? (
    <FoldedCard {...{ props, read, asForm, children }} />
  ) : (
    cardView({ props, read, asForm, children })
  );
  return asForm ? <FormProvider node={node}>{card}</FormProvider> : card;
});

interface CardViewProps {
  props: CardProps;
  read: PropReader;
  asForm: boolean;
  children: ReactNode;
}

interface Folding {
  collapsed: boolean;
  toggle: () => void;
  bodyId: string;
}

/** A card whose body is folded away until the user unfolds it. */
function FoldedCard(card: CardViewProps) {
  const [collapsed, setCollapsed] = useState(true);
  const toggle = () => setCollapsed(!collapsed);
  return cardView(card, { collapsed, toggle, bodyId: useId() });
}

/** What makes it a form or folds it may come after its children, which stay mounted. */
function GrowingCard(card: Omit<CardViewProps, "asForm">) {
  const { read, children } = card;
  const asForm = read.boolean("asForm");
  const [collapsed, setCollapsed] = useState(true);
  const toggle = () => setCollapsed(!collapsed);
  const folding = { collapsed, toggle, bodyId: useId() };
  return (
    <FormProvider
      node={read.node}
      isForm={asForm}
      isEmpty={children === undefined}
    >
      {cardView(
        { ...card, asForm },
        read.boolean("collapsed") ? folding : undefined,
      )}
    </FormProvider>
  );
}

function cardView(
  { props, read, asForm, children }: CardViewProps,
  folding?: Folding,
) {
  const { context } = read;
  const status = read.object("status", "text");
  const confirm = cardAction(read, "confirm");
  const cancel = cardAction(read, "cancel");
  const padding = paddingStyle(props.padding, read);
  const background = read.color("background", "surface");
  const attributes = {
    ...nodeAttributes("Card", props.id),
    "data-size": read.enumAttribute(
      "size",
      sizes,
      "md",
      context.settings.defaults.cardSize,
    ),
    "data-theme": read.enumValue("theme", schemes),
    ...pendingAttributes(
      confirm?.loading === "self" || cancel?.loading === "self",
    ),
  };
  const { growth } = context.renderProps();
  // Before anything is on it, the surface would be a thin line.
  const hasSurface = growth !== "growing" || children !== undefined;
  // What is still to come would push the buttons down, just as the user aims at them.
  const isOpen = !folding?.collapsed && growth !== "growing";
  const contents = (
    <>
      {status && !folding && <Status status={status} />}
      {hasSurface && (
        <div
          className="wr-Card-surface"
          {...styled({
            ...(background === undefined ? null : { background }),
            ...borderStyle(props.border, read),
          })}
        >
          {folding && (
            <Disclosure
              title={status ? status.text("text", true) : firstText(read.node)}
              mark={status && <StatusMark status={status} />}
              expanded={!folding.collapsed}
              controls={folding.bodyId}
              onToggle={folding.toggle}
            />
          )}
          <div
            id={folding?.bodyId}
            className={classNameOf("Card-body", "col")}
            {...styled(padding)}
            hidden={folding?.collapsed}
          >
            {children}
          </div>
          {(confirm || cancel) && isOpen && (
            <div className="wr-Card-footer" {...styled(footerStyle(padding))}>
              {cancel && footerButton(cancel, "secondary", false)}
              {confirm && footerButton(confirm, "primary", asForm)}
            </div>
          )}
        </div>
      )}
    </>
  );
  return asForm || growth ? (
    <FormElement {...attributes} isForm={asForm} action={confirm}>
      {contents}
    </FormElement>
  ) : (
    <div {...attributes}>{contents}</div>
  );
}

/** One of the actions of the footer. */
function cardAction(read: PropReader, name: "confirm" | "cancel") {
  const button = read.object(name, "label");
  return (
    button && {
      button,
      context: read.context,
      config: button.action("action", true),
      binding: read.binding(name),
      loading: read.loading(name),
    }
  );
}

/** A button of which the author gives the label alone. */
function footerButton(
  { button, loading, ...action }: NonNullable<ReturnType<typeof cardAction>>,
  style: "primary" | "secondary",
  submits: boolean,
) {
  const { context, binding } = action;
  const label = button.content("label");
  if (label === "") return null;
  const at = `/${binding.name}`;
  const read = new PropReader(context, { label, style }, button.node, at);
  return buttonView(read, {
    interactive: context.settings.interactive,
    submits,
    pending: loading !== "none",
    onClick: (element) => {
      startAction({
        ...action,
        auto: "container",
        form: formAround(element),
        validates: style === "primary",
      });
    },
  });
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
