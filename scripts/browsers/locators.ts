// Runs in the page of the tests: where an element is, and when it can be
// reached, is found out here; the pointer itself is the browser's.
import {
  ensureAwaited,
  getByAltTextSelector,
  getByLabelSelector,
  getByPlaceholderSelector,
  getByRoleSelector,
  getByTestIdSelector,
  getByTextSelector,
  getByTitleSelector,
  getIframeScale,
  Locator,
  selectorEngine,
  triggerCommandWithTrace,
} from "@vitest/browser/locators";
import { page, server } from "vitest/browser";

/** A busy machine is slow, not wrong. */
const PATIENCE = 30_000;

interface PointerOptions {
  /** Within the element; its middle without it. */
  position?: { x: number; y: number } | undefined;
  /** Whatever lies over it, and though it is disabled. */
  force?: boolean | undefined;
}

/** Other options of Vitest's would be ignored, and a test be green for it. */
const known = new Set(["position", "force", "timeout"]);

class DriverLocator extends Locator {
  constructor(
    public selector: string,
    /** Of a locator that was made from an element. */
    private readonly fixed?: Element,
  ) {
    super();
    if (fixed) this._container = fixed;
  }

  override async findElement(options?: object) {
    return (this.fixed as HTMLElement) ?? super.findElement(options);
  }

  override click(options?: PointerOptions) {
    return this.point(options, true);
  }

  override hover(options?: PointerOptions) {
    return this.point(options, false);
  }

  override dblClick(options?: PointerOptions) {
    return ensureAwaited(async () => {
      await this.point(options, true);
      await send("click");
    });
  }

  override dropTo(
    target: Locator,
    {
      sourcePosition,
      targetPosition,
    }: {
      sourcePosition?: PointerOptions["position"];
      targetPosition?: PointerOptions["position"];
    } = {},
  ) {
    return ensureAwaited(async () => {
      await this.point({ position: sourcePosition }, false);
      await send("press", true);
      await (target as DriverLocator).point(
        { position: targetPosition },
        false,
      );
      await send("press", false);
    });
  }

  override selectOptions(value: unknown) {
    return ensureAwaited(async () => {
      const field = (await this.findElement()) as unknown as HTMLSelectElement;
      await until(field, () => !field.matches(":disabled"));
      field.focus();
      // As Playwright does: the list of a browser is out of a script's reach.
      field.value = String(value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  override unhover() {
    return ensureAwaited(() => send("move", 0, 0));
  }

  override fill(text: string) {
    return ensureAwaited(async () => {
      const field = (await this.findElement()) as HTMLInputElement;
      await until(field, () => !field.matches(":disabled, [readonly]"));
      window.focus();
      field.focus();
      field.select();
      // Nothing else edits as typing does, with the browser's own events.
      // oxlint-disable-next-line typescript/no-deprecated
      if (text === "") document.execCommand("delete");
      // oxlint-disable-next-line typescript/no-deprecated
      else document.execCommand("insertText", false, text);
    });
  }

  override clear() {
    return this.fill("");
  }

  protected locator(selector: string) {
    return new DriverLocator(`${this.selector} >> ${selector}`);
  }

  protected elementLocator(element: Element) {
    return elementLocator(element);
  }

  private point(options: PointerOptions = {}, click: boolean) {
    return ensureAwaited(async () => {
      const other = Object.keys(options).find((name) => !known.has(name));
      if (other) throw new Error(`The driver has no option "${other}".`);
      let target = await this.aim(options);
      // The page goes on while the pointer moves.
      for (let last; last?.x !== target.x || last.y !== target.y;) {
        last = target;
        await send("move", last.x, last.y);
        target = await this.aim(options);
      }
      if (click) await send("click");
    });
  }

  /** A point in the window, as soon as a pointer there reaches the element. */
  private async aim({ position, force }: PointerOptions) {
    let last = "";
    const end = performance.now() + PATIENCE;
    for (;;) {
      const element = await this.findElement();
      const before = boxOf(element);
      if (!position && !isInView(before)) {
        element.scrollIntoView({
          block: "center",
          inline: "center",
          behavior: "instant",
        });
      }
      await frame();
      const box = boxOf(element);
      const point = position
        ? { x: box.left + position.x, y: box.top + position.y }
        : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const still = box.left === before.left && box.top === before.top;
      if (!still) last = "moves";
      else if (!force && element.matches(":disabled")) last = "is disabled";
      else if (!force && !position && !reaches(element, point)) {
        last = "is covered or has no size";
      } else return toWindow(point);
      if (performance.now() > end) throw new Error(`${this.selector} ${last}`);
    }
  }
}

function elementLocator(element: Element) {
  return new DriverLocator(
    selectorEngine.generateSelectorSimple(element),
    element,
  );
}

page.extend({
  getByLabelText: (text, options) =>
    new DriverLocator(getByLabelSelector(text, options)),
  getByRole: (role, options) =>
    new DriverLocator(getByRoleSelector(role, options)),
  getByTestId: (id) =>
    new DriverLocator(
      getByTestIdSelector(server.config.browser.locators.testIdAttribute, id),
    ),
  getByAltText: (text, options) =>
    new DriverLocator(getByAltTextSelector(text, options)),
  getByPlaceholder: (text, options) =>
    new DriverLocator(getByPlaceholderSelector(text, options)),
  getByText: (text, options) =>
    new DriverLocator(getByTextSelector(text, options)),
  getByTitle: (title, options) =>
    new DriverLocator(getByTitleSelector(title, options)),
  elementLocator,
});

function send(name: string, ...args: unknown[]) {
  return triggerCommandWithTrace<void>({ name, arguments: args });
}

/** The first of its boxes: a link may be broken into lines. */
function boxOf(element: Element) {
  const boxes = [...element.getClientRects()];
  return (
    boxes.find(({ width, height }) => width > 0 && height > 0) ??
    element.getBoundingClientRect()
  );
}

function isInView({ left, top, right, bottom }: DOMRect) {
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

function reaches(element: Element, { x, y }: { x: number; y: number }) {
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  return (
    hit !== null &&
    (element.contains(hit) ||
      // What lies in a label acts for its control.
      hit.closest("label")?.control === element ||
      hit.shadowRoot?.contains(element) === true)
  );
}

/** The frame of the tests stands somewhere in the window. */
function toWindow({ x, y }: { x: number; y: number }) {
  const { left, top } = frameElement!.getBoundingClientRect();
  const scale = getIframeScale();
  return {
    x: Math.round(left + x * scale),
    y: Math.round(top + y * scale),
  };
}

async function until(element: Element, condition: () => boolean) {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > end)
      throw new Error(`Not ready: ${element.tagName}`);
    await frame();
  }
}

function frame() {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
