import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { widgetFiles } from "../../stories/widgets/files.js";
import "../../src/styles/index.css";

/** What the translation of a text begins and ends with. */
const [OPEN, CLOSE] = ["‹", "›"];

/**
 * Does what a browser does that translates the page: each text node leaves the
 * page, and its translation comes in two `<font>` elements in its place.
 */
function translate(scope: Node = document.body) {
  const texts = document.createTreeWalker(
    scope,
    NodeFilter.SHOW_TEXT,
    (text) =>
      text.textContent!.trim() === "" ||
      text.parentElement!.closest("font, style, script, textarea")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const found: Node[] = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const [outer, inner] = ["font", "font"].map((tag) =>
      document.createElement(tag),
    );
    inner!.textContent = `${OPEN}${text.textContent}${CLOSE}`;
    outer!.append(inner!);
    text.parentNode!.replaceChild(outer!, text);
  }
}

/** What is written on the page, whether it was translated or not. */
const textOf = (element: Node) =>
  element.textContent!.replaceAll(/[‹›]/g, "").trim();

/** Texts that share their element, and so are text nodes to React. */
function textsBesideOthers(element: Node) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { textContent, parentNode } = texts.currentNode;
    if (parentNode!.childNodes.length > 1) found.push(textContent!);
  }
  return found;
}

/** Goes on translating whatever is written, as long as the test runs. */
function keepTranslating() {
  const observer = new MutationObserver(() => translate());
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  translate();
  return () => observer.disconnect();
}

/** Whatever went wrong while a test ran. */
let faults: unknown[] = [];
const onFault = (event: ErrorEvent) => faults.push(event.error);
const onError = (error: WidgetError) => {
  if (error.code === "render") faults.push(error);
};

beforeEach(() => {
  faults = [];
  // React reports elements where HTML allows none.
  vi.spyOn(console, "error").mockImplementation((...error: unknown[]) => {
    faults.push(error);
  });
  window.addEventListener("error", onFault);
});

afterEach(() => {
  vi.restoreAllMocks();
  window.removeEventListener("error", onFault);
  expect(faults).toEqual([]);
});

/** A widget and what updates it. */
async function renderWidget(
  widget: WidgetNode,
  props: Partial<WidgetRendererProps> = {},
) {
  const element = (json: WidgetNode, more = props): ReactNode => (
    <div style={{ width: 480 }}>
      <WidgetRenderer
        locale="en-US"
        onError={onError}
        {...more}
        widget={json}
      />
    </div>
  );
  const screen = await render(element(widget));
  await settled();
  return {
    element: screen.container,
    update: async (json: WidgetNode, more = props) => {
      await screen.rerender(element(json, more));
      await settled();
    },
  };
}

/** Waits for the code of what loads lazily. */
async function settled() {
  await vi.waitFor(() => {
    expect(document.querySelector(".wr-Markdown-source")).toBeNull();
    for (const chart of document.querySelectorAll(".wr-Chart")) {
      expect(chart.querySelector("caption + thead")).not.toBeNull();
    }
  });
}

/** A copy of a widget in which each node is what `change` makes of it. */
function mapNodes(
  json: unknown,
  change: (node: Record<string, unknown>) => Record<string, unknown>,
): unknown {
  if (Array.isArray(json)) return json.map((item) => mapNodes(item, change));
  if (typeof json !== "object" || json === null) return json;
  const copy = Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      /action/i.test(name) ? value : mapNodes(value, change),
    ]),
  );
  return change(copy);
}

const TEXTS = ["label", "text", "title", "description", "month", "day"];

/** Every text is another one. */
const otherTexts = (node: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      typeof value === "string" &&
      (TEXTS.includes(name) || (name === "value" && "type" in node))
        ? value.toUpperCase()
        : value,
    ]),
  );

/** Changes the children of every node. */
const otherChildren =
  (change: (children: unknown[]) => unknown[]) =>
  (node: Record<string, unknown>) =>
    Array.isArray(node["children"])
      ? { ...node, children: change(node["children"]) }
      : node;

const changes = {
  "every text changes": otherTexts,
  "every second node goes": otherChildren((children) =>
    children.filter((_, index) => index % 2 === 0),
  ),
  "nodes come in front": otherChildren(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...(first as object), id: null, key: "new" }, first, ...rest],
  ),
  "the order is the other way round": otherChildren((children) =>
    children.toReversed(),
  ),
};

test.for(Object.entries(widgetFiles))(
  "%s shows what its updates say on a translated page",
  async ([, { text, data }]) => {
    const widget = renderWidgetTemplate(
      parseWidgetFile(text),
      JSON.parse(data) as object,
    ) as WidgetNode;
    const wanted: Record<string, string> = {};
    const versions = Object.entries(changes).map(
      ([name, change]) =>
        [name, mapNodes(widget, change) as WidgetNode] as const,
    );
    for (const [name, json] of versions) {
      wanted[name] = textOf((await renderWidget(json)).element);
      await cleanup();
    }
    const { element, update } = await renderWidget(widget);
    const before = textOf(element);
    expect(textsBesideOthers(element)).toEqual([]);
    const shown: typeof wanted = {};
    for (const [name, json] of versions) {
      translate();
      await update(json);
      shown[name] = textOf(element);
      // What has come is translated as well, and goes again.
      translate();
      await update(widget);
      expect(textOf(element)).toBe(before);
    }
    expect(shown).toEqual(wanted);
  },
);

const markdown = (value: string, streaming = false): WidgetNode => ({
  type: "Markdown",
  value,
  streaming,
});

/** Most of what Markdown knows, with texts beside elements in all of it. */
const LONG_MARKDOWN = `# A *first* heading

Some **strong** and *stressed* words, ~~struck~~ ones, \`code\` and a
[link](https://example.com/a) beside [no link](javascript:alert(1)).
**Two**
*lines*, a break\\
and more.

- one
- two **three** four
  - nested *item*
- [x] done \`x\` and [ ] not

1. loose

   item with [a link](/b) in it

> quoted **words** and
> more

| A *b* | C |
| - | -: |
| d **e** f | ![no picture](javascript:a) g |

<b>HTML</b> as text, <i>inline</i>

<div>and as a block</div>

\`\`\`js
const i = "j";
\`\`\`

A note[^1] and another[^2].

[^1]: the *first* one
[^2]: the second`;

test("Markdown that grows is whole at each moment of a translated page", async () => {
  // In steps that end in the middle of words and of marks.
  const steps = Array.from(
    { length: Math.ceil(LONG_MARKDOWN.length / 9) },
    (_, i) => LONG_MARKDOWN.slice(0, (i + 1) * 9),
  );
  const wanted: string[] = [];
  const plain = await renderWidget(markdown("…", true));
  for (const step of steps) {
    await plain.update(markdown(step, true));
    wanted.push(textOf(plain.element));
  }
  await cleanup();
  const { element, update } = await renderWidget(markdown("…", true));
  const shown: string[] = [];
  for (const step of steps) {
    translate();
    await update(markdown(step, true));
    shown.push(textOf(element));
  }
  expect(shown).toEqual(wanted);
  await update(markdown(LONG_MARKDOWN));
  expect(textOf(element)).toContain("another2.");
  await cleanup();
  const whole = await renderWidget(markdown(LONG_MARKDOWN));
  expect(textsBesideOthers(whole.element)).toEqual([]);
});

test("Markdown that changes everywhere shows its new words alone", async () => {
  const { element, update } = await renderWidget(markdown(LONG_MARKDOWN));
  const others = LONG_MARKDOWN.replaceAll(/(?<![\w:/.])[a-z]{3,}\b/g, (word) =>
    word.toUpperCase(),
  );
  translate();
  await update(markdown(others));
  const shown = textOf(element);
  expect(shown).toContain("STRONG AND STRESSED WORDS, STRUCK ONES");
  translate();
  await update(markdown("all **of it** is gone"));
  expect(textOf(element)).toBe("all of it is gone");
  translate();
  await update(markdown("plain"));
  expect(textOf(element)).toBe("plain");
  await cleanup();
  expect(shown).toBe(textOf((await renderWidget(markdown(others))).element));
});

test("a status, a title and a button say what is new, also while an action runs", async () => {
  let end = () => undefined as void;
  const sendAction = () => new Promise<void>((resolve) => (end = resolve));
  const card = (text: string, label: string): WidgetNode => ({
    type: "Card",
    status: { text, icon: "info" },
    children: [
      { type: "Button", key: "b", label, onClickAction: { type: "go" } },
    ],
  });
  const { element, update } = await renderWidget(card("Two seats", "Book"), {
    sendAction,
  });
  translate();
  await userEvent.click(page.getByRole("button"));
  await expect.poll(() => element.querySelector(".wr-Spinner")).not.toBeNull();
  translate();
  await update(card("One seat", "Booking"), { sendAction });
  expect(textOf(element)).toBe("One seatBookingLoading");
  translate();
  end();
  await expect.poll(() => element.querySelector(".wr-Spinner")).toBeNull();
  await update(card("No seat", "Booked"), { sendAction });
  expect(textOf(element)).toBe("No seatBooked");
});

test("a message of a field comes, changes and goes", async () => {
  const rejection = (message: string) =>
    Object.assign(new Error(message), { fieldErrors: { name: message } });
  const messages = ["Taken", "Taken as well"];
  const sendAction = vi.fn(() =>
    messages.length > 0
      ? Promise.reject(rejection(messages.shift()!))
      : Promise.resolve(),
  );
  const { element } = await renderWidget(
    {
      type: "Form",
      onSubmitAction: { type: "save" },
      children: [
        { type: "Label", value: "Name", fieldName: "name" },
        { type: "Input", name: "name", defaultValue: "Ada" },
        { type: "Button", label: "Save", submit: true },
      ],
    },
    { sendAction },
  );
  const save = () => userEvent.click(page.getByRole("button"));
  const message = () => {
    const alert = element.querySelector("[role=alert]");
    return alert && textOf(alert);
  };
  translate();
  await save();
  await expect.poll(message).toBe("Taken");
  translate();
  await save();
  await expect.poll(message).toBe("Taken as well");
  translate();
  await save();
  await expect.poll(message).toBeNull();
});

test.each([false, true])(
  "a Select says what is chosen, searched: %s",
  async (searchable) => {
    const { element } = await renderWidget({
      type: "Select",
      name: "meal",
      clearable: true,
      searchable,
      options: [
        { value: "1", label: "Fish", description: "of the day" },
        { value: "2", label: "Soup" },
      ],
    });
    const trigger = () => element.querySelector<HTMLElement>(".wr-Trigger")!;
    for (const [option, text] of [
      [0, "Fish"],
      [1, "Soup"],
    ] as const) {
      await expect.element(trigger()).toBeEnabled();
      translate();
      trigger().click();
      await expect
        .poll(() => document.querySelectorAll("[role=option]").length)
        .toBe(2);
      translate();
      document.querySelectorAll<HTMLElement>("[role=option]")[option]!.focus();
      await userEvent.click(page.getByRole("option").nth(option));
      await expect.poll(() => textOf(trigger())).toBe(text);
    }
    translate();
    await userEvent.click(page.getByRole("button", { name: /^Clear/ }));
    await expect.poll(() => textOf(trigger())).toBe("Select…");
  },
);

test("a search in a Select says how much it found", async () => {
  const { element } = await renderWidget({
    type: "Select",
    name: "many",
    searchable: true,
    options: Array.from({ length: 400 }, (_, i) => ({
      value: i,
      label: i < 350 ? `First ${i}` : `Other ${i}`,
    })),
  });
  const trigger = element.querySelector<HTMLElement>(".wr-Trigger")!;
  await expect.element(trigger).toBeEnabled();
  trigger.click();
  await expect.element(page.getByRole("listbox")).toBeInTheDocument();
  const note = () => textOf(document.querySelector(".wr-Select-note")!);
  expect(note()).toBe("100 more: keep typing");
  translate();
  await userEvent.fill(page.getByRole("combobox", { name: "Search" }), "First");
  await expect.poll(note).toBe("50 more: keep typing");
  translate();
  await userEvent.fill(
    page.getByRole("combobox", { name: "Search" }),
    "nothing",
  );
  await expect.poll(note).toBe("No results");
  translate();
  await userEvent.fill(
    page.getByRole("combobox", { name: "Search" }),
    "Other 399",
  );
  await expect.poll(note).toBe("");
});

const chart = (more: number[]): WidgetNode => ({
  type: "Chart",
  xAxis: "month",
  showYAxis: true,
  series: [
    { type: "bar", dataKey: "a", label: "Sold" },
    { type: "line", dataKey: "b", label: "Planned" },
  ],
  data: [
    { month: "A month with a name too long for the axis", a: 4 },
    { month: "February" },
    ...more.map((a, i) => ({ month: `Row ${i}`, a, b: i })),
  ],
});

test("the tooltip, the axes and the table of a chart follow", async () => {
  const { element, update } = await renderWidget(chart([1]));
  const tooltip = () => {
    const tip = document.querySelector(".wr-Chart-tooltip");
    return tip && textOf(tip);
  };
  const area = document.querySelector<HTMLElement>(".wr-Chart-area")!;
  area.focus();
  const seen: (string | null)[] = [];
  for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
    await userEvent.keyboard(`{${key}}`);
    seen.push(tooltip());
    translate();
  }
  expect(seen).toEqual([
    "A month with a name too long for the axisSold4",
    "February–",
    "Row 0Sold1Planned0",
    "February–",
  ]);
  expect(textOf(element.querySelector("[aria-live]")!)).toBe("February: –");
  area.blur();
  await expect.poll(tooltip).toBeNull();
  await update(chart([1000, 2000, 3000, 4000]));
  const shown = textOf(element);
  await cleanup();
  expect(shown).toBe(
    textOf((await renderWidget(chart([1000, 2000, 3000, 4000]))).element),
  );
});

test("a chart with more series than its tooltip has room for says how many", async () => {
  const json = (count: number): WidgetNode => ({
    type: "Chart",
    height: 100,
    xAxis: "x",
    series: Array.from({ length: count }, (_, i) => ({
      type: "line",
      dataKey: `s${i}`,
    })),
    data: [
      Object.fromEntries([
        ["x", "A"],
        ...Array.from({ length: count }, (_, i) => [`s${i}`, i] as const),
      ]) as Record<string, string | number>,
    ],
  });
  const { update } = await renderWidget(json(6));
  document.querySelector<HTMLElement>(".wr-Chart-area")!.focus();
  await userEvent.keyboard("{Home}");
  const more = () => textOf(document.querySelector(".wr-Chart-tooltip-more")!);
  const first = Number(more().slice(1));
  translate();
  await update(json(9));
  expect(more()).toBe(`+${first + 3}`);
});

test("the calendar turns its pages", async () => {
  const { element } = await renderWidget({
    type: "DatePicker",
    name: "due",
    defaultValue: "2026-11-12",
  });
  const trigger = element.querySelector<HTMLElement>(".wr-Trigger")!;
  await expect.element(trigger).toBeEnabled();
  trigger.click();
  await expect.element(page.getByRole("grid")).toBeInTheDocument();
  const title = () =>
    Array.from(document.querySelectorAll(".wr-Calendar-title"), textOf).join(
      " ",
    );
  const days = () => textOf(document.querySelector(".wr-Calendar-weeks")!);
  translate();
  await userEvent.click(page.getByRole("button", { name: "Next month" }));
  await expect.poll(title).toBe("December 2026");
  expect(days()).toBe(Array.from({ length: 31 }, (_, i) => i + 1).join(""));
  translate();
  await userEvent.click(page.getByRole("button", { name: "Next month" }));
  await userEvent.click(page.getByRole("button", { name: "Next month" }));
  await expect.poll(title).toBe("February 2027");
  expect(days()).toBe(Array.from({ length: 28 }, (_, i) => i + 1).join(""));
  translate();
  await userEvent.click(
    page.getByRole("button", { name: "Sunday, February 7, 2027" }),
  );
  await expect.poll(() => textOf(trigger)).toBe("Feb 7, 2027");
});

test("a list shows more of its rows", async () => {
  const row = (i: number): WidgetNode<"ListViewItem"> => ({
    type: "ListViewItem",
    key: String(i),
    children: [{ type: "Text", value: `Row ${i}` }],
  });
  const { element } = await renderWidget({
    type: "ListView",
    limit: 2,
    children: [1, 2, 3, 4].map(row),
  });
  translate();
  await userEvent.click(page.getByRole("button"));
  await expect.poll(() => textOf(element)).toBe("Row 1Row 2Row 3Row 4");
});

test("what a translator writes later is replaced as well", async () => {
  const stop = keepTranslating();
  try {
    const { element, update } = await renderWidget(
      markdown("A **first** text"),
    );
    const translated = () => element.querySelector(".wr-Markdown")!.textContent;
    await expect.poll(translated).toBe("‹A ›‹first›‹ text›");
    await update(markdown("A **second** text, and *more*"));
    await expect.poll(translated).toBe("‹A ›‹second›‹ text, and ›‹more›");
    await update(markdown("The **end**"));
    await expect.poll(translated).toBe("‹The ›‹end›");
  } finally {
    stop();
  }
});
