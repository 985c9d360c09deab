/**
 * What a user could not read: texts that are cut off, that lie on each other, or that
 * make the page scroll sideways.
 */

interface Line {
  text: string;
  element: Element;
  box: DOMRect;
}

/** Parts of pixels come from rounding; the ink of a line is less high than its box. */
const SLACK = 1;

const EXEMPT = ".wr-hidden, .wr-hidden *, [aria-hidden='true'] title, option";

/** Each line of each text under the root, where it is on the page. */
function linesOf(root: Element): Line[] {
  const lines: Line[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement!;
    const text = node.nodeValue!.trim();
    if (text === "" || element.matches(EXEMPT)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 0) lines.push({ text, element, box });
    }
  }
  return lines;
}

const clips = (value: string) => value === "hidden" || value === "clip";

/** Whether the author asked for fewer words than there are: `truncate` and `maxLines`. */
const isTruncated = ({ textOverflow, webkitLineClamp }: CSSStyleDeclaration) =>
  textOverflow === "ellipsis" || /\d/.test(webkitLineClamp);

/** What cuts the text off, of the elements around it up to the root. */
function clipperOf({ element, box }: Line, root: Element): Element | undefined {
  for (
    let at: Element | null = element;
    at && root.contains(at);
    at = at.parentElement
  ) {
    const style = getComputedStyle(at);
    if (style.display === "inline" || style.display === "contents") continue;
    if (isTruncated(style)) return undefined;
    const { overflowX, overflowY } = style;
    const edge = at.getBoundingClientRect();
    // What scrolls shows the rest.
    if (overflowX === "auto" || overflowX === "scroll") return undefined;
    if (
      clips(overflowX) &&
      (box.left < edge.left - SLACK || box.right > edge.right + SLACK)
    ) {
      return at;
    }
    // A line may be higher than the box around it; half of it is more than its leading.
    const half = box.height / 4;
    if (
      clips(overflowY) &&
      (box.top < edge.top - half || box.bottom > edge.bottom + half)
    ) {
      return at;
    }
  }
  return undefined;
}

/** Whether the widget's author fixed the size of an element in px. */
const isFixed = ({ style }: HTMLElement) =>
  /\dpx/.test(style.width + style.height + style.inlineSize + style.blockSize);

/** The part of a line that shows: what scrolls or cuts hides the rest. */
function visibleBox({ element, box }: Line, root: Element): DOMRect {
  let { left, top, right, bottom } = box;
  for (
    let at: Element | null = element;
    at && root.contains(at);
    at = at.parentElement
  ) {
    const { overflowX, display } = getComputedStyle(at);
    if (overflowX === "visible" || display === "inline") continue;
    const edge = at.getBoundingClientRect();
    left = Math.max(left, edge.left);
    top = Math.max(top, edge.top);
    right = Math.min(right, edge.right);
    bottom = Math.min(bottom, edge.bottom);
  }
  return new DOMRect(
    left,
    top,
    Math.max(right - left, 0),
    Math.max(bottom - top, 0),
  );
}

function overlapOf(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK;
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  // Lines that are closer than their boxes are high only share their leading.
  return across && down > Math.min(a.height, b.height) / 3;
}

/** Every fault of the texts under the root, in words. */
export function textFaults(root: HTMLElement): string[] {
  const faults = new Set<string>();
  if (root.scrollWidth > root.clientWidth + SLACK) {
    faults.add(`overflows by ${root.scrollWidth - root.clientWidth} px`);
  }
  const lines = linesOf(root);
  const boxes = lines.map((line) => visibleBox(line, root));
  const edge = root.getBoundingClientRect();
  for (const [index, line] of lines.entries()) {
    const box = boxes[index]!;
    const clipper = clipperOf(line, root);
    if (clipper) {
      const fixed = isFixed(clipper as HTMLElement) ? " by a fixed size" : "";
      faults.add(`is cut off${fixed}: ${line.text}`);
    }
    if (box.right > edge.right + SLACK || box.left < edge.left - SLACK) {
      faults.add(`is outside: ${line.text}`);
    }
    for (let other = index + 1; other < lines.length; other++) {
      // A text that was cut short has two boxes for one line: its words and its dots.
      if (lines[other]!.element === line.element) continue;
      if (overlapOf(box, boxes[other]!)) {
        faults.add(`overlap: ${line.text} / ${lines[other]!.text}`);
      }
    }
  }
  return [...faults];
}
