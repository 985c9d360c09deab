import {
  isValidElement,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from "react";
import type { NodeProps } from "../context.js";
import { blockStyle } from "../core/style.js";
import { useBeforePaint } from "../beforePaint.js";
import { nodeAttributes } from "../parts/attributes.js";
import { jsonOf } from "../parts/children.js";
import { Button } from "./Button.js";
import { Caption } from "./Caption.js";
import { Text } from "./Text.js";
import { Title } from "./Title.js";

export interface TransitionProps extends NodeProps {
  /** One node: another `key`, `id` or type is another child. */
  children?: ReactNode;
}

/** A child, with a number that tells it from the one before. */
interface Held {
  number: number;
  child: ReactElement;
}

interface State {
  current: Held | null;
  leaving: Held | null;
}

/** Fades from one child to the next and grows or shrinks with it. */
export function Transition({ id, children }: TransitionProps) {
  const child = childOf(children);
  const [state, setState] = useState<State>(() => ({
    current: child && { number: 0, child },
    leaving: null,
  }));
  // Derived state: React draws this component again before its children.
  if (child !== (state.current?.child ?? null)) setState(next(state, child));
  const { current, leaving } = state;
  const element = useRef<HTMLDivElement>(null);
  useAnimation(element, state, () => {
    setState((now) =>
      now.leaving === leaving ? { ...now, leaving: null } : now,
    );
  });

  const held = current ?? leaving;
  if (held === null) return null;
  return (
    <div
      ref={element}
      {...nodeAttributes("Transition", id)}
      data-pair={pairOf(held.child)}
      // It stands in the place of the child, and grows as the child would.
      style={blockStyle({ flex: jsonOf(held.child)["flex"] as number })}
    >
      {leaving && (
        <div
          key={leaving.number}
          className="wr-Transition-item"
          data-leaving=""
          aria-hidden="true"
        >
          {leaving.child}
        </div>
      )}
      {current && (
        <div key={current.number} className="wr-Transition-item">
          {current.child}
        </div>
      )}
    </div>
  );
}

function childOf(children: ReactNode): ReactElement | null {
  const child = Array.isArray(children)
    ? (children as ReactNode[]).find(isValidElement)
    : children;
  return isValidElement(child) ? child : null;
}

function next({ current, leaving }: State, child: ReactElement | null): State {
  if (child === null) return { current: null, leaving: current ?? leaving };
  if (current && isSame(current.child, child)) {
    return { current: { ...current, child }, leaving };
  }
  // One that was on its way out comes back as it is.
  const number =
    leaving && isSame(leaving.child, child)
      ? leaving.number
      : Math.max(current?.number ?? 0, leaving?.number ?? 0) + 1;
  return {
    current: { number, child },
    leaving: current ?? (number === leaving?.number ? null : leaving),
  };
}

function isSame(a: ReactElement, b: ReactElement): boolean {
  return a.key === null && b.key === null
    ? typeOf(a) === typeOf(b)
    : a.key === b.key;
}

function typeOf(child: ReactElement): unknown {
  return jsonOf(child)["type"] ?? child.type;
}

const pairs = new Map<unknown, string>([
  [Title, "Text"],
  [Text, "Text"],
  [Caption, "Text"],
  [Button, "Button"],
  ["Title", "Text"],
  ["Caption", "Text"],
]);

/** What it counts as in the space between siblings. */
function pairOf(child: ReactElement): string {
  const type = typeOf(child);
  return pairs.get(type) ?? (typeof type === "string" ? type : "");
}

/** A change of child, as it is animated. */
export interface TransitionChange {
  element: HTMLElement;
  entering: HTMLElement | undefined;
  exiting: HTMLElement | undefined;
  /** What they count as in the space between siblings. */
  pairs: { entering: string; exiting: string };
  onLeft: () => void;
}

let animate: ((change: TransitionChange) => void) | undefined;

/** What cannot be loaded does not move. */
function loadMotion() {
  if (animate) return;
  import("../parts/transitionMotion.js").then(
    (motion) => (animate = motion.animate),
    () => undefined,
  );
}

/** Animates each change, once the code for it is loaded. */
function useAnimation(
  ref: RefObject<HTMLDivElement | null>,
  { current, leaving }: State,
  onLeft: () => void,
) {
  const number = current?.number;
  const shown = useRef(number);

  useEffect(loadMotion, []);

  useBeforePaint(() => {
    if (shown.current === number) return;
    shown.current = number;
    const element = ref.current;
    if (element === null) return;
    const [entering, exiting] = itemsOf(element);
    // React 18 and 19 disagree about the attribute, so the property is set.
    if (entering) entering.inert = false;
    if (exiting) exiting.inert = true;
    if (!animate) {
      onLeft();
      return;
    }
    animate({
      element,
      entering,
      exiting,
      pairs: {
        entering: current ? pairOf(current.child) : "",
        exiting: leaving ? pairOf(leaving.child) : "",
      },
      onLeft,
    });
  });
}

function itemsOf(element: HTMLElement) {
  const items = Array.from(element.children) as HTMLElement[];
  return [
    items.find((item) => !("leaving" in item.dataset)),
    items.find((item) => "leaving" in item.dataset),
  ] as const;
}
