import {
  isValidElement,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import type { NodeProps } from "../context.js";
import { blockStyle } from "../core/style.js";
import { useBeforePaint } from "../parts/beforePaint.js";
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
      className="wr-Transition"
      data-node="Transition"
      data-node-id={id ?? undefined}
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

const ENTER = 400;
const EXIT = 250;

/** Where the animation stands in the flow of its siblings, in px. */
interface Extent extends Record<string, string> {
  height: string;
  marginBlockStart: string;
  marginBlockEnd: string;
}

function useAnimation(
  ref: { current: HTMLDivElement | null },
  { current, leaving }: State,
  onLeft: () => void,
) {
  const number = current?.number;
  const shown = useRef(number);
  const running = useRef<Animation>(undefined);

  useBeforePaint(() => {
    if (shown.current === number) return;
    shown.current = number;
    const element = ref.current;
    if (element === null) return;
    const [entering, exiting] = itemsOf(element);
    // React 18 and 19 disagree about the attribute, so the property is set.
    if (entering) entering.inert = false;
    if (exiting) exiting.inert = true;
    if (!mayMove(element)) {
      onLeft();
      return;
    }

    const interrupted =
      "moving" in element.dataset ? extentOf(element) : undefined;
    running.current?.cancel();
    const from =
      interrupted ??
      (exiting && leaving
        ? restOf(element, pairOf(leaving.child), exiting)
        : goneOf(element));
    const to =
      entering && current
        ? restOf(element, pairOf(current.child), element)
        : goneOf(element);

    const enter = easing(element, "enter");
    const exit = easing(element, "exit");
    const options: KeyframeAnimationOptions = entering
      ? { duration: ENTER, easing: enter }
      : { duration: EXIT, easing: exit, fill: "forwards" };
    element.dataset["moving"] = "";
    const move = element.animate([from, to], options);
    running.current = move;
    if (entering) {
      fade(entering, 1, { duration: ENTER, easing: enter });
    }
    const left =
      exiting &&
      fade(exiting, 0, { duration: EXIT, easing: exit, fill: "forwards" });
    // Who cancels an animation cleans up after it.
    move.finished.then(
      () => delete element.dataset["moving"],
      () => undefined,
    );
    left?.finished.then(onLeft, () => undefined);
  });
}

function mayMove(element: HTMLElement): boolean {
  return (
    "animate" in element &&
    !matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}

function itemsOf(element: HTMLElement) {
  const items = Array.from(element.children) as HTMLElement[];
  return [
    items.find((item) => !("leaving" in item.dataset)),
    items.find((item) => "leaving" in item.dataset),
  ] as const;
}

function extentOf(element: HTMLElement): Extent {
  const { height, marginBlockStart, marginBlockEnd } =
    getComputedStyle(element);
  return { height, marginBlockStart, marginBlockEnd };
}

/** What it takes at rest with `held`, spaced from its siblings as a `pair`. */
function restOf(element: HTMLElement, pair: string, held: HTMLElement): Extent {
  return {
    height: getComputedStyle(held).height,
    marginBlockStart: asPair(element, pair, () => spaceBefore(element)),
    marginBlockEnd: "0px",
  };
}

/** What its siblings see when it is not there: no height, no gap, no space. */
function goneOf(element: HTMLElement): Extent {
  const { previousElementSibling: before, nextElementSibling: after } = element;
  let spare = 0;
  const parent = element.parentElement;
  if (parent && (before || after)) {
    const { flexDirection, rowGap } = getComputedStyle(parent);
    if (flexDirection.startsWith("column")) spare += parseFloat(rowGap) || 0;
  }
  if (after) {
    spare += parseFloat(spaceBefore(after)) || 0;
    // The next one then follows the one before, or is the first.
    const pair = before?.matches(TEXTS) ? "Text" : "";
    if (before) {
      spare -= parseFloat(asPair(element, pair, () => spaceBefore(after))) || 0;
    }
  }
  return {
    height: "0px",
    marginBlockStart: "0px",
    marginBlockEnd: `${-spare}px`,
  };
}

const TEXTS = ".wr-Title, .wr-Text, .wr-Caption, [data-pair='Text']";

function spaceBefore(element: Element): string {
  return getComputedStyle(element).marginBlockStart;
}

/** What `measure` finds while the Transition counts as `pair`. */
function asPair<T>(element: HTMLElement, pair: string, measure: () => T): T {
  const now = element.dataset["pair"] ?? "";
  element.dataset["pair"] = pair;
  const found = measure();
  element.dataset["pair"] = now;
  return found;
}

/** Starts where an earlier fade of it has come to. */
function fade(
  item: HTMLElement,
  to: 0 | 1,
  options: KeyframeAnimationOptions,
): Animation {
  const earlier = item.getAnimations();
  const from =
    earlier.length > 0 ? getComputedStyle(item).opacity : String(1 - to);
  for (const animation of earlier) animation.cancel();
  return item.animate({ opacity: [from, String(to)] }, options);
}

/** A curve of the theme; without the stylesheet, or with a wrong one, a plain one. */
function easing(element: HTMLElement, name: "enter" | "exit"): string {
  const curve = getComputedStyle(element).getPropertyValue(`--wr-ease-${name}`);
  return CSS.supports("transition-timing-function", curve) ? curve : "ease";
}
