import { act, Component, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import * as fc from "fast-check";
import { vi } from "vitest";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { messageOf } from "../../src/core/json.js";
import { wordsOf, type Vocabulary } from "./fuzzVocabulary.js";
import { seed } from "./seed.js";

const env = process.env;
const minutes = Number(env["FUZZ_MINUTES"] ?? 0);
const runs = Number(env["FUZZ_RUNS"] ?? 2_000);
console.log(`fuzz: FUZZ_SEED=${seed} repeats this run`);

/** Tries a property 2,000 times, or for as many minutes as are asked for. */
export async function tryMany<T>(
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void | Promise<void>,
) {
  const forMinutes = {
    numRuns: 1e9,
    // There are four properties.
    interruptAfterTimeLimit: (minutes * 60_000) / 4,
    markInterruptAsFailure: false,
  };
  let running: Promise<void> = Promise.resolve();
  const run = (value: T) => (running = (async () => property(value))());
  await fc.assert(fc.asyncProperty(arbitrary, run), {
    seed,
    ...(minutes > 0 ? forMinutes : { numRuns: runs }),
  });
  // What is running when the time is over goes on, and would overlap the next property.
  await running;
}

/** The boundary of a host: no widget may reach it. */
class Host extends Component<{ children: ReactNode }> {
  override state = {};
  static getDerivedStateFromError = () => ({});
  override componentDidCatch(cause: unknown) {
    uncaught.push(cause);
  }
  override render() {
    return this.props.children;
  }
}

/** What has reached the page. */
const uncaught: unknown[] = [];
window.addEventListener("error", ({ error }) => uncaught.push(error));
process.on("unhandledRejection", (cause) => uncaught.push(cause));

/** Every URL of a widget is this afterwards, so any other has passed the host by. */
const ALLOWED = "/allowed";

/** The URLs that a host may be asked about: none that could run something. */
const HARMLESS =
  /^(?:https?:|mailto:|tel:|sms:|blob:|data:image\/|(?![a-z][a-z\d+.-]*:))/i;

/** A page with one widget, as a host has it. */
export function createPage() {
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container, {
    onUncaughtError: (cause) => uncaught.push(cause),
  });
  const errors: WidgetError[] = [];
  let waiting: { promise: Promise<void>; end: (fails: boolean) => void }[] = [];
  let calls = 0;
  const sendAction: ActionHandler = () => {
    if (++calls % 3 === 0) throw new Error("thrown by the host");
    let end: (fails: boolean) => void = () => undefined;
    const promise = new Promise<void>((resolve, reject) => {
      end = (fails) => (fails ? reject(new Error("refused")) : resolve());
    });
    waiting.push({ promise, end });
    return promise;
  };
  const show = (widget: unknown) =>
    act(() =>
      root.render(
        <Host>
          <WidgetRenderer
            widget={widget as WidgetNode}
            locale="en"
            onError={(error) => errors.push(error)}
            sendAction={sendAction}
            onAction={sendAction}
            transformUrl={(url) => {
              if (!HARMLESS.test(url)) uncaught.push(`unsafe URL: ${url}`);
              return ALLOWED;
            }}
          />
        </Host>,
      ),
    );
  return {
    container,
    errors,
    show,
    press(at: number) {
      const buttons =
        container.querySelectorAll<HTMLElement>("button.wr-Button");
      if (buttons.length > 0) act(() => buttons[at % buttons.length]!.click());
    },
    async settle(fails = false) {
      const settled = waiting;
      waiting = [];
      await act(async () => {
        for (const { end } of settled) end(fails);
        await Promise.allSettled(settled.map(({ promise }) => promise));
      });
    },
    close() {
      act(() => root.unmount());
      container.remove();
    },
    /** Resolves when what loads late is there. */
    load: () => act(() => vi.dynamicImportSettled()),
    /** Throws if something is on the page that no widget may bring there. */
    check(vocabulary: Vocabulary) {
      const wrong = [
        ...uncaught.splice(0).map((cause) => `uncaught: ${messageOf(cause)}`),
        ...("polluted" in {} ? ["all objects have a property more"] : []),
        // All of it: a widget must not reach beyond its element.
        ...strangersIn(document.body, vocabulary),
        ...Array.from(
          document.head.children,
          (child) => `head: ${child.outerHTML}`,
        ),
      ];
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    },
  };
}

/** Attributes that load something, or lead somewhere. */
const URLS =
  /^(?:src|srcset|href|xlink:href|action|formaction|poster|data|ping)$/;

/** What no widget may bring to a page. */
function strangersIn(page: ParentNode, { names, classes }: Vocabulary) {
  const strangers = new Set<string>();
  for (const [name, element] of wordsOf(page)) {
    if (!names.has(name)) strangers.add(`<${name}>`);
    for (const one of element.classList) {
      if (!classes.has(one)) strangers.add(`<${name} class="${one}">`);
    }
    const [, attribute = ""] = name.split(" ");
    const value = element.getAttribute(attribute) ?? "";
    const isForeign = URLS.test(attribute) && value !== ALLOWED;
    const isUnsafe =
      attribute === "style" &&
      /url\(|javascript:|expression|@import/i.test(value);
    if (isForeign || isUnsafe) {
      strangers.add(`<${name}="${value.slice(0, 80)}">`);
    }
  }
  return [...strangers];
}

function sortedStyle(style: string): string {
  const declarations = style.split(";").map((one) => one.trim());
  return declarations.filter(Boolean).toSorted().join("; ");
}

/** The HTML of a page, without what is different in two that are equal. */
export function htmlOf(container: Element): string {
  const ids = new Map<string, number>();
  const copy = container.cloneNode(true) as Element;
  // It measures the width, and is not React's.
  copy.querySelector(".wr-root > span:not([class])")?.remove();
  // They took the focus of what has gone.
  for (const focused of copy.querySelectorAll("[tabindex='-1']")) {
    focused.removeAttribute("tabindex");
  }
  // What leaves is there until an event of the browser.
  for (const leaving of copy.querySelectorAll("[data-leaving]")) {
    leaving.remove();
  }
  for (const moving of copy.querySelectorAll(".wr-Transition")) {
    moving.removeAttribute("data-moving");
    moving.removeAttribute("data-pair");
  }
  // An update sets attributes in another order, and leaves an empty style.
  for (const element of copy.querySelectorAll("*")) {
    const attributes = Array.from(element.attributes).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) {
      // Those of a style have another order as well.
      const sorted = name === "style" ? sortedStyle(value) : value;
      if (name !== "style" || sorted !== "") element.setAttribute(name, sorted);
    }
  }
  return copy.innerHTML.replaceAll(/_r_\w+?_/g, (id) => {
    if (!ids.has(id)) ids.set(id, ids.size);
    return `#${ids.get(id)}`;
  });
}
