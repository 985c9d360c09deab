import { expect, test, vi } from "vitest";
import samples from "../../scripts/reference/samples.json" with { type: "json" };
import "../../src/styles/index.css";
import {
  growReply,
  nextFrame,
  type GrowingReply,
} from "../helpers/growingReply.js";
import { nodeElements } from "../helpers/nodeElements.js";
import { replies, textOf } from "../helpers/replies.js";

/** Chromium alone knows how much of the page moves. */
const knowsShifts =
  PerformanceObserver.supportedEntryTypes.includes("layout-shift");

/** As many characters as a model writes between two frames or three. */
const STEP = 16;

/** Of each node the type first, its content then, and what it looks like in the end. */
const reversed = [
  ...Object.entries(samples).map(([type, sample]) => [
    `the sample of ${type}`,
    { type: "Card", children: [sample] },
  ]),
  ...replies.flatMap(({ name, pieces }) =>
    pieces.flatMap((piece) =>
      typeof piece === "string" ||
      piece.means !== undefined ||
      !isJson(piece.json)
        ? []
        : [[name, JSON.parse(piece.json) as unknown]],
    ),
  ),
].map(([name, json]) => ({
  name: `reversed, ${name as string}`,
  text: JSON.stringify(reverse(json)),
}));

function isJson(text: string) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function reverse(json: unknown): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(reverse);
  const entries = Object.entries(json).map(([name, value]) => [
    name,
    reverse(value),
  ]);
  return {
    ...("type" in json && { type: json.type }),
    ...Object.fromEntries(entries.reverse()),
  } as unknown;
}

/** What is in an element, without the ids that React makes, and with the attributes in order. */
function contentsOf(element: Element): unknown[] {
  return [...element.childNodes].flatMap((node): unknown[] => {
    if (!(node instanceof Element)) return [node.textContent];
    // What measures the widget.
    if (node.matches(".wr-root > span[aria-hidden]")) return [];
    // A form that came after its fields is an element of another name.
    const isLate = node.matches("div[data-form]");
    const name = isLate ? "form" : node.localName;
    const attributes = [...node.attributes]
      .filter(
        ({ name: of }) =>
          !/^(?:data-form|novalidate|data-moving|checked)$/.test(of),
      )
      .map(
        ({ name: of, value }) => `${of}=${value.replaceAll(/_r_\w+_/g, "")}`,
      );
    if (node instanceof HTMLInputElement) attributes.push(`${node.checked}`);
    return [[name, attributes.sort().join(" "), contentsOf(node)]];
  });
}

async function grow(reply: GrowingReply, step = STEP) {
  let nodes: Element[] = [];
  let errors = 0;
  while (await reply.next(step)) {
    for (const node of nodes) {
      expect(node.isConnected, node.outerHTML).toBe(true);
    }
    nodes = nodeElements(reply.container);
    // A text that is not complete may still become a field.
    if (nodes.at(-1)?.matches("div.wr-Text")) nodes.pop();
    if (reply.isGrowing()) expect(reply.errors.slice(errors)).toEqual([]);
    errors = reply.errors.length;
  }
  await reply.end();
  for (const node of nodes) {
    expect(node.isConnected, node.outerHTML).toBe(true);
  }
}

const all = [
  ...replies.map((reply) => ({ name: reply.name, text: textOf(reply) })),
  // What they are about are the jumps of a page.
  ...(knowsShifts ? reversed : []),
];

/** Collects how much of the page moves. */
function observeShifts() {
  let sum = 0;
  const add = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries as unknown as { value: number }[]) {
      sum += entry.value;
    }
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  if (knowsShifts) observer.observe({ type: "layout-shift" });
  return async () => {
    await nextFrame();
    await nextFrame();
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
  };
}

test.runIf(knowsShifts)("a page that jumps is noticed", async () => {
  const reply = growReply('{"type":"Text","value":"It moves."}');
  await grow(reply);
  await nextFrame();
  const shifts = observeShifts();
  reply.container.style.paddingTop = "200px";
  expect(await shifts()).toBeGreaterThan(0.01);
  reply.remove();
});

test.each(all)(
  "$name: nothing is mounted again or jumps, and in the end it is as if it had come at once",
  async ({ text }) => {
    const shifts = observeShifts();
    const reply = growReply(text);
    await grow(reply);
    expect(await shifts()).toBeLessThanOrEqual(0.05);
    const whole = growReply(text);
    await whole.next(text.length);
    await whole.end();
    // Some parts of nodes load later than their first render.
    await vi.waitFor(() => {
      expect(contentsOf(reply.container)).toEqual(contentsOf(whole.container));
      expect(reply.errors.map(({ message, path }) => [path, message])).toEqual(
        whole.errors.map(({ message, path }) => [path, message]),
      );
      expect([...reply.urls]).toEqual([...whole.urls]);
    }, 60_000);
    reply.remove();
    whole.remove();
  },
);
