/** Durations in ms. */
const ENTER = 400;
const EXIT = 250;

/** The space that the element takes in the flow of its siblings, in px. */
interface Extent extends Record<string, string> {
  height: string;
  marginBlockStart: string;
  marginBlockEnd: string;
}

const running = new WeakMap<HTMLElement, Animation>();

/**
 * Fades from one child of a Transition to the next, and grows or shrinks with it.
 * `before` and `after` are the `data-pair` of the two children: the kind of sibling
 * that each counts as in the rules for space between siblings.
 */
export function animate(
  element: HTMLElement,
  before: string,
  after: string,
  onLeft: () => void,
) {
  if (!mayMove(element)) {
    onLeft();
    return;
  }
  const interrupted =
    "moving" in element.dataset ? extentOf(element) : undefined;
  const items = Array.from(element.children) as HTMLElement[];
  const entering = items.find((item) => !("leaving" in item.dataset));
  const exiting = items.find((item) => "leaving" in item.dataset);
  running.get(element)?.cancel();
  const from =
    interrupted ??
    (exiting ? restOf(element, before, exiting) : goneOf(element));
  const to = entering ? restOf(element, after, element) : goneOf(element);

  const enter = easing(element, "enter");
  const exit = easing(element, "exit");
  const options: KeyframeAnimationOptions = entering
    ? { duration: ENTER, easing: enter }
    : { duration: EXIT, easing: exit, fill: "forwards" };
  element.dataset["moving"] = "";
  const move = element.animate([from, to], options);
  running.set(element, move);
  if (entering) fade(entering, 1, { duration: ENTER, easing: enter });
  const left =
    exiting &&
    fade(exiting, 0, { duration: EXIT, easing: exit, fill: "forwards" });
  // Where another animation cancels this one, that one ends the move.
  move.finished.then(
    () => delete element.dataset["moving"],
    () => undefined,
  );
  left?.finished.then(onLeft, () => undefined);
}

function mayMove(element: HTMLElement): boolean {
  return (
    "animate" in element &&
    !matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}

function extentOf(element: HTMLElement): Extent {
  const { height, marginBlockStart, marginBlockEnd } =
    getComputedStyle(element);
  return { height, marginBlockStart, marginBlockEnd };
}

/** The extent of the element without an animation, with the height of `item`. */
function restOf(element: HTMLElement, pair: string, item: HTMLElement): Extent {
  return {
    height: getComputedStyle(item).height,
    marginBlockStart: asPair(element, pair, () => spaceBefore(element)),
    marginBlockEnd: "0px",
  };
}

/** The extent with which its siblings are as if it were removed: no height, gap or space. */
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
    // The next sibling then follows the previous one, or is the first.
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

/** The result of `measure` while the Transition has this `data-pair`. */
function asPair<T>(element: HTMLElement, pair: string, measure: () => T): T {
  const now = element.dataset["pair"] ?? "";
  element.dataset["pair"] = pair;
  const found = measure();
  element.dataset["pair"] = now;
  return found;
}

/** Fades an item, from the opacity that an earlier fade has reached. */
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

/** A curve of the theme; `"ease"` where the theme has no valid one. */
function easing(element: HTMLElement, name: "enter" | "exit"): string {
  const curve = getComputedStyle(element).getPropertyValue(`--wr-ease-${name}`);
  return CSS.supports("transition-timing-function", curve) ? curve : "ease";
}
