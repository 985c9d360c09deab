import { STREAM, type Contestant, type Mounted } from "./contestant.js";
import * as content from "./content.js";
import { expectedText, visibleText, type Content } from "./content.js";
import { average, measure, twoTasks, type Sample } from "./measure.js";

export interface Scenario {
  title: string;
  /** One sample; `verify` is called with what a user should see at that moment. */
  run(
    stage: HTMLElement,
    contestant: Contestant,
    verify: Verify,
  ): Promise<Sample>;
}

type Verify = (expected: string, root?: Node) => void;

/** JSON as it comes from the network: text, so that nothing is shared. */
const sent = (contestant: Contestant, shown: Content) =>
  JSON.stringify(contestant.write(shown));

const parse = (text: string): unknown => JSON.parse(text);

function mount(shown: Content): Scenario["run"] {
  return async (stage, contestant, verify) => {
    const json = parse(sent(contestant, shown));
    let mounted: Mounted;
    const sample = await measure(stage, () => {
      mounted = contestant.mount(stage, json);
    });
    verify(expectedText(shown));
    mounted!.unmount();
    return sample;
  };
}

function replace(before: content.List): Scenario["run"] {
  return async (stage, contestant, verify) => {
    const after = content.withTitle(
      before,
      before.items.length >> 1,
      "Another title",
    );
    const mounted = contestant.mount(stage, parse(sent(contestant, before)));
    const texts = [sent(contestant, after), sent(contestant, before)];
    const sample = await average(4, async (i) => {
      const json = parse(texts[i % 2]!);
      await settled(stage);
      const sample = await measure(stage, () => mounted.replace!(json));
      verify(expectedText(i % 2 === 0 ? after : before));
      return sample;
    });
    mounted.unmount();
    return sample;
  };
}

/** Small changes of the row in the middle of a list. */
function change(
  before: content.List,
  act: (mounted: Mounted, id: string, i: number) => void,
  titleAfter: (title: string, i: number) => string,
): Scenario["run"] {
  return async (stage, contestant, verify) => {
    const at = before.items.length >> 1;
    const mounted = contestant.mount(stage, parse(sent(contestant, before)));
    let { id, title } = before.items[at]!;
    const sample = await average(10, async (i) => {
      await settled(stage);
      const sample = await measure(stage, () => act(mounted, id, i));
      title = titleAfter(title, i);
      verify(expectedText(content.withTitle(before, at, title)));
      return sample;
    });
    mounted.unmount();
    return sample;
  };
}

const delta = (before: content.List) =>
  change(
    before,
    (mounted, id, i) => mounted.append!(id, ` more${i}`, false),
    (title, i) => `${title} more${i}`,
  );

const component = (before: content.List) =>
  change(
    before,
    (mounted, id, i) => mounted.setText!(id, `Text ${i}`),
    (_, i) => `Text ${i}`,
  );

/** As many chunks as a fast server sends between two frames. */
const PER_FRAME = 10;

function stream(markdown: boolean, count: number): Scenario["run"] {
  const pieces = content.chunks(markdown, count);
  return async (stage, contestant, verify) => {
    const before = content.article(markdown, pieces[0]!);
    const mounted = contestant.mount(stage, parse(sent(contestant, before)));
    await mounted.settle?.();
    await settled(stage);
    const sum: Sample = { script: 0, layout: 0 };
    for (let i = 1; i < count; i += PER_FRAME) {
      const some = pieces.slice(i, i + PER_FRAME);
      let scripted = 0;
      if (mounted.settle) {
        // What is mounted later is awaited chunk by chunk.
        for (const [k, piece] of some.slice(0, -1).entries()) {
          const start = performance.now();
          mounted.append!(STREAM, piece, i + k === count - 1);
          await mounted.settle();
          scripted += performance.now() - start;
        }
        some.splice(0, some.length - 1);
      }
      const { script, layout } = await measure(
        stage,
        () => {
          for (const [k, piece] of some.entries()) {
            mounted.append!(STREAM, piece, i + k === count - 1);
          }
        },
        mounted.settle,
      );
      sum.script += scripted + script;
      sum.layout += scripted + layout;
    }
    if (!markdown) {
      verify(expectedText(content.article(false, pieces.join(""))));
    } else {
      verify(
        markdownText(pieces.join("")),
        stage.querySelector(
          ".markdown, .wr-Markdown, .a2ui-card > div > :last-child",
        ) ?? stage,
      );
    }
    mounted.unmount();
    return sum;
  };
}

/** What is left of the Markdown of `content.chunks` when it is mounted. */
function markdownText(source: string): string {
  return source
    .replace(/^```\w*$/gm, "")
    .replace(/\]\(https:[^)]*\)/g, "")
    .replace(/^(?:## |- )/gm, "")
    .replace(/[*`[\]]/g, "")
    .replace(/\s+/g, "");
}

function typing(shown: content.Form): Scenario["run"] {
  return async (stage, contestant, verify) => {
    const mounted = contestant.mount(stage, parse(sent(contestant, shown)));
    const at = shown.fields.length >> 1;
    const input = stage.querySelectorAll<HTMLInputElement>(
      "input:not([type=hidden])",
    )[at]!;
    let { value } = shown.fields[at]!;
    const sample = await average(10, async () => {
      await settled(stage);
      value += "x";
      return measure(stage, () => {
        // As a key does: past React, which remembers what it set itself.
        setValue.call(input, value);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
    });
    await settled(stage);
    const fields = shown.fields.map((field, i) =>
      i === at ? { ...field, value } : field,
    );
    verify(expectedText({ ...shown, fields }));
    mounted.unmount();
    return sample;
  };
}

const setValue = Object.getOwnPropertyDescriptor(
  HTMLInputElement.prototype,
  "value",
)!.set!;

function opening(shown: content.Select): Scenario["run"] {
  return async (stage, contestant, verify) => {
    const mounted = contestant.mount(stage, parse(sent(contestant, shown)));
    await settled(stage);
    const trigger = stage.querySelector("button")!;
    // The pointer comes before the click; what it loads is there by then.
    trigger.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    for (let i = 0; i < 20; i++) await settled(stage);
    // It may be anywhere in the page, but a hidden native select is not it. The first
    // option is enough: the user sees no more.
    const expected = squeezed(shown.options[0]!);
    const opened = () => {
      const option = document.querySelector(".option, [role=option]");
      return option ? visibleText(option) : "";
    };
    const sample = await measure(
      stage,
      () => trigger.click(),
      async () => {
        // Until it is open, however many tasks that takes.
        for (let i = 0; i < 100 && opened() !== expected; i++) await twoTasks();
      },
    );
    verify(expected, new Text(opened()));
    mounted.unmount();
    return sample;
  };
}

function thread(count: number): Scenario["run"] {
  const cards = Array.from({ length: count }, (_, i) => content.card(i));
  return async (stage, contestant, verify) => {
    const json = cards.map((card) => parse(sent(contestant, card)));
    let mounted: Mounted;
    const sample = await measure(stage, () => {
      mounted = contestant.mountAll(stage, json);
    });
    verify(cards.map(expectedText).join(""));
    mounted!.unmount();
    return sample;
  };
}

const squeezed = (text: string) => text.replace(/\s+/g, "");

/** The frame of what was done before is over. */
function settled(stage: HTMLElement) {
  return measure(stage, () => {});
}

const CHUNKS = 2000;

/** About seven nodes each. */
const nodes = (count: number) => content.list(Math.round(count / 7));

export const scenarios: Record<string, Scenario> = {
  "mount-100": { title: "Mount, 100 items", run: mount(content.list(100)) },
  "mount-1000": { title: "Mount, 1,000 items", run: mount(content.list(1000)) },
  replace: {
    title: "Whole new JSON, one text changed, 1,000 items",
    run: replace(content.list(1000)),
  },
  delta: {
    title: "One text delta, 1,000 items",
    run: delta(content.list(1000)),
  },
  component: {
    title: "One component updated, 1,000 items",
    run: component(content.list(1000)),
  },
  "stream-text": {
    title: "2,000 chunks of 20 characters, Text",
    run: stream(false, CHUNKS),
  },
  "stream-markdown": {
    title: "2,000 chunks of 20 characters, Markdown",
    run: stream(true, CHUNKS),
  },
  form: {
    title: "One letter in a form of 50 fields",
    run: typing(content.form(50)),
  },
  select: {
    title: "Opening a Select of 500 options",
    run: opening(content.select(500, false)),
  },
  "select-search": {
    title: "Opening the same with a search field",
    run: opening(content.select(500, true)),
  },
  thread: { title: "200 widgets in one thread", run: thread(200) },
  ...Object.fromEntries(
    [100, 1000, 10_000].flatMap((count) => [
      [
        `growth-mount-${count}`,
        { title: `Mount, ${count} nodes`, run: mount(nodes(count)) },
      ],
      [
        `growth-replace-${count}`,
        {
          title: `Whole new JSON, ${count} nodes`,
          run: replace(nodes(count)),
        },
      ],
      [
        `growth-fields-${count}`,
        {
          title: `Mount, a form of ${count} fields`,
          run: mount(content.form(count)),
        },
      ],
      [
        `growth-select-${count}`,
        {
          title: `Opening a Select of ${count} options`,
          run: opening(content.select(count, false)),
        },
      ],
      [
        `growth-delta-${count}`,
        { title: `One text delta, ${count} nodes`, run: delta(nodes(count)) },
      ],
    ]),
  ),
  ...Object.fromEntries(
    [100, 500, 2000].map((count) => [
      `growth-stream-markdown-${count}`,
      { title: `${count} chunks, Markdown`, run: stream(true, count) },
    ]),
  ),
};
