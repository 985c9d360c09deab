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
  /** One node. A node with another `key`, `id` or type replaces it with an animation. */
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
  // Derived state: React renders this component again before its children.
  if (child !== state.current) setState(next(state, child));
  const { current, leaving } = state;
  const element = useRef<HTMLDivElement>(null);
  const key = keyOf(current);
  const shownKey = useRef(key);

  useEffect(loadMotion, []);

  useIsomorphicLayoutEffect(() => {
    if (shownKey.current === key) return;
    shownKey.current = key;
    const onLeft = () => {
      setState((now) =>
        now.leaving === leaving ? { ...now, leaving: null } : now,
      );
    };
    if (animate && element.current) {
      animate(element.current, pairOf(leaving), pairOf(current), onLeft);
    } else onLeft();
  });

  const rendered = current ?? leaving;
  const flex = jsonOf(rendered)["flex"] as BlockProps["flex"];
  return (
    rendered && (
      <div
        ref={element}
        {...nodeAttributes("Transition", id)}
        data-pair={pairOf(rendered) || undefined}
        // Its container sees it instead of the child, so it grows as the child would.
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
  // A child that comes back while it leaves is no longer leaving.
  const rest = key === keyOf(leaving) ? null : leaving;
  return { current: child, leaving: current ?? rest };
}

/** What a child is recognised by: its key, else its type. */
function keyOf(child: Child): string | undefined {
  if (!child) return undefined;
  const type = child.key ?? jsonOf(child)["type"] ?? child.type;
  if (typeof type === "string") return type;
  if (!types.has(type)) types.set(type, `type ${types.size}`);
  return types.get(type);
}

/** Component → the key of children written in JSX without one. */
const types = new Map<unknown, string>();

/** The kind of sibling that a child counts as in the rules for space between siblings. */
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

/** Loads the animation; children change without one if that fails. */
function loadMotion() {
  if (animate) return;
  import("./transitionMotion.js").then(
    (motion) => (animate = motion.animate),
    () => undefined,
  );
}
