import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import { observeSize } from "../../ui/observeSize.js";

/**
 * A list of more options renders those in view alone. As measured, each option of an
 * unsearched list costs 0.15 ms to open: 50 are half a frame, 500 are five.
 */
const ALL = 50;

/** Px that are rendered above and below what is in view. */
const AROUND = 200;

/** Px: the height that a list opens with, and that of an option of one line. */
const HEIGHT = 400;
const LINE = 32;

/** Px between an option and the edge of the list: its padding. */
const EDGE = 6;

/** An option that is rendered. */
export interface OptionRow {
  index: number;
  /** Where it is among all that could be rendered, unless all are. */
  position?: { "aria-posinset": number; "aria-setsize": number };
  /** Px that the options before it would take, which are not rendered. */
  gap?: number;
}

/** Positions in `shown`: the first that is rendered, and the first that is not. */
type Range = readonly [from: number, to: number];

/**
 * Which options of a list are rendered, and how far it is scrolled. Those that are lie
 * in the normal flow, so their texts wrap and grow as they like; of the others it knows
 * the height from when they were rendered, or takes it for that of an average one.
 */
export function useOptionWindow(
  /** The element that scrolls. */
  list: RefObject<HTMLElement | null>,
  /** The options, by index. */
  shown: readonly number[],
  /** Always rendered: it may have the focus, or an input refers to it. */
  active: number,
) {
  const all = shown.length <= ALL;
  // Changed in effects alone; `version` says that it was.
  const [heights] = useState(() => new Map<number, number>());
  const [{ line, version }, setMeasured] = useState({ line: LINE, version: 0 });
  const heightOf = (index: number) => heights.get(index) ?? line;
  /** Where each option begins, in px from the first, and where the last one ends. */
  const tops = useMemo(() => {
    let top = 0;
    return [0, ...shown.map((index) => (top += heightOf(index)))];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `heights` changes with `version`
  }, [shown, line, version]);

  const at = shown.indexOf(active);
  // Always rendered, too: Radix focuses it each time that it is mounted.
  const [first] = useState(active);
  const firstBelow = (px: number) => {
    const found = tops.findIndex((top) => top > px);
    return found < 0 ? shown.length : found;
  };
  const rangeAt = (top: number, height: number): Range => [
    Math.max(firstBelow(top - AROUND) - 1, 0),
    firstBelow(top + height + AROUND),
  ];
  const [range, setRange] = useState(() =>
    rangeAt(Math.max((tops[at] ?? 0) - HEIGHT / 2, 0), HEIGHT),
  );
  /** Renders what has come into view. Gives whether that was not yet rendered. */
  const follow = ({ scrollTop, clientHeight }: HTMLElement): boolean => {
    if (all) return false;
    // Without a layout, as in jsdom, all is in view.
    const next = rangeAt(scrollTop, clientHeight || Infinity);
    if (next[0] === range[0] && next[1] === range[1]) return false;
    setRange(next);
    return true;
  };

  const rows = rowsOf();
  function rowsOf(): OptionRow[] {
    if (all) return shown.map((index) => ({ index }));
    const inRange = shown.slice(range[0], range[1]).map((_, i) => range[0] + i);
    const kept = [at, shown.indexOf(first)].filter((i) => i >= 0);
    const positions = Array.from(new Set([...inRange, ...kept])).sort(
      (a, b) => a - b,
    );
    let end = 0;
    return positions.map((i) => {
      const gap = tops[i]! - end;
      end = tops[i + 1]!;
      const position = { "aria-posinset": i + 1, "aria-setsize": shown.length };
      return { index: shown[i]!, position, gap };
    });
  }
  const last = rows.at(-1)?.position?.["aria-posinset"];

  /** How to scroll to the active option, until it is known where that is. */
  const revealing = useRef<"center" | "nearest">(undefined);
  const opened = useRef(true);
  /** Of the list, when it was last rendered: width and height. */
  const size = useRef<[number, number]>(undefined);
  const [, renderAgain] = useState<object>();
  useLayoutEffect(() => {
    revealing.current = opened.current ? "center" : "nearest";
    opened.current = false;
  }, [active, shown]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { clientWidth, clientHeight } = element;
    const before = size.current;
    size.current = [clientWidth, clientHeight];
    if (before && before[0] !== clientWidth) heights.clear();
    if (before && before.join() !== size.current.join()) {
      revealing.current = "center";
    }
    const shift = all ? undefined : measure(element);
    if (revealing.current) reveal(element, revealing.current);
    // What is in view stays where it is.
    else if (shift) element.scrollTop += shift;
    const moved = follow(element);
    if (shift === undefined && !moved) revealing.current = undefined;
  });

  // What the texts need and what is in view depend on the room for the popover, which
  // is measured after it has been rendered.
  useLayoutEffect(
    () =>
      observeSize([list.current], () => {
        const { clientWidth, clientHeight } = list.current!;
        const [width, height] = size.current!;
        if (width === clientWidth && height === clientHeight) return;
        flushSync(() => renderAgain({}));
      }),
    [list],
  );

  /**
   * Measures what is rendered. Gives by how much what is above the view has grown,
   * or nothing if all was as it was taken to be.
   */
  function measure(element: HTMLElement): number | undefined {
    const options = element.querySelectorAll('[role="option"]');
    const { scrollTop } = element;
    let shift: number | undefined;
    let sum = 0;
    const unmeasured = heights.size === 0;
    for (const [i, { index, position }] of rows.entries()) {
      // A style, unlike a rectangle, is not changed by a transform of the popover.
      const height = parseFloat(getComputedStyle(options[i]!).height);
      if (!height) return undefined;
      sum += height;
      if (heights.get(index) === height) continue;
      const above = tops[position!["aria-posinset"] - 1]! < scrollTop;
      shift = (shift ?? 0) + (above ? height - heightOf(index) : 0);
      heights.set(index, height);
    }
    if (shift !== undefined) {
      setMeasured(({ line, version }) => ({
        // Later ones would move all that is not yet measured.
        line: unmeasured ? sum / rows.length : line,
        version: version + 1,
      }));
    }
    return shift;
  }

  return {
    rows,
    /** Px that the options after the last row would take. */
    rest: last === undefined ? 0 : tops[shown.length]! - tops[last]!,
    onScroll() {
      // Before the frame that shows how far it was scrolled.
      if (list.current) flushSync(() => follow(list.current!));
    },
  };
}

/** The active option of a list, if it has one. */
export function activeOption(list: HTMLElement | null) {
  return list?.querySelector<HTMLElement>("[data-highlighted]");
}

/** Scrolls the list, and nothing around it, to the active option. */
function reveal(list: HTMLElement, where: "center" | "nearest") {
  const option = activeOption(list);
  if (!option) return;
  const { offsetTop: top, offsetHeight: height } = option;
  const bottom = top + height;
  const room = list.clientHeight;
  if (where === "center") list.scrollTop = (top + bottom - room) / 2;
  else if (top - EDGE < list.scrollTop) list.scrollTop = top - EDGE;
  else if (bottom + EDGE > list.scrollTop + room) {
    list.scrollTop = bottom + EDGE - room;
  }
}
