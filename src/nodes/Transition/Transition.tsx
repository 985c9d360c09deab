import {
  isValidElement,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import {
  blockStyle,
  flexStep,
  type BlockProps,
} from "../../core/style/layout.js";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";
import { isNode, jsonOf } from "../../ui/children.js";
import type { animate as Animate } from "./transitionMotion.js";
import { Button } from "../Button/Button.js";
import { Caption } from "../Caption/Caption.js";
import { Text } from "../Text/Text.js";
import { Title } from "../Title/Title.js";

export interface TransitionProps extends NodeProps {
  /** One node: another `key`, `id` or type is another child. */
  children?: ReactNode;
}

type Child = ReactElement | null;

interface State {
  current: Child;
  leaving: Child;
}

/** Fades from one child to the next and grows or shrinks with it. */
export function Transition({ id, children }: TransitionProps) {
  const child: Child = [children].flat().find(isValidElement) ?? null;
  const [state, setState] = useState<State>({ current: child, leaving: null });
  // Derived state: React draws this component again before its children.
  if (child !== state.current) setState(next(state, child));
  const { current, leaving } = state;
  const element = useRef<HTMLDivElement>(null);
  const key = keyOf(current);
  const shown = useRef(key);

  useEffect(loadMotion, []);

  useIsomorphicLayoutEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const onLeft = () => {
      setState((now) =>
        now.leaving === leaving ? { ...now, leaving: null } : now,
      );
    };
    if (animate && element.current) {
      animate(element.current, pairOf(leaving), pairOf(current), onLeft);
    } else onLeft();
  });

  const held = current ?? leaving;
  const flex = jsonOf(held)["flex"] as BlockProps["flex"];
  return (
    held && (
      <div
        ref={element}
        {...nodeAttributes("Transition", id)}
        data-pair={pairOf(held)}
        // It stands in the place of the child, and grows as the child would.
        data-flex={flexStep(flex)}
        style={blockStyle({ flex })}
      >
        {[leaving, current].map(
          (item) =>
            item && (
              <div
                key={keyOf(item)}
                // React 18 and 19 disagree about the attribute.
                ref={(div) => {
                  if (div) div.inert = item !== current;
                }}
                className="wr-Transition-item"
                data-leaving={item === current ? undefined : ""}
                aria-hidden={item !== current || undefined}
              >
                {item}
              </div>
            ),
        )}
      </div>
    )
  );
}

function next({ current, leaving }: State, child: Child): State {
  const key = keyOf(child);
  if (child && key === keyOf(current)) return { current: child, leaving };
  // One that was on its way out comes back as it is.
  const rest = key === keyOf(leaving) ? null : leaving;
  return { current: child, leaving: current ?? rest };
}

/** What tells a child from another: its key, else its type. */
function keyOf(child: Child): string | undefined {
  if (!child) return undefined;
  const type = child.key ?? jsonOf(child)["type"] ?? child.type;
  if (typeof type === "string") return type;
  if (!types.has(type)) types.set(type, `type ${types.size}`);
  return types.get(type);
}

/** Components by which children written in JSX are told apart. */
const types = new Map<unknown, string>();

/** What it counts as in the space between siblings. */
function pairOf(child: Child): string {
  if (isNode(child, Button, "Button")) return "Button";
  return TEXTS.some(([type, name]) => isNode(child, type, name)) ? "Text" : "";
}

const TEXTS = [
  [Title, "Title"],
  [Text, "Text"],
  [Caption, "Caption"],
] as const;

let animate: typeof Animate | undefined;

/** What cannot be loaded does not move. */
function loadMotion() {
  if (animate) return;
  import("./transitionMotion.js").then(
    (motion) => (animate = motion.animate),
    () => undefined,
  );
}
